package io.github.balethon.autoconfigure;

import io.github.balethon.emulator.BaleEmulator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An emulator that runs during each test.
 */
final class RunningEmulator implements BeforeEachCallback, AfterEachCallback {

	private final BaleEmulator emulator;

	RunningEmulator() {
		this.emulator = BaleEmulator.builder().build();
	}

	RunningEmulator(String token) {
		this.emulator = BaleEmulator.builder().token(token).build();
	}

	BaleEmulator emulator() {
		return this.emulator;
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.emulator.start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.emulator.close();
	}

}
