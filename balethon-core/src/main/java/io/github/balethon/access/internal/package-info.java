/**
 * Implementation of access rules. Not part of the public API.
 */
@NullMarked
package io.github.balethon.access.internal;

import org.jspecify.annotations.NullMarked;
