package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * Where goods should go: Bale's undocumented {@code ShippingAddress}.
 *
 * @param countryCode code of the country
 * @param state state or province
 * @param city city
 * @param streetLine1 first line of the address
 * @param streetLine2 second line of the address
 * @param postCode post code
 * @since 0.1.0
 */
public record ShippingAddress(@Nullable String countryCode, @Nullable String state, @Nullable String city,
		@Nullable String streetLine1, @Nullable String streetLine2, @Nullable String postCode) {

	/**
	 * Nothing: where people live does not belong into logs.
	 */
	@Override
	public String toString() {
		return "ShippingAddress[]";
	}

}
