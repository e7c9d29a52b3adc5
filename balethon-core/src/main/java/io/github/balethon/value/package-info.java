/**
 * Values that users in Iran write: mobile numbers, national identifiers and amounts.
 */
@NullMarked
package io.github.balethon.value;

import org.jspecify.annotations.NullMarked;
