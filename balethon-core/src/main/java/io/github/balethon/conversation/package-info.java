/**
 * Conversations: state and data that outlive a single update.
 */
@NullMarked
package io.github.balethon.conversation;

import org.jspecify.annotations.NullMarked;
