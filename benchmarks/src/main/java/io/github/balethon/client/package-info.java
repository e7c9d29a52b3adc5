/**
 * Measures parts of the client that are not public.
 */
@NullMarked
package io.github.balethon.client;

import org.jspecify.annotations.NullMarked;
