package io.github.balethon.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * Decodes query strings and forms. Only an ampersand ends a value: some clients encode
 * neither a semicolon nor a number sign.
 *
 * @since 0.1.0
 */
public final class Form {

	private Form() {
	}

	/**
	 * Decodes a query string or a form.
	 * @param text the encoded text
	 * @return the values by their names
	 * @throws IllegalArgumentException if a percent-encoding is malformed
	 */
	public static Map<String, List<String>> decode(String text) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (String pair : text.split("&")) {
			if (!pair.isEmpty()) {
				int end = pair.indexOf('=');
				String name = component((end < 0) ? pair : pair.substring(0, end));
				String value = component((end < 0) ? "" : pair.substring(end + 1));
				values.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
			}
		}
		return values;
	}

	private static String component(String text) {
		return QueryStringDecoder.decodeComponent(text, StandardCharsets.UTF_8);
	}

}
