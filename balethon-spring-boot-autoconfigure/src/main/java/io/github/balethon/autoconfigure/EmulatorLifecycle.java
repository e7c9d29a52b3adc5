package io.github.balethon.autoconfigure;

import java.net.BindException;

import io.github.balethon.emulator.BaleEmulator;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Frees the port of the emulator while the application context is paused or stopped, so
 * that another context can use it. When the context is closed, the emulator runs until
 * its bean is destroyed, as beans may call Bale until then.
 */
final class EmulatorLifecycle implements SmartLifecycle {

	private final BaleEmulator emulator;

	private final int port;

	private final ConfigurableApplicationContext context;

	EmulatorLifecycle(BaleEmulator emulator, int port, ConfigurableApplicationContext context) {
		this.emulator = emulator;
		this.port = port;
		this.context = context;
	}

	static void start(BaleEmulator emulator, int port) {
		try {
			emulator.start();
		}
		catch (IllegalStateException ex) {
			if (ex.getCause() instanceof BindException) {
				throw new EmulatorPortException(port, ex);
			}
			throw ex;
		}
	}

	// Started before all users of the emulator, and stopped after them.
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	@Override
	public void start() {
		start(this.emulator, this.port);
	}

	@Override
	public void stop() {
		if (!this.context.isClosed()) {
			this.emulator.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.emulator.isRunning();
	}

}
