package io.github.balethon.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Settings of the transport.
 *
 * @param maxConnections maximum number of connections
 * @param connectTimeout connect timeout
 * @param responseTimeout read timeout
 * @param proxy the proxy, or {@code null} for none
 */
record TransportSettings(int maxConnections, Duration connectTimeout, Duration responseTimeout,
		@Nullable BaleProxy proxy) {

}
