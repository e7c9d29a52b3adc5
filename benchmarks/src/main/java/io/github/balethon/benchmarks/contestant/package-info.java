/**
 * The bots that are measured, each of which runs in a process of its own.
 */
@NullMarked
package io.github.balethon.benchmarks.contestant;

import org.jspecify.annotations.NullMarked;
