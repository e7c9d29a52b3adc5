package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A location: Bale's {@code Location}.
 *
 * @param longitude longitude in degrees
 * @param latitude latitude in degrees
 * @param horizontalAccuracy radius of uncertainty in metres; not documented by Bale
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Location(double longitude, double latitude, @Nullable Double horizontalAccuracy,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Location {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a location without unknown fields.
	 * @param longitude longitude in degrees
	 * @param latitude latitude in degrees
	 * @param horizontalAccuracy radius of uncertainty in metres; not documented by Bale
	 */
	public Location(double longitude, double latitude, @Nullable Double horizontalAccuracy) {
		this(longitude, latitude, horizontalAccuracy, Map.of());
	}

	/**
	 * Omits the coordinates, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "Location[]";
	}

}
