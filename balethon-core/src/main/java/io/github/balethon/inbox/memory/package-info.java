/**
 * The inbox in memory.
 */
@NullMarked
package io.github.balethon.inbox.memory;

import org.jspecify.annotations.NullMarked;
