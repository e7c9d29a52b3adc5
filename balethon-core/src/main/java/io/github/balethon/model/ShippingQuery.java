package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A question for the ways to send goods: Bale's undocumented {@code ShippingQuery}, which
 * was never seen and cannot be answered.
 *
 * @param id identifier of the query
 * @param from the person who pays
 * @param invoicePayload the bot's own text for the order
 * @param shippingAddress where the goods should go
 * @since 0.1.0
 */
public record ShippingQuery(String id, @Nullable User from, String invoicePayload,
		@Nullable ShippingAddress shippingAddress) {

	public ShippingQuery {
		id = Received.textOrEmpty(id);
		invoicePayload = Received.textOrEmpty(invoicePayload);
	}

	/**
	 * Identifiers only.
	 */
	@Override
	public String toString() {
		return "ShippingQuery[id=" + this.id + ", from=" + this.from + "]";
	}

}
