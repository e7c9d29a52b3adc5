/**
 * Callback data in Redis. Requires Spring Data Redis.
 */
@NullMarked
package io.github.balethon.callback.redis;

import org.jspecify.annotations.NullMarked;
