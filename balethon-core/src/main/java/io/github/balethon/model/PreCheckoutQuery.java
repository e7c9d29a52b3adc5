package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A payment that waits for the consent of the bot: Bale's {@code PreCheckoutQuery}. It
 * has to be answered within 10 seconds, and proves nothing: only a message with a
 * {@link SuccessfulPayment} does.
 *
 * @param id identifier for the answer, and of the payment
 * @param from the person who pays
 * @param currency {@code IRR}
 * @param totalAmount amount in rials
 * @param invoicePayload the bot's own text for the order
 * @param shippingOptionId undocumented
 * @param orderInfo undocumented
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param id identifier for the answer, and of the payment
	 * @param from the person who pays
	 * @param currency {@code IRR}
	 * @param totalAmount amount in rials
	 * @param invoicePayload the bot's own text for the order
	 * @param shippingOptionId undocumented
	 * @param orderInfo undocumented
	 */
	public PreCheckoutQuery(String id, @Nullable User from, @Nullable String currency, long totalAmount,
			String invoicePayload, @Nullable String shippingOptionId, @Nullable OrderInfo orderInfo) {
		this(id, from, currency, totalAmount, invoicePayload, shippingOptionId, orderInfo, Map.of());
	}

	/**
	 * Creates a query as Bale documents it.
	 * @param id the identifier
	 * @param from the person who pays
	 * @param totalAmount the amount in rials
	 * @param invoicePayload the bot's own text for the order
	 */
	public PreCheckoutQuery(String id, @Nullable User from, long totalAmount, String invoicePayload) {
		this(id, from, "IRR", totalAmount, invoicePayload, null, null);
	}

	/**
	 * Identifiers and the amount only.
	 */
	@Override
	public String toString() {
		return "PreCheckoutQuery[id=" + this.id + ", from=" + this.from + ", totalAmount=" + this.totalAmount + "]";
	}

}
