package io.github.balethon.autoconfigure;

/**
 * Exception thrown if the emulator cannot listen on its port.
 */
final class EmulatorPortException extends RuntimeException {

	private final int port;

	EmulatorPortException(int port, IllegalStateException cause) {
		super("The emulator cannot listen on port " + port + " ('bale.emulator.port') of the loopback address: the "
				+ "port is in use or not allowed.", cause);
		this.port = port;
	}

	int getPort() {
		return this.port;
	}

}
