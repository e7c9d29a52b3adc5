package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A place: Bale's {@code Location}.
 *
 * @param longitude degrees east
 * @param latitude degrees north
 * @param horizontalAccuracy radius of uncertainty in metres; undocumented
 * @since 0.1.0
 */
public record Location(double longitude, double latitude, @Nullable Double horizontalAccuracy) {

	/**
	 * Nothing: where people are does not belong into logs.
	 */
	@Override
	public String toString() {
		return "Location[]";
	}

}
