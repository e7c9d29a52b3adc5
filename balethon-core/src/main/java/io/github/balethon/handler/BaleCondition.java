package io.github.balethon.handler;

/**
 * A condition of your own. As a bean it is used by its name in
 * {@link io.github.balethon.annotation.BaleHandler#when()}, alone or joined with others.
 * It is asked on a worker thread, where it may wait, for every update that everything
 * cheaper has let through. If it throws, the handler does not apply; the first failure is
 * logged as a warning. <pre class="code">
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
	 * Whether the condition holds.
	 * @param context the update
	 * @return {@code true} if it does
	 */
	boolean matches(BaleContext context);

	/**
	 * Both this and another condition.
	 * @param other the other one, asked only if this one holds
	 * @return the conjunction
	 */
	default BaleCondition and(BaleCondition other) {
		return (context) -> matches(context) && other.matches(context);
	}

	/**
	 * This or another condition.
	 * @param other the other one, asked only if this one does not hold
	 * @return the disjunction
	 */
	default BaleCondition or(BaleCondition other) {
		return (context) -> matches(context) || other.matches(context);
	}

	/**
	 * The opposite of this condition.
	 * @return the negation
	 */
	default BaleCondition negate() {
		return (context) -> !matches(context);
	}

}
