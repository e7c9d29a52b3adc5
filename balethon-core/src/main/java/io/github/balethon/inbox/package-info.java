/**
 * Where updates are kept from the moment they are received until they are handled.
 */
@NullMarked
package io.github.balethon.inbox;

import org.jspecify.annotations.NullMarked;
