package io.github.balethon.emulator.botapi;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.BaleQuirk;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request. Types are lenient as in Bale: a number may be a string, an
 * object may be JSON in a string, {@code null} counts as absent.
 *
 * @since 0.1.0
 */
public final class Parameters {

	private final ObjectNode values;

	private final Map<String, Upload> uploads;

	private final boolean json;

	private final boolean strictFlags;

	public Parameters(ObjectNode values) {
		this(values, Map.of(), false, false);
	}

	/**
	 * Creates the parameters of a request.
	 * @param values the parameters that are not files
	 * @param uploads the files by the names of their parts
	 * @param json whether the body was JSON
	 * @param strictFlags whether only {@code true} and {@code false} are booleans
	 */
	public Parameters(ObjectNode values, Map<String, Upload> uploads, boolean json, boolean strictFlags) {
		this.values = values;
		this.uploads = uploads;
		this.json = json;
		this.strictFlags = strictFlags;
	}

	/**
	 * Returns all parameters as received. Values of query strings and forms are strings;
	 * files are described.
	 * @return an object that must not be changed
	 */
	public JsonNode asJson() {
		if (this.uploads.isEmpty()) {
			return this.values;
		}
		ObjectNode all = this.values.deepCopy();
		this.uploads.forEach((name, upload) -> all.set(name, upload.asJson()));
		return all;
	}

	/**
	 * Whether the body was JSON, which some methods refuse.
	 * @return whether the body was JSON
	 */
	boolean isJson() {
		return this.json;
	}

	/**
	 * Returns the names of all parameters, without uploads that others refer to.
	 * @return the names
	 */
	public Set<String> names() {
		Set<String> names = new LinkedHashSet<>(this.values.propertyNames());
		this.uploads.keySet().stream().filter((name) -> !isReferredTo(name)).forEach(names::add);
		return names;
	}

	@Nullable Upload upload(String name) {
		return this.uploads.get(name);
	}

	public @Nullable String text(String name) {
		JsonNode value = value(name);
		if (value == null) {
			return null;
		}
		if (value.isContainer()) {
			throw new BadParameter(name, "a text");
		}
		return value.asString();
	}

	public String text(String name, String absent) {
		String value = text(name);
		return (value != null) ? value : absent;
	}

	/**
	 * Returns a required text.
	 * @param name name of the parameter
	 * @param longest maximum number of characters
	 * @return the text
	 * @throws Refusal if it is blank or too long
	 */
	String requiredText(String name, int longest) {
		String text = text(name);
		if (text == null || text.isBlank()) {
			throw Refusal.blank(name);
		}
		if (text.codePointCount(0, text.length()) > longest) {
			throw new Refusal(400, name + ": the length must be between 1 and " + longest);
		}
		return text;
	}

	/**
	 * Returns an optional text.
	 * @param name name of the parameter
	 * @param longest maximum number of characters
	 * @return the text; empty if absent
	 * @throws Refusal if it is too long
	 */
	String optionalText(String name, int longest) {
		String text = text(name, "");
		if (text.codePointCount(0, text.length()) > longest) {
			throw new Refusal(400, name + ": the length must be no more than " + longest);
		}
		return text;
	}

	public @Nullable Long integer(String name) {
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

	public long integer(String name, long absent) {
		Long value = integer(name);
		return (value != null) ? value : absent;
	}

	public long requiredInteger(String name) {
		Long value = integer(name);
		if (value == null) {
			throw new BadParameter(name, "a whole number");
		}
		return value;
	}

	/**
	 * Returns a required number of a Bot API method.
	 * @param name name of the parameter
	 * @return the number
	 * @throws Refusal if it is absent
	 */
	long neededInteger(String name) {
		Long value = integer(name);
		if (value == null) {
			throw Refusal.blank(name);
		}
		return value;
	}

	public @Nullable Double decimal(String name) {
		String value = text(name);
		if (value == null || value.isBlank()) {
			return null;
		}
		try {
			double number = Double.parseDouble(value.strip());
			if (Double.isFinite(number)) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Falls through to the same exception.
		}
		throw new BadParameter(name, "a number");
	}

	public @Nullable Boolean flag(String name) {
		String value = text(name);
		if (value == null || value.isEmpty()) {
			return null;
		}
		String spelledOut = spelledOut(value);
		if (!spelledOut.equals("true") && !spelledOut.equals("false")) {
			throw new BadParameter(name, "true or false");
		}
		if (this.strictFlags && !spelledOut.equals(value)) {
			throw new BadParameter(name, "true or false", BaleQuirk.STRICT_BOOLEANS);
		}
		return Boolean.valueOf(spelledOut);
	}

	/**
	 * Returns the parameters of a nested object.
	 * @param name name of the object
	 * @return its parameters, or {@code null} if it is absent
	 */
	@Nullable Parameters nested(String name) {
		ObjectNode value = object(name);
		return (value != null) ? new Parameters(value, Map.of(), this.json, this.strictFlags) : null;
	}

	public @Nullable ObjectNode object(String name) {
		JsonNode value = tree(name);
		if (value == null || value instanceof ObjectNode) {
			return (ObjectNode) value;
		}
		throw new BadParameter(name, "an object");
	}

	public @Nullable ArrayNode array(String name) {
		JsonNode value = tree(name);
		if (value == null || value instanceof ArrayNode) {
			return (ArrayNode) value;
		}
		throw new BadParameter(name, "a list");
	}

	boolean isNumber(String name) {
		return this.values.path(name).isNumber();
	}

	private String spelledOut(String flag) {
		return switch (flag) {
			case "1" -> "true";
			case "0" -> "false";
			default -> flag.toLowerCase(Locale.ROOT);
		};
	}

	private boolean isReferredTo(String upload) {
		String texts = this.values.toString();
		// As a part of JSON text, its quotation marks are escaped.
		return texts.contains("attach://" + upload) || texts.contains("\"" + upload + "\\\"")
				|| texts.contains("\"" + upload + "\"");
	}

	public boolean has(String name) {
		return value(name) != null;
	}

	private @Nullable JsonNode tree(String name) {
		JsonNode value = value(name);
		if (value == null || (value.isString() && value.stringValue().isBlank())) {
			return null;
		}
		JsonNode tree = value.isString() ? parsed(name, value.stringValue()) : value;
		return tree.isNull() ? null : tree;
	}

	private JsonNode parsed(String name, String json) {
		try {
			return Json.read(json);
		}
		catch (JacksonException ex) {
			throw new BadParameter(name, "JSON");
		}
	}

	private @Nullable JsonNode value(String name) {
		JsonNode value = this.values.get(name);
		return (value == null || value.isNull()) ? null : value;
	}

}
