package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.LabeledPrice;

/**
 * Makes an invoice for a mini app, which opens it by the text that comes back: Bale's
 * {@code createInvoiceLink}.
 *
 * @param title what is sold, 1 to 32 characters
 * @param description more about it, 1 to 255 characters
 * @param payload the bot's own text for the order, 1 to 128 bytes, which comes back with
 * the payment
 * @param providerToken wallet token from botfather
 * @param prices what is paid for; the sum is charged, in rials
 * @since 0.1.0
 */
public record CreateInvoiceLink(String title, String description, String payload, String providerToken,
		List<LabeledPrice> prices) implements BaleMethod<String> {

	/**
	 * A request with all that it needs.
	 * @param title what is sold, 1 to 32 characters
	 * @param description more about it, 1 to 255 characters
	 * @param payload the bot's own text for the order, 1 to 128 bytes
	 * @param providerToken the wallet token from botfather
	 * @param prices what is paid for
	 * @return the request
	 * @throws IllegalArgumentException if a text is empty or too long, or there is no
	 * price
	 */
	public static CreateInvoiceLink of(String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return new CreateInvoiceLink(Parameters.length("title", title, 1, 32),
				Parameters.length("description", description, 1, 255), Parameters.bytes("payload", payload, 1, 128),
				Parameters.text("provider_token", providerToken),
				Parameters.size("prices", prices, 1, Integer.MAX_VALUE));
	}

	@Override
	public String methodName() {
		return "createInvoiceLink";
	}

	@Override
	public Type resultType() {
		return String.class;
	}

	/**
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "CreateInvoiceLink[]";
	}

}
