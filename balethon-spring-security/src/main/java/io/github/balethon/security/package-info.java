/**
 * Authentication of the users of mini apps with Spring Security, for servlet and reactive
 * applications.
 */
@NullMarked
package io.github.balethon.security;

import org.jspecify.annotations.NullMarked;
