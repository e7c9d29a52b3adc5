/**
 * Lifecycle of the bot within the application, and the events that it publishes.
 */
@NullMarked
package io.github.balethon.bot;

import org.jspecify.annotations.NullMarked;
