package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the bot has to accept or refuse within 10 seconds: Bale's
 * {@code PreCheckoutQuery}. It is not a proof of payment; only a message with a
 * {@link SuccessfulPayment} is.
 *
 * @param id identifier of the query, and of the payment
 * @param from the user who pays
 * @param currency {@code IRR}
 * @param totalAmount amount in rials
 * @param invoicePayload payload of the invoice
 * @param shippingOptionId undocumented
 * @param orderInfo undocumented
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record PreCheckoutQuery(String id, @Nullable User from, @Nullable String currency, long totalAmount,
		String invoicePayload, @Nullable String shippingOptionId, @Nullable OrderInfo orderInfo,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public PreCheckoutQuery {
		id = Received.textOrEmpty(id);
		currency = Received.text(currency);
		invoicePayload = Received.textOrEmpty(invoicePayload);
		shippingOptionId = Received.text(shippingOptionId);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a pre checkout query without unknown fields.
	 * @param id identifier of the query, and of the payment
	 * @param from the user who pays
	 * @param currency {@code IRR}
	 * @param totalAmount amount in rials
	 * @param invoicePayload payload of the invoice
	 * @param shippingOptionId undocumented
	 * @param orderInfo undocumented
	 */
	public PreCheckoutQuery(String id, @Nullable User from, @Nullable String currency, long totalAmount,
			String invoicePayload, @Nullable String shippingOptionId, @Nullable OrderInfo orderInfo) {
		this(id, from, currency, totalAmount, invoicePayload, shippingOptionId, orderInfo, Map.of());
	}

	/**
	 * Creates a query with the documented fields.
	 * @param id the identifier
	 * @param from the user who pays
	 * @param totalAmount the amount in rials
	 * @param invoicePayload payload of the invoice
	 */
	public PreCheckoutQuery(String id, @Nullable User from, long totalAmount, String invoicePayload) {
		this(id, from, "IRR", totalAmount, invoicePayload, null, null);
	}

	/**
	 * Contains identifiers and the amount only.
	 */
	@Override
	public String toString() {
		return "PreCheckoutQuery[id=" + this.id + ", from=" + this.from + ", totalAmount=" + this.totalAmount + "]";
	}

}
