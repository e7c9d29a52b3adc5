package io.github.balethon.model;

import org.springframework.util.Assert;

/**
 * One line of an invoice: Bale's {@code LabeledPrice}.
 *
 * @param label what the money is for
 * @param amount amount in rials, not in tomans
 * @since 0.1.0
 */
public record LabeledPrice(String label, long amount) {

	/**
	 * A line of an invoice.
	 * @param label what the money is for
	 * @param amount the amount in rials; ten times the amount in tomans
	 * @return the line
	 * @throws IllegalArgumentException if the label is empty
	 */
	public static LabeledPrice of(String label, long amount) {
		Assert.hasText(label, "'label' of a price must not be empty");
		return new LabeledPrice(label, amount);
	}

	/**
	 * The amount only: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "LabeledPrice[amount=" + this.amount + "]";
	}

}
