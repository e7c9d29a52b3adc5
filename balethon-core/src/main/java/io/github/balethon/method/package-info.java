/**
 * The methods of Bale's Bot API, one immutable request type each. The static {@code of}
 * methods take the required parameters; the other methods return a copy with an optional
 * parameter.
 */
@NullMarked
package io.github.balethon.method;

import org.jspecify.annotations.NullMarked;
