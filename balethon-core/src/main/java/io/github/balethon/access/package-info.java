/**
 * Access rules and rate limits for handlers.
 */
@NullMarked
package io.github.balethon.access;

import org.jspecify.annotations.NullMarked;
