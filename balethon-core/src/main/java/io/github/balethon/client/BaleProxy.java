package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Proxy for the connections to Bale. It is not used for loopback addresses, such as that
 * of an emulator.
 *
 * @param type the protocol
 * @param host the host name or address
 * @param port the port
 * @param username the username, or {@code null} for no authentication
 * @param password the password, or {@code null} for none
 * @since 0.1.0
 */
public record BaleProxy(Type type, String host, int port, @Nullable String username, @Nullable String password) {

	/**
	 * Checks the settings.
	 * @throws IllegalArgumentException if a setting is invalid
	 */
	public BaleProxy {
		Assert.hasText(host, "'host' of a proxy must not be empty");
		Assert.isTrue(port > 0 && port < 65536, () -> "'port' of a proxy must be from 1 to 65535, not " + port);
		Assert.isTrue(password == null || username != null, "A proxy with a 'password' needs a 'username'");
	}

	/**
	 * Does not contain the credentials.
	 */
	@Override
	public String toString() {
		return "BaleProxy[type=" + this.type + ", host=" + this.host + ", port=" + this.port + "]";
	}

	/**
	 * Protocol of a proxy.
	 */
	public enum Type {

		/** HTTP, with {@code CONNECT}. */
		HTTP,
		/** SOCKS 4, which does not support passwords. */
		SOCKS4,
		/** SOCKS 5. */
		SOCKS5

	}

}
