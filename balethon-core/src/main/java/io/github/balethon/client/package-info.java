/**
 * The way to Bale: {@link io.github.balethon.client.BaleClient}, its blocking view, the
 * bot token, and what can go wrong on the way.
 */
@NullMarked
package io.github.balethon.client;

import org.jspecify.annotations.NullMarked;
