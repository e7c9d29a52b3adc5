/**
 * The server side of a measurement: a minimal Bot API, and the loads it delivers.
 */
@NullMarked
package io.github.balethon.benchmarks.bale;

import org.jspecify.annotations.NullMarked;
