/**
 * Conversations in Redis. Requires Spring Data Redis.
 */
@NullMarked
package io.github.balethon.conversation.redis;

import org.jspecify.annotations.NullMarked;
