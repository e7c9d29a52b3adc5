/**
 * Internal, not part of the API: the emulated messenger with its users, chats, members,
 * files, payments and pending updates. It publishes events, updates and message drafts as
 * records and does not depend on the code that renders them. The content of a message is
 * stored in Bale's fields. Types are public for the other packages of the emulator only.
 */
@NullMarked
package io.github.balethon.emulator.world;

import org.jspecify.annotations.NullMarked;
