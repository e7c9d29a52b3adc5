package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The proof of a payment: Bale's {@code SuccessfulPayment}.
 *
 * @param currency {@code IRR}
 * @param totalAmount amount in rials
 * @param invoicePayload the bot's own text for the order
 * @param telegramPaymentChargeId identifier of the payment, the same as
 * {@link PreCheckoutQuery#id()}
 * @param providerPaymentChargeId tracking number
 * @param shippingOptionId undocumented
 * @param orderInfo undocumented
 * @since 0.1.0
 */
public record SuccessfulPayment(@Nullable String currency, long totalAmount, String invoicePayload,
		String telegramPaymentChargeId, @Nullable String providerPaymentChargeId, @Nullable String shippingOptionId,
		@Nullable OrderInfo orderInfo) {

	public SuccessfulPayment {
		currency = Received.text(currency);
		invoicePayload = Received.textOrEmpty(invoicePayload);
		telegramPaymentChargeId = Received.textOrEmpty(telegramPaymentChargeId);
		providerPaymentChargeId = Received.text(providerPaymentChargeId);
		shippingOptionId = Received.text(shippingOptionId);
	}

	/**
	 * Identifiers and the amount only.
	 */
	@Override
	public String toString() {
		return "SuccessfulPayment[telegramPaymentChargeId=" + this.telegramPaymentChargeId + ", totalAmount="
				+ this.totalAmount + "]";
	}

}
