/**
 * What survives between two messages of a person: the state that a conversation is in.
 */
@NullMarked
package io.github.balethon.conversation;

import org.jspecify.annotations.NullMarked;
