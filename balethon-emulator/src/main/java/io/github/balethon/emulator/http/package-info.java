/**
 * Internal: HTTP requests and answers, and JSON, without any knowledge of Bale. Its types
 * are public for the other packages of the emulator only.
 */
@NullMarked
package io.github.balethon.emulator.http;

import org.jspecify.annotations.NullMarked;
