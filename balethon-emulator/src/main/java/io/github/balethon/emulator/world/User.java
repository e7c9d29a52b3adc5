package io.github.balethon.emulator.world;

/**
 * A user of the emulated messenger.
 *
 * @param id the user identifier, which is also the identifier of the private chat
 * @param name the first name
 * @since 0.1.0
 */
public record User(long id, String name) {
}
