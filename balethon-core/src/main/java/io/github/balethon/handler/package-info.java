/**
 * What a bot author writes: annotated methods, and how they are found, chosen, given
 * their arguments and understood by what they return.
 */
@NullMarked
package io.github.balethon.handler;

import org.jspecify.annotations.NullMarked;
