package io.github.balethon.conversation.internal;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Type of the data of conversations, which is converted to JSON and back.
 *
 * @since 0.1.0
 */
public final class ConversationData {

	private static final int MAX_BYTES = 256 * 1024;

	private final JavaType type;

	private final ObjectReader reader;

	private final ObjectWriter writer;

	ConversationData(JsonMapper mapper, JavaType type) {
		this.type = type;
		this.reader = mapper.readerFor(type);
		this.writer = mapper.writerFor(type);
	}

	/**
	 * Whether any data has this type, so that the handler does not declare one.
	 * @return {@code true} for {@code Conversation<?>}
	 */
	public boolean isAny() {
		return this.type.getRawClass() == Object.class;
	}

	/**
	 * Returns why JSON cannot be converted to this type at all.
	 * @return the reason, or {@code null} if some JSON can
	 */
	public @Nullable String problem() {
		try {
			this.reader.readValue("{}");
			return null;
		}
		catch (InvalidDefinitionException ex) {
			return ex.getOriginalMessage();
		}
		catch (JacksonException ex) {
			// The type is fine, but needs a value or other properties.
			return null;
		}
	}

	Object read(byte[] json) {
		return this.reader.readValue(json);
	}

	byte[] write(Object value) {
		byte[] json;
		try {
			json = this.writer.writeValueAsBytes(value);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"Data of a conversation of type %s cannot be converted to JSON".formatted(this), ex);
		}
		if (json.length > MAX_BYTES) {
			throw new IllegalArgumentException(
					"Data of a conversation has %d bytes as JSON. The maximum is %d: store it elsewhere, and its key here"
						.formatted(json.length, MAX_BYTES));
		}
		return json;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ConversationData that && this.type.equals(that.type);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.type);
	}

	@Override
	public String toString() {
		return this.type.toCanonical();
	}

}
