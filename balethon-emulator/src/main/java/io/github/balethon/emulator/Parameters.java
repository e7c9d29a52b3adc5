package io.github.balethon.emulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of one request, however they came. Bale is loose about types: a number
 * may come as decimal text, an object as JSON text; an explicit null counts as absent.
 */
final class Parameters {

	private final ObjectNode values;

	Parameters(ObjectNode values) {
		this.values = values;
	}

	/**
	 * All parameters as they arrived; those of queries and forms are strings.
	 * @return an object that nobody changes
	 */
	JsonNode asJson() {
		return this.values;
	}

	@Nullable String text(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return null;
		}
		if (value.isContainer()) {
			throw new BadParameter(name, "a text");
		}
		return value.asString();
	}

	String text(String name, String absent) {
		String value = text(name);
		return (value != null) ? value : absent;
	}

	@Nullable Long integer(String name) {
		JsonNode value = value(name);
		if (value == null || (value.isString() && value.stringValue().isBlank())) {
			return null;
		}
		if (value.isIntegralNumber() && value.canConvertToLong()) {
			return value.longValue();
		}
		if (value.isString()) {
			try {
				return Long.valueOf(value.stringValue().strip());
			}
			catch (NumberFormatException ex) {
				throw new BadParameter(name, "a whole number");
			}
		}
		throw new BadParameter(name, "a whole number");
	}

	long integer(String name, long absent) {
		Long value = integer(name);
		return (value != null) ? value : absent;
	}

	long requiredInteger(String name) {
		Long value = integer(name);
		if (value == null) {
			throw new BadParameter(name, "a whole number");
		}
		return value;
	}

	@Nullable Boolean flag(String name) {
		String value = text(name);
		if (value == null || value.isEmpty()) {
			return null;
		}
		return switch (value) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new BadParameter(name, "true or false");
		};
	}

	@Nullable ObjectNode object(String name) {
		JsonNode value = value(name);
		if (value == null || (value.isString() && value.stringValue().isBlank())) {
			return null;
		}
		if (value.isString()) {
			value = parsed(name, value.stringValue());
		}
		if (value instanceof ObjectNode object) {
			return object;
		}
		throw new BadParameter(name, "an object");
	}

	boolean isNumber(String name) {
		return this.values.path(name).isNumber();
	}

	private JsonNode parsed(String name, String json) {
		try {
			return Json.read(json);
		}
		catch (JacksonException ex) {
			throw new BadParameter(name, "an object");
		}
	}

	private @Nullable JsonNode value(String name) {
		JsonNode value = this.values.get(name);
		return (value == null || value.isNull()) ? null : value;
	}

}
