package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A place: Bale's {@code Location}.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 * @param horizontalAccuracy radius of uncertainty in metres; undocumented
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record Location(double longitude, double latitude, @Nullable Double horizontalAccuracy,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Location {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a location without unknown fields.
	 * @param longitude degrees east
	 * @param latitude degrees north
	 * @param horizontalAccuracy radius of uncertainty in metres; undocumented
	 */
	public Location(double longitude, double latitude, @Nullable Double horizontalAccuracy) {
		this(longitude, latitude, horizontalAccuracy, Map.of());
	}

	/**
	 * Nothing: where people are does not belong into logs.
	 */
	@Override
	public String toString() {
		return "Location[]";
	}

}
