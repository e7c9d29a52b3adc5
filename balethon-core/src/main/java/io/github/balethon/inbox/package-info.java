/**
 * The contract of the inbox, which stores updates from receipt to acknowledgement.
 */
@NullMarked
package io.github.balethon.inbox;

import org.jspecify.annotations.NullMarked;
