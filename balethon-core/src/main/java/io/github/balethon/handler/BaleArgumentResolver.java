package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Gives handlers arguments of your own, as a bean. Ordered beans are asked before what is
 * built in. <pre class="code">
 * &#064;Component
 * class CustomerResolver implements BaleArgumentResolver {
 *
 *   public boolean supportsParameter(MethodParameter parameter) {
 *     return parameter.getParameterType() == Customer.class;
 *   }
 *
 *   public &#064;Nullable Object resolveArgument(MethodParameter parameter, BaleContext context) {
 *     return this.customers.find(context.update().from());
 *   }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public interface BaleArgumentResolver {

	/**
	 * Whether this resolver is for a parameter; asked once, at start.
	 * @param parameter the parameter; of an {@code Optional}, what is in it
	 * @return {@code true} if it is
	 */
	boolean supportsParameter(MethodParameter parameter);

	/**
	 * Finds the argument, on a worker thread.
	 * @param parameter the parameter
	 * @param context the update
	 * @return the argument, or {@code null} if the update has none, which then is not for
	 * the handler unless the parameter may be {@code null}
	 */
	@Nullable Object resolveArgument(MethodParameter parameter, BaleContext context);

}
