package io.github.balethon.autoconfigure;

import io.github.balethon.client.BaleConnection;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details that are needed to reach Bale. A bean of this type takes the place of
 * {@code bale.token}, {@code bale.base-url} and {@code bale.file-base-url}: tests and
 * vaults begin here.
 *
 * @since 0.1.0
 */
public interface BaleConnectionDetails extends ConnectionDetails, BaleConnection {

	/**
	 * Whether the bot is on an emulator, which nobody on Bale can reach.
	 * @return {@code false} for Bale itself
	 */
	default boolean isEmulator() {
		return false;
	}

}
