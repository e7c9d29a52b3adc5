/**
 * Tests of bots that read like a conversation, on the emulator.
 */
@NullMarked
package io.github.balethon.test;

import org.jspecify.annotations.NullMarked;
