/**
 * Wires balethon-core into Spring Boot: the {@code bale.*} keys, the beans, and what is
 * said when the start fails.
 */
@NullMarked
package io.github.balethon.autoconfigure;

import org.jspecify.annotations.NullMarked;
