package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.LabeledPrice;

/**
 * Creates an invoice link, which a mini app opens.
 *
 * @param title the title of the invoice, 1 to 32 characters
 * @param description the description of the invoice, 1 to 255 characters
 * @param payload the payload of the application, 1 to 128 bytes, returned with the
 * payment
 * @param providerToken the wallet token issued by BotFather
 * @param prices the prices in rials, whose sum is charged; at least one
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code createInvoiceLink}</a>
 */
public record CreateInvoiceLink(String title, String description, String payload, String providerToken,
		List<LabeledPrice> prices) implements BaleMethod<String> {

	public CreateInvoiceLink {
		Parameters.length("title", title, 1, 32);
		Parameters.length("description", description, 1, 255);
		Parameters.bytes("payload", payload, 1, 128);
		Parameters.text("provider_token", providerToken);
		prices = Parameters.size("prices", prices, 1, Integer.MAX_VALUE);
	}

	/**
	 * Creates a request.
	 * @param title the title of the invoice, 1 to 32 characters
	 * @param description the description of the invoice, 1 to 255 characters
	 * @param payload the payload of the application, 1 to 128 bytes, returned with the
	 * payment
	 * @param providerToken the wallet token issued by BotFather
	 * @param prices the prices in rials, whose sum is charged; at least one
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static CreateInvoiceLink of(String title, String description, String payload, String providerToken,
			List<? extends LabeledPrice> prices) {
		return new CreateInvoiceLink(title, description, payload, providerToken, List.copyOf(prices));
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "CreateInvoiceLink[]";
	}

	@Override
	public String methodName() {
		return "createInvoiceLink";
	}

	@Override
	public Type resultType() {
		return String.class;
	}

}
