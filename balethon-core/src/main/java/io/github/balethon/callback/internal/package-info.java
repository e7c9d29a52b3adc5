/**
 * Implementation of typed callback data. Not part of the public API.
 */
@NullMarked
package io.github.balethon.callback.internal;

import org.jspecify.annotations.NullMarked;
