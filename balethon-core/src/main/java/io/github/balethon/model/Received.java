package io.github.balethon.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Normalizes values of the wire format: an absent field, {@code null} and an empty text
 * have the same meaning in Bale.
 */
final class Received {

	private Received() {
	}

	static @Nullable String text(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

	static String textOrEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	static <T> List<T> list(@Nullable List<T> list) {
		if (list == null || list.isEmpty()) {
			return List.of();
		}
		for (T element : list) {
			if (element == null) {
				return list.stream().filter(Objects::nonNull).toList();
			}
		}
		return List.copyOf(list);
	}

	static Map<String, @Nullable Object> unknownFields(@Nullable Map<String, @Nullable Object> fields) {
		// A copy of Map would refuse the nulls in it.
		return (fields == null || fields.isEmpty()) ? Map.of() : Collections.unmodifiableMap(fields);
	}

}
