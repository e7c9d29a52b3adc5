package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * The details of a customer for an order: Bale's undocumented {@code OrderInfo}.
 *
 * @param name name
 * @param phoneNumber phone number
 * @param email e-mail address
 * @param shippingAddress shipping address
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record OrderInfo(@Nullable String name, @Nullable String phoneNumber, @Nullable String email,
		@Nullable ShippingAddress shippingAddress,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public OrderInfo {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an order info without unknown fields.
	 * @param name name
	 * @param phoneNumber phone number
	 * @param email e-mail address
	 * @param shippingAddress shipping address
	 */
	public OrderInfo(@Nullable String name, @Nullable String phoneNumber, @Nullable String email,
			@Nullable ShippingAddress shippingAddress) {
		this(name, phoneNumber, email, shippingAddress, Map.of());
	}

	/**
	 * Omits all fields, which are personal data.
	 */
	@Override
	public String toString() {
		return "OrderInfo[]";
	}

}
