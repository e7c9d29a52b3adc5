package io.github.balethon.model;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A poll in a message: Bale's undocumented {@code Poll}. Bots cannot send one.
 *
 * @param id identifier of the poll
 * @param question the question
 * @param options options of the poll
 * @param totalVoterCount number of users who voted
 * @param isClosed whether voting has ended
 * @param isAnonymous whether votes are secret
 * @param type {@code regular} or {@code quiz}; other values are kept
 * @param allowsMultipleAnswers whether more than one option can be chosen
 * @param allowsRevoting whether a vote can be changed
 * @param membersOnly whether only members may vote
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Poll(String id, String question, List<PollOption> options, int totalVoterCount,
		@Nullable Boolean isClosed, @Nullable Boolean isAnonymous, @Nullable String type,
		@Nullable Boolean allowsMultipleAnswers, @Nullable Boolean allowsRevoting, @Nullable Boolean membersOnly,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Poll {
		id = Received.textOrEmpty(id);
		question = Received.textOrEmpty(question);
		options = Received.list(options);
		type = Received.text(type);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a poll without unknown fields.
	 * @param id identifier of the poll
	 * @param question the question
	 * @param options options of the poll
	 * @param totalVoterCount number of users who voted
	 * @param isClosed whether voting has ended
	 * @param isAnonymous whether votes are secret
	 * @param type {@code regular} or {@code quiz}; other values are kept
	 * @param allowsMultipleAnswers whether more than one option can be chosen
	 * @param allowsRevoting whether a vote can be changed
	 * @param membersOnly whether only members may vote
	 */
	public Poll(String id, String question, List<PollOption> options, int totalVoterCount, @Nullable Boolean isClosed,
			@Nullable Boolean isAnonymous, @Nullable String type, @Nullable Boolean allowsMultipleAnswers,
			@Nullable Boolean allowsRevoting, @Nullable Boolean membersOnly) {
		this(id, question, options, totalVoterCount, isClosed, isAnonymous, type, allowsMultipleAnswers, allowsRevoting,
				membersOnly, Map.of());
	}

	/**
	 * Returns the type of the poll.
	 * @return the type; {@link #type()} returns the text of an unknown one
	 */
	public PollType kind() {
		return PollType.of(this.type);
	}

	/**
	 * Contains the identifier only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "Poll[id=" + this.id + ", options=" + this.options.size() + "]";
	}

}
