/**
 * Internal, not part of the API: HTTP requests and responses, and JSON, without any
 * knowledge of Bale. Types are public for the other packages of the emulator only.
 */
@NullMarked
package io.github.balethon.emulator.http;

import org.jspecify.annotations.NullMarked;
