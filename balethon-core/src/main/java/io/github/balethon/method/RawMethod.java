package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;

/**
 * Any method of the Bot API by its name, also one that this version does not know.
 * <pre class="code">
 * bale.execute(RawMethod.of("setMyName").parameter("name", "Demo"))
 * bale.execute(RawMethod.of("getChat").parameter("chat_id", 7).as(Chat.class))
 * </pre>
 *
 * @param <R> the type of the result
 * @param methodName name of the method on the wire
 * @param resultType type of the result
 * @param parameters parameters by their names on the wire; values are what JSON knows,
 * types of the model, and files
 * @param alwaysForm whether a form is sent even without an upload
 * @since 0.1.0
 */
public record RawMethod<R>(String methodName, Type resultType, @JsonValue Map<String, Object> parameters,
		boolean alwaysForm) implements FileMethod<R> {

	// The name becomes a part of the address.
	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

	/**
	 * A request without parameters, whose result is JSON.
	 * @param methodName the name of the method, such as {@code sendMessage}
	 * @return the request
	 * @throws IllegalArgumentException if the name has other than letters and digits
	 */
	public static RawMethod<JsonNode> of(String methodName) {
		Assert.isTrue(NAME.matcher(methodName).matches(), "The name of a method must consist of letters and digits");
		return new RawMethod<>(methodName, JsonNode.class, Map.of(), false);
	}

	/**
	 * This request, with a parameter.
	 * @param name the name on the wire, such as {@code chat_id}
	 * @param value the value; {@code null} leaves the parameter out
	 * @return a new request
	 */
	public RawMethod<R> parameter(String name, @Nullable Object value) {
		Map<String, Object> copy = new LinkedHashMap<>(this.parameters);
		if (value == null) {
			copy.remove(name);
		}
		else {
			copy.put(name, value);
		}
		return new RawMethod<>(this.methodName, this.resultType, copy, this.alwaysForm);
	}

	/**
	 * This request, with a result of a type.
	 * @param <T> the type of the result
	 * @param type the type
	 * @return a new request
	 */
	public <T> RawMethod<T> as(Class<T> type) {
		return new RawMethod<>(this.methodName, type, this.parameters, this.alwaysForm);
	}

	/**
	 * This request, with a result of a type such as a list.
	 * @param <T> the type of the result
	 * @param type the type
	 * @return a new request
	 */
	public <T> RawMethod<T> as(ParameterizedTypeReference<T> type) {
		return new RawMethod<>(this.methodName, type.getType(), this.parameters, this.alwaysForm);
	}

	/**
	 * This request, as a form even without an upload.
	 * @return a new request
	 */
	public RawMethod<R> asForm() {
		return new RawMethod<>(this.methodName, this.resultType, this.parameters, true);
	}

	@Override
	public List<InputFile> files() {
		return this.parameters.values().stream().flatMap(RawMethod::filesIn).toList();
	}

	private static Stream<InputFile> filesIn(@Nullable Object value) {
		if (value instanceof InputFile file) {
			return Stream.of(file);
		}
		if (value instanceof InputMedia item) {
			return item.files().stream();
		}
		if (value instanceof InputSticker sticker) {
			return Stream.of(sticker.sticker());
		}
		if (value instanceof Collection<?> values) {
			return values.stream().flatMap(RawMethod::filesIn);
		}
		return (value instanceof Map<?, ?> map) ? map.values().stream().flatMap(RawMethod::filesIn) : Stream.empty();
	}

	/**
	 * Names only: values may be what people wrote, or a secret.
	 */
	@Override
	public String toString() {
		return "RawMethod[methodName=" + this.methodName + ", parameters=" + this.parameters.keySet() + "]";
	}

}
