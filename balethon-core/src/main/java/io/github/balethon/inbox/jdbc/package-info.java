/**
 * The inbox in a database: updates are committed before their offset is confirmed to
 * Bale.
 */
@NullMarked
package io.github.balethon.inbox.jdbc;

import org.jspecify.annotations.NullMarked;
