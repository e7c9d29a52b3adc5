/**
 * A Bale server in the JVM: bots are developed and tested against it without a token and
 * without a network.
 */
@NullMarked
package io.github.balethon.emulator;

import org.jspecify.annotations.NullMarked;
