package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be chosen in a poll: Bale's undocumented {@code PollOption}.
 *
 * @param persistentId identifier of the option
 * @param text what it says
 * @param voterCount number of people who chose it
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param text what it says
	 * @param voterCount number of people who chose it
	 */
	public PollOption(@Nullable String persistentId, String text, int voterCount) {
		this(persistentId, text, voterCount, Map.of());
	}

	/**
	 * The identifier only: what people write does not belong into logs.
	 */
	@Override
	public String toString() {
		return "PollOption[persistentId=" + this.persistentId + "]";
	}

}
