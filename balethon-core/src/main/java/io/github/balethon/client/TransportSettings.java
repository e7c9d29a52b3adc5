package io.github.balethon.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How Bale is reached.
 *
 * @param maxConnections the largest number of connections
 * @param connectTimeout how long the making of a connection may take
 * @param responseTimeout how long Bale may be silent
 * @param proxy the proxy on the way, or {@code null} for none
 */
record TransportSettings(int maxConnections, Duration connectTimeout, Duration responseTimeout,
		@Nullable BaleProxy proxy) {

}
