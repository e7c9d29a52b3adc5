/**
 * Sample bot.
 */
@NullMarked
package io.github.balethon.sample;

import org.jspecify.annotations.NullMarked;
