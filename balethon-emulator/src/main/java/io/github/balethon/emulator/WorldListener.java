package io.github.balethon.emulator;

/**
 * Receives the events of the emulated messenger. Invoked on the thread that causes the
 * event, possibly while a chat is locked: implementations must not block.
 */
interface WorldListener {

	void on(WorldEvent event);

}
