package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * What a person said about themselves for an order: Bale's undocumented
 * {@code OrderInfo}.
 *
 * @param name name
 * @param phoneNumber phone number
 * @param email e-mail address
 * @param shippingAddress where the goods should go
 * @since 0.1.0
 */
public record OrderInfo(@Nullable String name, @Nullable String phoneNumber, @Nullable String email,
		@Nullable ShippingAddress shippingAddress) {

	/**
	 * Nothing: who people are does not belong into logs.
	 */
	@Override
	public String toString() {
		return "OrderInfo[]";
	}

}
