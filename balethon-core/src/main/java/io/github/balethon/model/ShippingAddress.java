package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A shipping address: Bale's undocumented {@code ShippingAddress}.
 *
 * @param countryCode code of the country
 * @param state state or province
 * @param city city
 * @param streetLine1 first line of the address
 * @param streetLine2 second line of the address
 * @param postCode post code
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record ShippingAddress(@Nullable String countryCode, @Nullable String state, @Nullable String city,
		@Nullable String streetLine1, @Nullable String streetLine2, @Nullable String postCode,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public ShippingAddress {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a shipping address without unknown fields.
	 * @param countryCode code of the country
	 * @param state state or province
	 * @param city city
	 * @param streetLine1 first line of the address
	 * @param streetLine2 second line of the address
	 * @param postCode post code
	 */
	public ShippingAddress(@Nullable String countryCode, @Nullable String state, @Nullable String city,
			@Nullable String streetLine1, @Nullable String streetLine2, @Nullable String postCode) {
		this(countryCode, state, city, streetLine1, streetLine2, postCode, Map.of());
	}

	/**
	 * Omits all fields, which are personal data.
	 */
	@Override
	public String toString() {
		return "ShippingAddress[]";
	}

}
