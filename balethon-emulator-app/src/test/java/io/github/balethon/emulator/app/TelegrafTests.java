package io.github.balethon.emulator.app;

/**
 * The library telegraf of Node.js against the emulator.
 */
class TelegrafTests extends AbstractNodeClientTests {

	TelegrafTests() {
		super("telegraf.js");
	}

}
