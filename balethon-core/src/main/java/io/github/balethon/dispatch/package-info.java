/**
 * Between the inbox and the handlers: lanes keep the order of each sender, workers enter
 * handlers, and an update is finished when its result and its calls are.
 */
@NullMarked
package io.github.balethon.dispatch;

import org.jspecify.annotations.NullMarked;
