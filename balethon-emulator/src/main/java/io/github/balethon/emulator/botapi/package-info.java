/**
 * Internal, not part of the API: the Bot API as Bale offers it to bots, with the faults
 * that can be injected into its calls. It renders the messenger's updates and messages as
 * Bale's JSON. Types are public for the other packages of the emulator only.
 */
@NullMarked
package io.github.balethon.emulator.botapi;

import org.jspecify.annotations.NullMarked;
