package io.github.balethon.autoconfigure;

import io.github.balethon.client.BaleConnection;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Details required to connect to Bale. A bean of this type replaces {@code bale.token},
 * {@code bale.base-url} and {@code bale.file-base-url}, for example with the token of a
 * secret store.
 *
 * @since 0.1.0
 */
public interface BaleConnectionDetails extends ConnectionDetails, BaleConnection {

	/**
	 * Returns whether the bot runs on an emulator.
	 * @return {@code true} for an emulator, {@code false} for Bale
	 */
	default boolean isEmulator() {
		return false;
	}

}
