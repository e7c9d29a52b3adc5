package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a payment: Bale's {@code SuccessfulPayment}.
 *
 * @param currency {@code IRR}
 * @param totalAmount amount in rials
 * @param invoicePayload payload of the invoice
 * @param telegramPaymentChargeId identifier of the payment, the same as
 * {@link PreCheckoutQuery#id()}
 * @param providerPaymentChargeId tracking number
 * @param shippingOptionId undocumented
 * @param orderInfo undocumented
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record SuccessfulPayment(@Nullable String currency, long totalAmount, String invoicePayload,
		String telegramPaymentChargeId, @Nullable String providerPaymentChargeId, @Nullable String shippingOptionId,
		@Nullable OrderInfo orderInfo, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public SuccessfulPayment {
		currency = Received.text(currency);
		invoicePayload = Received.textOrEmpty(invoicePayload);
		telegramPaymentChargeId = Received.textOrEmpty(telegramPaymentChargeId);
		providerPaymentChargeId = Received.text(providerPaymentChargeId);
		shippingOptionId = Received.text(shippingOptionId);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a successful payment without unknown fields.
	 * @param currency {@code IRR}
	 * @param totalAmount amount in rials
	 * @param invoicePayload payload of the invoice
	 * @param telegramPaymentChargeId identifier of the payment, the same as
	 * {@link PreCheckoutQuery#id()}
	 * @param providerPaymentChargeId tracking number
	 * @param shippingOptionId undocumented
	 * @param orderInfo undocumented
	 */
	public SuccessfulPayment(@Nullable String currency, long totalAmount, String invoicePayload,
			String telegramPaymentChargeId, @Nullable String providerPaymentChargeId, @Nullable String shippingOptionId,
			@Nullable OrderInfo orderInfo) {
		this(currency, totalAmount, invoicePayload, telegramPaymentChargeId, providerPaymentChargeId, shippingOptionId,
				orderInfo, Map.of());
	}

	/**
	 * Contains identifiers and the amount only.
	 */
	@Override
	public String toString() {
		return "SuccessfulPayment[telegramPaymentChargeId=" + this.telegramPaymentChargeId + ", totalAmount="
				+ this.totalAmount + "]";
	}

}
