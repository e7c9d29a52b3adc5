package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A question for the ways to send goods: Bale's undocumented {@code ShippingQuery}, which
 * was never seen and cannot be answered.
 *
 * @param id identifier of the query
 * @param from the user who pays
 * @param invoicePayload payload of the invoice
 * @param shippingAddress shipping address
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record ShippingQuery(String id, @Nullable User from, String invoicePayload,
		@Nullable ShippingAddress shippingAddress,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ShippingQuery {
		id = Received.textOrEmpty(id);
		invoicePayload = Received.textOrEmpty(invoicePayload);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a shipping query without unknown fields.
	 * @param id identifier of the query
	 * @param from the user who pays
	 * @param invoicePayload payload of the invoice
	 * @param shippingAddress shipping address
	 */
	public ShippingQuery(String id, @Nullable User from, String invoicePayload,
			@Nullable ShippingAddress shippingAddress) {
		this(id, from, invoicePayload, shippingAddress, Map.of());
	}

	/**
	 * Identifiers only.
	 */
	@Override
	public String toString() {
		return "ShippingQuery[id=" + this.id + ", from=" + this.from + "]";
	}

}
