package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about themselves for an order: Bale's undocumented
 * {@code OrderInfo}.
 *
 * @param name name
 * @param phoneNumber phone number
 * @param email e-mail address
 * @param shippingAddress where the goods should go
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param shippingAddress where the goods should go
	 */
	public OrderInfo(@Nullable String name, @Nullable String phoneNumber, @Nullable String email,
			@Nullable ShippingAddress shippingAddress) {
		this(name, phoneNumber, email, shippingAddress, Map.of());
	}

	/**
	 * Nothing: who people are does not belong into logs.
	 */
	@Override
	public String toString() {
		return "OrderInfo[]";
	}

}
