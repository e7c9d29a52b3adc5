/**
 * Implementation of conversations. Not part of the public API.
 */
@NullMarked
package io.github.balethon.conversation.internal;

import org.jspecify.annotations.NullMarked;
