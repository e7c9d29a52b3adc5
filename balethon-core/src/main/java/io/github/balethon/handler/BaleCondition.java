package io.github.balethon.handler;

/**
 * Custom condition of handlers. A bean of this type is referenced by its name in
 * {@link io.github.balethon.annotation.BaleHandler#when()}. It is evaluated after the
 * built-in attributes have matched, on a worker thread, where it may block. If it throws
 * an exception, the handler does not match, and the first failure is logged as a warning.
 * <pre class="code">
 * &#064;Bean
 * BaleCondition vip(Customers customers) {
 *   return (context) -&gt; customers.isVip(context.update().from());
 * }
 *
 * &#064;BaleHandler(when = "vip &amp; !forward")
 * </pre>
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleCondition {

	/**
	 * Whether an update matches.
	 * @param context the context of the update
	 * @return {@code true} if it matches
	 */
	boolean matches(BaleContext context);

	/**
	 * Returns the logical AND of this and another condition.
	 * @param other the other condition, evaluated only if this one matches
	 * @return the conjunction
	 */
	default BaleCondition and(BaleCondition other) {
		return (context) -> matches(context) && other.matches(context);
	}

	/**
	 * Returns the logical OR of this and another condition.
	 * @param other the other condition, evaluated only if this one does not match
	 * @return the disjunction
	 */
	default BaleCondition or(BaleCondition other) {
		return (context) -> matches(context) || other.matches(context);
	}

	/**
	 * Returns the logical negation of this condition.
	 * @return the negation
	 */
	default BaleCondition negate() {
		return (context) -> !matches(context);
	}

}
