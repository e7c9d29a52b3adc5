package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Condition of a handler, merged from the annotations of the method and its class. The
 * {@link HandlerTable} is indexed by the first components; the {@link Guard} is evaluated
 * for each candidate.
 *
 * @param commands commands with their prefix, in lower case
 * @param texts texts of messages
 * @param regexes regular expressions for texts
 * @param callbacks literal callback data
 * @param callbackPatterns templates and regular expressions for callback data
 * @param kinds kinds of updates
 * @param states states of the conversation
 * @param fallback whether the handler is a fallback
 * @param guard the remaining condition
 */
record HandlerCondition(Set<String> commands, Set<String> texts, List<TextPattern> regexes, Set<String> callbacks,
		List<TextPattern> callbackPatterns, Set<UpdateKind> kinds, Set<String> states, boolean fallback, Guard guard) {

	/** Kinds of updates that come from Bale. */
	static final Set<UpdateKind> OF_BALE = Collections
		.unmodifiableSet(EnumSet.complementOf(EnumSet.of(UpdateKind.STATE_TIMEOUT)));

	boolean matchesText() {
		return !this.commands.isEmpty() || !this.texts.isEmpty() || !this.regexes.isEmpty();
	}

	boolean matchesCallback() {
		return !this.callbacks.isEmpty() || !this.callbackPatterns.isEmpty();
	}

	boolean hasNoLiteral() {
		return !matchesText() && !matchesCallback();
	}

	List<TextPattern> patterns() {
		return this.callbackPatterns.isEmpty() ? this.regexes : this.callbackPatterns;
	}

	HandlerCondition callbackPatterns(List<TextPattern> callbackPatterns) {
		return new HandlerCondition(this.commands, this.texts, this.regexes, this.callbacks, callbackPatterns,
				this.kinds, this.states, this.fallback, this.guard);
	}

	HandlerCondition kinds(Set<UpdateKind> kinds) {
		return new HandlerCondition(this.commands, this.texts, this.regexes, this.callbacks, this.callbackPatterns,
				kinds, this.states, this.fallback, this.guard);
	}

	@Override
	public String toString() {
		List<String> parts = new ArrayList<>();
		if (!hasNoLiteral()) {
			parts.add(describeTexts());
		}
		else {
			parts.add((this.fallback ? "fallback for any " : "any ") + describeKinds());
		}
		if (!this.states.isEmpty()) {
			parts.add("state " + this.states);
		}
		this.guard.describe(parts);
		return String.join(", ", parts);
	}

	/**
	 * Describes the texts, commands and callback data.
	 * @return a phrase such as {@code command /start}; empty if there is none
	 */
	String describeTexts() {
		List<String> parts = new ArrayList<>();
		if (!this.commands.isEmpty()) {
			parts.add("command " + String.join(", ", this.commands));
		}
		if (!this.texts.isEmpty()) {
			parts.add("text " + this.texts);
		}
		if (!this.regexes.isEmpty()) {
			parts.add("regex " + this.regexes);
		}
		if (!this.callbacks.isEmpty()) {
			parts.add("callback " + this.callbacks);
		}
		if (!this.callbackPatterns.isEmpty()) {
			parts.add("callback " + this.callbackPatterns);
		}
		return String.join(", ", parts);
	}

	/**
	 * Describes the kinds of updates.
	 * @return a phrase such as {@code message}
	 */
	String describeKinds() {
		return this.kinds.equals(OF_BALE) ? "update" : names(this.kinds);
	}

	private static String names(Set<? extends Enum<?>> constants) {
		return constants.stream()
			.map((constant) -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.sorted()
			.collect(Collectors.joining(", "));
	}

	/**
	 * Condition that is parsed from an expression.
	 *
	 * @param source the expression
	 * @param condition the parsed condition
	 */
	record Written(String source, BaleCondition condition) implements FailedCondition {

		@Override
		public boolean equals(Object other) {
			return other instanceof Written written && this.source.equals(written.source);
		}

		@Override
		public int hashCode() {
			return this.source.hashCode();
		}

		@Override
		public String describe() {
			return "when " + this.source;
		}

		@Override
		public String toString() {
			return this.source;
		}

	}

	/**
	 * Part of the condition that the table of handlers is not indexed by. Cheap checks
	 * come first. An empty set matches all.
	 *
	 * @param contents content of the message
	 * @param chats types of chats
	 * @param chatIds identifiers and usernames of chats, usernames in lower case
	 * @param senders identifiers and usernames of users, usernames in lower case
	 * @param written named conditions and SpEL expressions
	 */
	record Guard(Set<Content> contents, Set<ChatType> chats, Set<ChatId> chatIds, Set<ChatId> senders,
			List<Written> written) {

		/**
		 * Returns the first condition that an update does not match.
		 * @param context the context of the update
		 * @return the condition, or {@code null} if the update matches
		 */
		@Nullable FailedCondition failed(BaleContext context) {
			if (!matchesContent(context.message())) {
				return failed(GuardPart.CONTENT);
			}
			Chat chat = context.update().chat();
			if (!matchesChat(chat)) {
				return failed(GuardPart.CHAT);
			}
			if (!matchesChatId(chat)) {
				return failed(GuardPart.CHAT_ID);
			}
			return matchesSender(context.update().from()) ? failedWritten(context) : failed(GuardPart.SENDER);
		}

		private FailedCondition failed(GuardPart part) {
			return () -> part.describe(this);
		}

		private boolean matchesContent(@Nullable Message message) {
			return this.contents.isEmpty() || (message != null && this.contents.contains(message.content()));
		}

		private boolean matchesChat(@Nullable Chat chat) {
			return this.chats.isEmpty() || (chat != null && this.chats.contains(chat.kind()));
		}

		private boolean matchesChatId(@Nullable Chat chat) {
			return this.chatIds.isEmpty() || (chat != null && contains(this.chatIds, chat.id(), chat.username()));
		}

		private boolean matchesSender(@Nullable User from) {
			return this.senders.isEmpty() || (from != null && contains(this.senders, from.id(), from.username()));
		}

		private static boolean contains(Set<ChatId> identifiers, long id, @Nullable String username) {
			return identifiers.contains(ChatId.of(id)) || (username != null && !username.isBlank()
					&& identifiers.contains(ChatId.of(username.toLowerCase(Locale.ROOT))));
		}

		private @Nullable FailedCondition failedWritten(BaleContext context) {
			for (Written each : this.written) {
				if (!each.condition().matches(context)) {
					return each;
				}
			}
			return null;
		}

		/**
		 * Returns the number of conditions. More conditions take precedence.
		 * @return the number
		 */
		int size() {
			return one(this.contents) + one(this.chats) + one(this.chatIds) + one(this.senders) + this.written.size();
		}

		private static int one(Set<?> values) {
			return values.isEmpty() ? 0 : 1;
		}

		/**
		 * Whether this guard matches all updates that another one matches.
		 * @param other the other guard
		 * @return {@code true} if it certainly does
		 */
		boolean covers(Guard other) {
			return covers(this.contents, other.contents) && covers(this.chats, other.chats)
					&& covers(this.chatIds, other.chatIds) && covers(this.senders, other.senders)
					&& other.written.containsAll(this.written);
		}

		private static boolean covers(Set<?> values, Set<?> others) {
			return values.isEmpty() || (!others.isEmpty() && values.containsAll(others));
		}

		private void describe(List<String> parts) {
			if (!this.contents.isEmpty()) {
				parts.add(GuardPart.CONTENT.describe(this));
			}
			if (!this.chats.isEmpty()) {
				parts.add(GuardPart.CHAT.describe(this));
			}
			if (!this.chatIds.isEmpty()) {
				parts.add(GuardPart.CHAT_ID.describe(this));
			}
			if (!this.senders.isEmpty()) {
				parts.add(GuardPart.SENDER.describe(this));
			}
			this.written.forEach((each) -> parts.add("when " + each));
		}

	}

	/**
	 * Part of a {@link Guard}.
	 */
	private enum GuardPart {

		CONTENT, CHAT, CHAT_ID, SENDER;

		private String describe(Guard guard) {
			return switch (this) {
				case CONTENT -> "content " + names(guard.contents());
				case CHAT -> "chat " + names(guard.chats());
				case CHAT_ID -> "chat id " + guard.chatIds();
				case SENDER -> "sender " + guard.senders();
			};
		}

	}

}
