/**
 * What a run leaves behind: tables, charts, and the page that contains them.
 */
@NullMarked
package io.github.balethon.benchmarks.report;

import org.jspecify.annotations.NullMarked;
