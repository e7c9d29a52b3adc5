/**
 * Annotations for handlers of updates.
 */
@NullMarked
package io.github.balethon.annotation;

import org.jspecify.annotations.NullMarked;
