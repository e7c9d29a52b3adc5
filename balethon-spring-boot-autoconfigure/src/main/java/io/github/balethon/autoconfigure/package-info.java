/**
 * Auto-configuration for Spring Boot: the {@code bale.*} properties, the beans, and
 * failure analyzers.
 */
@NullMarked
package io.github.balethon.autoconfigure;

import org.jspecify.annotations.NullMarked;
