package io.github.balethon.emulator.world;

/**
 * Receives the events of the emulated messenger. Invoked on the thread that causes the
 * event, possibly while a chat is locked: implementations must not block.
 *
 * @since 0.1.0
 */
public interface WorldListener {

	void on(WorldEvent event);

}
