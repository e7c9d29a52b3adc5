/**
 * Implementation of handlers: detection at startup, matching, argument resolution and
 * return values. Not part of the public API.
 */
@NullMarked
package io.github.balethon.handler.internal;

import org.jspecify.annotations.NullMarked;
