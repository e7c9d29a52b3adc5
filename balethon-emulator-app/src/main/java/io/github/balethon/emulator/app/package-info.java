/**
 * The emulator as a program of its own. Its options are its interface; the types are not.
 */
@NullMarked
package io.github.balethon.emulator.app;

import org.jspecify.annotations.NullMarked;
