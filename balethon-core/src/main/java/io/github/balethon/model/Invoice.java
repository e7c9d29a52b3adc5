package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a message: Bale's {@code Invoice}.
 *
 * @param title title of the invoice
 * @param description description of the invoice
 * @param totalAmount amount in rials
 * @param currency {@code IRR}; not documented by Bale
 * @param startParameter undocumented
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Invoice(String title, String description, long totalAmount, @Nullable String currency,
		@Nullable String startParameter, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Invoice {
		title = Received.textOrEmpty(title);
		description = Received.textOrEmpty(description);
		currency = Received.text(currency);
		startParameter = Received.text(startParameter);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an invoice without unknown fields.
	 * @param title title of the invoice
	 * @param description description of the invoice
	 * @param totalAmount amount in rials
	 * @param currency {@code IRR}; not documented by Bale
	 * @param startParameter undocumented
	 */
	public Invoice(String title, String description, long totalAmount, @Nullable String currency,
			@Nullable String startParameter) {
		this(title, description, totalAmount, currency, startParameter, Map.of());
	}

	/**
	 * Contains the amount only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "Invoice[totalAmount=" + this.totalAmount + "]";
	}

}
