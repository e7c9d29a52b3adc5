package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Resolves custom parameter types of handlers. Beans of this type are registered
 * automatically. They are sorted by their order and take precedence over built-in types.
 * <pre class="code">
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
	 * Whether this resolver supports a parameter. Invoked at startup.
	 * @param parameter the parameter; for an {@code Optional}, its nested type
	 * @return {@code true} if it is supported
	 */
	boolean supportsParameter(MethodParameter parameter);

	/**
	 * Returns the template of callback data that a parameter adds to the condition of its
	 * handler, for parameters that are read from callback data. Invoked once, at startup.
	 * @param parameter the parameter; for an {@code Optional}, its nested type
	 * @return the template, such as <code>buy:{data}</code>, or {@code null} if the
	 * parameter adds no condition
	 * @throws InvalidHandlerException if the parameter can never have a value
	 */
	default @Nullable String callbackTemplate(MethodParameter parameter) {
		return null;
	}

	/**
	 * Resolves the argument. Invoked on a worker thread, where it may block.
	 * @param parameter the parameter
	 * @param context the context of the update
	 * @return the argument, or {@code null} if there is none: the update then does not
	 * match the handler, unless the parameter is nullable
	 * @throws UpdateRefusedException if the update matches, but its argument is invalid
	 */
	@Nullable Object resolveArgument(MethodParameter parameter, BaleContext context);

}
