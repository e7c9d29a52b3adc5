/**
 * Bots on the emulator, for tests of what happens between Bale and a handler.
 */
@NullMarked
package io.github.balethon.testsupport;

import org.jspecify.annotations.NullMarked;
