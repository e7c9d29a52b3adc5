package io.github.balethon.access;

import java.util.List;

import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ReplyMarkup;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Thrown when the sender of an update is not a member of the chats that
 * {@link RequireMembership @RequireMembership} names. By default the text of the code
 * {@code bale.membership.required} is sent with the {@linkplain #getReplyMarkup()
 * buttons}.
 *
 * @since 0.1.0
 */
public final class MembershipRequiredException extends UpdateRefusedException {

	private final transient List<ChatId> chats;

	/**
	 * Creates an exception.
	 * @param chats the chats that the sender has not joined
	 * @param buttons the buttons to join and to check
	 */
	public MembershipRequiredException(List<ChatId> chats, ReplyMarkup buttons) {
		super("The sender is not a member of " + chats, new DefaultMessageSourceResolvable("bale.membership.required"),
				buttons);
		this.chats = List.copyOf(chats);
	}

	/**
	 * Returns the chats that the sender has not joined.
	 * @return the chats
	 */
	public List<ChatId> getChats() {
		return this.chats;
	}

}
