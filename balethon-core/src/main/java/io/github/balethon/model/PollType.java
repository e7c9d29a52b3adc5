package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The types of polls.
 *
 * @since 0.1.0
 */
public enum PollType {

	/** A question without a right answer. */
	REGULAR,
	/** A question with a right answer. */
	QUIZ,
	/** A value that this version does not know; {@link Poll#type()} returns the text. */
	UNKNOWN;

	static PollType of(@Nullable String type) {
		if (type == null) {
			return UNKNOWN;
		}
		return switch (type) {
			case "regular" -> REGULAR;
			case "quiz" -> QUIZ;
			default -> UNKNOWN;
		};
	}

}
