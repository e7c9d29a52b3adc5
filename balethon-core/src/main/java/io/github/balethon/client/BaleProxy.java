package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A proxy on the way to Bale. Addresses of this machine, such as that of an emulator, are
 * reached without it.
 *
 * @param type what it speaks
 * @param host its name or address
 * @param port its port
 * @param username who to be there, or {@code null} if it does not ask
 * @param password the password, or {@code null} if it does not ask
 * @since 0.1.0
 */
public record BaleProxy(Type type, String host, int port, @Nullable String username, @Nullable String password) {

	/**
	 * Checks what is certain.
	 * @throws IllegalArgumentException if a part cannot be meant
	 */
	public BaleProxy {
		Assert.hasText(host, "'host' of a proxy must not be empty");
		Assert.isTrue(port > 0 && port < 65536, () -> "'port' of a proxy must be from 1 to 65535, not " + port);
		Assert.isTrue(password == null || username != null, "A proxy with a 'password' needs a 'username'");
	}

	/**
	 * Leaves out who to be there.
	 */
	@Override
	public String toString() {
		return "BaleProxy[type=" + this.type + ", host=" + this.host + ", port=" + this.port + "]";
	}

	/**
	 * What a proxy speaks.
	 */
	public enum Type {

		/** HTTP, with {@code CONNECT}. */
		HTTP,
		/** SOCKS 4, which knows no passwords. */
		SOCKS4,
		/** SOCKS 5. */
		SOCKS5

	}

}
