package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The statuses of members of a chat. A user who is not a member has none: Bale responds
 * with an error.
 *
 * @since 0.1.0
 */
public enum ChatMemberStatus {

	/** The owner. */
	CREATOR,
	/** An administrator, with some rights. */
	ADMINISTRATOR,
	/** An ordinary member. */
	MEMBER,
	/** A user with fewer rights than a member. */
	RESTRICTED,
	/**
	 * A value that this version does not know; {@link ChatMember#status()} returns the
	 * text.
	 */
	UNKNOWN;

	static ChatMemberStatus of(@Nullable String status) {
		if (status == null) {
			return UNKNOWN;
		}
		return switch (status) {
			case "creator" -> CREATOR;
			case "administrator" -> ADMINISTRATOR;
			case "member" -> MEMBER;
			case "restricted" -> RESTRICTED;
			default -> UNKNOWN;
		};
	}

}
