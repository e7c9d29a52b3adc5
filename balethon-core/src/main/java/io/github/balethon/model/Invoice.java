package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A request for money in a message: Bale's {@code Invoice}.
 *
 * @param title what is sold
 * @param description more about it
 * @param totalAmount amount in rials
 * @param currency {@code IRR}; undocumented
 * @param startParameter undocumented
 * @since 0.1.0
 */
public record Invoice(String title, String description, long totalAmount, @Nullable String currency,
		@Nullable String startParameter) {

	public Invoice {
		title = Received.textOrEmpty(title);
		description = Received.textOrEmpty(description);
		currency = Received.text(currency);
		startParameter = Received.text(startParameter);
	}

	/**
	 * The amount only: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "Invoice[totalAmount=" + this.totalAmount + "]";
	}

}
