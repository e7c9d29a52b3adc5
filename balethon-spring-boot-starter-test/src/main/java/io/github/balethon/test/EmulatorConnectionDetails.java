package io.github.balethon.test;

import java.net.URI;

import io.github.balethon.autoconfigure.BaleConnectionDetails;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;

/**
 * Address and token of the emulator of a test context.
 *
 * @param emulator the emulator
 * @param baseUrl the address
 */
record EmulatorConnectionDetails(BaleEmulator emulator, URI baseUrl) implements BaleConnectionDetails {

	@Override
	public boolean isEmulator() {
		return true;
	}

	@Override
	public BotToken token() {
		return BotToken.of(this.emulator.token());
	}

}
