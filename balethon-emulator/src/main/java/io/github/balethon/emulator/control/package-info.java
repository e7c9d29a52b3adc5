/**
 * Internal, not part of the API: the HTTP control API and the chat page. Types are public
 * for the other packages of the emulator only.
 */
@NullMarked
package io.github.balethon.emulator.control;

import org.jspecify.annotations.NullMarked;
