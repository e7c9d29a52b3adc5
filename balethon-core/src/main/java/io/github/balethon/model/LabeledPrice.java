package io.github.balethon.model;

import org.springframework.util.Assert;

/**
 * An item of an invoice: Bale's {@code LabeledPrice}.
 *
 * @param label label of the item
 * @param amount amount in rials, not in tomans
 * @since 0.1.0
 */
public record LabeledPrice(String label, long amount) {

	/**
	 * Creates an item of an invoice.
	 * @param label label of the item
	 * @param amount the amount in rials; ten times the amount in tomans
	 * @return the item
	 * @throws IllegalArgumentException if the label is empty
	 */
	public static LabeledPrice of(String label, long amount) {
		Assert.hasText(label, "'label' of a price must not be empty");
		return new LabeledPrice(label, amount);
	}

	/**
	 * Contains the amount only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "LabeledPrice[amount=" + this.amount + "]";
	}

}
