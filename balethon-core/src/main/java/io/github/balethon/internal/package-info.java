/**
 * Classes that several packages of the starter share. They are not meant for applications
 * and may change at any time.
 */
@NullMarked
package io.github.balethon.internal;

import org.jspecify.annotations.NullMarked;
