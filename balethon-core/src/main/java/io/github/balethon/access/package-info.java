/**
 * Who may use which handler, and how often: interceptors on the public SPIs of the
 * handlers.
 */
@NullMarked
package io.github.balethon.access;

import org.jspecify.annotations.NullMarked;
