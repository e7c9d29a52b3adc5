/**
 * JMH benchmarks of the parts an update passes through.
 */
@NullMarked
package io.github.balethon.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
