package io.github.balethon.emulator.app;

/**
 * The library grammY of Node.js against the emulator.
 */
class GrammyTests extends AbstractNodeClientTests {

	GrammyTests() {
		super("grammy.js");
	}

}
