package io.github.balethon.emulator;

/**
 * A user of the emulated messenger.
 *
 * @param id the user identifier, which is also the identifier of the private chat
 * @param name the first name
 */
record User(long id, String name) {
}
