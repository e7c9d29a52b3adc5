/**
 * Contract of update sources, and the one that uses long polling ({@code getUpdates}).
 */
@NullMarked
package io.github.balethon.source;

import org.jspecify.annotations.NullMarked;
