/**
 * What is measured: loads, who takes part, and the goals.
 */
@NullMarked
package io.github.balethon.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
