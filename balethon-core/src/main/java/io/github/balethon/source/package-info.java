/**
 * Where updates come from, and the life of the whole: start, stop, restart.
 */
@NullMarked
package io.github.balethon.source;

import org.jspecify.annotations.NullMarked;
