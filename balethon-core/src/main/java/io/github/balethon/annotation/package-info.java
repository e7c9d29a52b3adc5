/**
 * The annotations that a bot author imports.
 */
@NullMarked
package io.github.balethon.annotation;

import org.jspecify.annotations.NullMarked;
