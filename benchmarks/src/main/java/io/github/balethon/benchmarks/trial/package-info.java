/**
 * One measurement of one contestant: how it is started, loaded and observed.
 */
@NullMarked
package io.github.balethon.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
