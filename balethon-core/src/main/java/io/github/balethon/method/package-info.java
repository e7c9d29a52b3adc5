/**
 * The methods of the Bot API, one immutable request type each: required parameters in the
 * factory, optional ones fluent.
 */
@NullMarked
package io.github.balethon.method;

import org.jspecify.annotations.NullMarked;
