package io.github.balethon.conversation.internal;

import java.time.Duration;
import java.util.stream.Stream;

import io.github.balethon.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the handlers of one class see it.
 *
 * @param <T> the type of the data
 * @since 0.1.0
 */
public final class TypedConversation<T> implements Conversation<T> {

	private final ConversationSession session;

	private final ConversationData type;

	private final @Nullable String group;

	private TypedConversation(ConversationSession session, ConversationData type, @Nullable String group) {
		this.session = session;
		this.type = type;
		this.group = group;
	}

	/**
	 * Returns the conversation for a handler. Data that cannot be read ends the
	 * conversation before the handler is invoked.
	 * @param <T> the type of the data
	 * @param session the conversation of the update
	 * @param type the type of the data
	 * @param group the group of the handler, or {@code null} for none
	 * @return the conversation, or {@code null} if the update belongs to none
	 */
	public static <T> @Nullable Conversation<T> of(ConversationSession session, ConversationData type,
			@Nullable String group) {
		if (session.key() == null) {
			return null;
		}
		session.data(type, group);
		return new TypedConversation<>(session, type, group);
	}

	@Override
	public @Nullable String state() {
		String state = this.session.state();
		if (state == null || this.group == null || !this.group.equals(ConversationCatalog.group(state))) {
			return state;
		}
		return state.substring(this.group.length() + 1);
	}

	@Override
	public <E extends Enum<E>> @Nullable E state(Class<E> type) {
		String state = state();
		return Stream.of(type.getEnumConstants())
			.filter((constant) -> constant.name().equals(state))
			.findFirst()
			.orElse(null);
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable T data() {
		return (T) this.session.data(this.type, this.group);
	}

	@Override
	public void data(T data) {
		this.session.data(this.type, data);
	}

	@Override
	public void moveTo(String state) {
		this.session.moveTo(state, this.group, this.type, null);
	}

	@Override
	public void moveTo(String state, T data) {
		this.session.moveTo(state, this.group, this.type, data);
	}

	@Override
	public void expireAfter(Duration ttl) {
		this.session.expireAfter(ttl);
	}

	@Override
	public void end() {
		this.session.end();
	}

	/**
	 * Omits the data, which holds what users wrote.
	 */
	@Override
	public String toString() {
		return "Conversation[state=" + state() + "]";
	}

}
