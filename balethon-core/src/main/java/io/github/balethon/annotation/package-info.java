/**
 * The annotations that a bot author imports.
 */
@NullMarked
package io.github.balethon.annotation;

