package io.github.balethon.handler.internal;

import io.github.balethon.conversation.internal.ConversationData;
import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.conversation.internal.TypedConversation;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * Provides {@code Conversation} parameters.
 */
final class ConversationSource {

	private ConversationSource() {
	}

	/**
	 * Prepares a parameter.
	 * @param conversations the conversations of the bot, or {@code null} for none
	 * @param parameter the parameter
	 * @param handler the name of the handler, for errors
	 * @return the source of its value
	 */
	static HandlerParameter.Source of(@Nullable Conversations conversations, MethodParameter parameter,
			String handler) {
		if (conversations == null) {
			throw ConversationGroups.noStore(handler);
		}
		ConversationData data = conversations
			.data(ConversationGroups.dataType(ResolvableType.forMethodParameter(parameter)));
		String group = ConversationGroups.groupOf(parameter.getContainingClass());
		return (sources) -> {
			ConversationSession session = DefaultBaleContext.conversationOf(sources.context());
			return (session != null) ? TypedConversation.of(session, data, group) : null;
		};
	}

}
