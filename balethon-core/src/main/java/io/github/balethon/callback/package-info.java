/**
 * Typed callback data of inline buttons.
 */
@NullMarked
package io.github.balethon.callback;

import org.jspecify.annotations.NullMarked;
