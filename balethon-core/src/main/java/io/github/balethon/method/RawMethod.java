package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A request for any method of the Bot API by its name, including those that this version
 * does not know. <pre class="code">
 * bale.execute(RawMethod.of("setMyName").parameter("name", "Demo"))
 * bale.execute(RawMethod.of("getChat").chatId(ChatId.of("@news")).as(Chat.class))
 * </pre> The chat of a raw request is never filled in from the update that a handler
 * answers.
 *
 * @param <R> the type of the result
 * @param methodName the name of the method on the wire
 * @param resultType the type of the result
 * @param parameters the parameters by their names on the wire; values are JSON values,
 * types of the model, and files
 * @param alwaysForm whether to send a form even without an upload
 * @since 0.1.0
 */
public record RawMethod<R>(String methodName, Type resultType, @JsonValue Map<String, Object> parameters,
		boolean alwaysForm) implements FileMethod<R> {

	// The name becomes a part of the URL.
	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

	public RawMethod {
		Assert.isTrue(NAME.matcher(methodName).matches(), "The name of a method must consist of letters and digits");
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/**
	 * Creates a request without parameters and with a JSON result.
	 * @param methodName the name of the method, such as {@code sendMessage}
	 * @return the request
	 * @throws IllegalArgumentException if the name contains anything but letters and
	 * digits
	 */
	public static RawMethod<JsonNode> of(String methodName) {
		return new RawMethod<>(methodName, JsonNode.class, Map.of(), false);
	}

	/**
	 * Sets the parameter {@code chat_id}.
	 * @param chatId the identifier of the chat
	 * @return a new request
	 */
	@CheckReturnValue
	public RawMethod<R> chatId(long chatId) {
		return chatId(ChatId.of(chatId));
	}

	/**
	 * Sets the parameter {@code chat_id}.
	 * @param chatId the identifier or username of the chat
	 * @return a new request
	 */
	@CheckReturnValue
	public RawMethod<R> chatId(ChatId chatId) {
		return parameter("chat_id", chatId);
	}

	/**
	 * Sets a parameter.
	 * @param name the name on the wire, such as {@code user_id}
	 * @param value the value; {@code null} removes the parameter
	 * @return a new request
	 */
	@CheckReturnValue
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
	 * Sets the type of the result.
	 * @param <T> the type of the result
	 * @param type the type
	 * @return a new request
	 */
	@CheckReturnValue
	public <T> RawMethod<T> as(Class<T> type) {
		return new RawMethod<>(this.methodName, type, this.parameters, this.alwaysForm);
	}

	/**
	 * Sets the type of the result to a generic type such as a list.
	 * @param <T> the type of the result
	 * @param type the type
	 * @return a new request
	 */
	@CheckReturnValue
	public <T> RawMethod<T> as(ParameterizedTypeReference<T> type) {
		return new RawMethod<>(this.methodName, type.getType(), this.parameters, this.alwaysForm);
	}

	/**
	 * Sends a form even without an upload.
	 * @return a new request
	 */
	@CheckReturnValue
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
	 * Omits values, which may be texts of users, or secrets.
	 */
	@Override
	public String toString() {
		return "RawMethod[methodName=" + this.methodName + ", parameters=" + this.parameters.keySet() + "]";
	}

}
