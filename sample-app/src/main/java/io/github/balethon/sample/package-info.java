/**
 * The bot of the README.
 */
@NullMarked
package io.github.balethon.sample;

import org.jspecify.annotations.NullMarked;
