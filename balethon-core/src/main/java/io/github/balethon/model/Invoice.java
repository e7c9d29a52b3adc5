package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A request for money in a message: Bale's {@code Invoice}.
 *
 * @param title what is sold
 * @param description more about it
 * @param totalAmount amount in rials
 * @param currency {@code IRR}; undocumented
 * @param startParameter undocumented
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param title what is sold
	 * @param description more about it
	 * @param totalAmount amount in rials
	 * @param currency {@code IRR}; undocumented
	 * @param startParameter undocumented
	 */
	public Invoice(String title, String description, long totalAmount, @Nullable String currency,
			@Nullable String startParameter) {
		this(title, description, totalAmount, currency, startParameter, Map.of());
	}

	/**
	 * The amount only: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "Invoice[totalAmount=" + this.totalAmount + "]";
	}

}
