package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;

/**
 * Finds the value of one parameter of one handler. Prepared at start.
 */
@FunctionalInterface
interface ArgumentResolver {

	@Nullable Object resolve(BaleContext context);

}
