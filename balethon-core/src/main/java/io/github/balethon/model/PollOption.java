package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * An option of a poll: Bale's undocumented {@code PollOption}.
 *
 * @param persistentId identifier of the option
 * @param text text of the option
 * @param voterCount number of users who chose the option
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record PollOption(@Nullable String persistentId, String text, int voterCount,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public PollOption {
		persistentId = Received.text(persistentId);
		text = Received.textOrEmpty(text);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a poll option without unknown fields.
	 * @param persistentId identifier of the option
	 * @param text text of the option
	 * @param voterCount number of users who chose the option
	 */
	public PollOption(@Nullable String persistentId, String text, int voterCount) {
		this(persistentId, text, voterCount, Map.of());
	}

	/**
	 * Contains the identifier only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "PollOption[persistentId=" + this.persistentId + "]";
	}

}
