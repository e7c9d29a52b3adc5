/**
 * How fast a bot is: load scenarios, measured side by side with bare references.
 */
@NullMarked
package io.github.balethon.benchmarks;

import org.jspecify.annotations.NullMarked;
