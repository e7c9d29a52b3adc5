/**
 * State of conversations between two messages of a user.
 */
@NullMarked
package io.github.balethon.conversation;

import org.jspecify.annotations.NullMarked;
