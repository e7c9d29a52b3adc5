package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * What a mini app sent to the bot: Bale's {@code WebAppData}.
 *
 * @param data the data, which a dishonest client can make up
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record WebAppData(String data, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public WebAppData {
		data = Received.textOrEmpty(data);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a web app data without unknown fields.
	 * @param data the data, which a dishonest client can make up
	 */
	@JsonCreator(mode = JsonCreator.Mode.DISABLED)
	public WebAppData(String data) {
		this(data, Map.of());
	}

	/**
	 * Contains the length only, because the data may be personal.
	 */
	@Override
	public String toString() {
		return "WebAppData[length=" + this.data.length() + "]";
	}

}
