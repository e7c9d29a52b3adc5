/**
 * The types of the Bot API, one record each. Records only hold what Bale sent or will be
 * sent; they are tolerant when read: what is missing, null, unknown or, unless it is
 * essential, of an unexpected shape never fails.
 */
@NullMarked
package io.github.balethon.model;

import org.jspecify.annotations.NullMarked;
