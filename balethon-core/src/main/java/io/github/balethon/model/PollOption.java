package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be chosen in a poll: Bale's undocumented {@code PollOption}.
 *
 * @param persistentId identifier of the option
 * @param text what it says
 * @param voterCount number of people who chose it
 * @since 0.1.0
 */
public record PollOption(@Nullable String persistentId, String text, int voterCount) {

	public PollOption {
		persistentId = Received.text(persistentId);
		text = Received.textOrEmpty(text);
	}

	/**
	 * The identifier only: what people write does not belong into logs.
	 */
	@Override
	public String toString() {
		return "PollOption[persistentId=" + this.persistentId + "]";
	}

}
