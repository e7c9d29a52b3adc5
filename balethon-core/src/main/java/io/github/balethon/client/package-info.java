/**
 * Client of Bale's Bot API: {@link io.github.balethon.client.BaleClient}, its blocking
 * view, the bot token, and the exceptions.
 */
@NullMarked
package io.github.balethon.client;

import org.jspecify.annotations.NullMarked;
