package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The ranks of people in a chat. Somebody who is no member has none: Bale answers with an
 * error.
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
	/** Somebody with fewer rights than a member. */
	RESTRICTED,
	/**
	 * Anything that this version does not know; {@link ChatMember#status()} keeps the
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
