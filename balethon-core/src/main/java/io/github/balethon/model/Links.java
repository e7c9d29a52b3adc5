package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * Links into Bale, and mentions, which are links too.
 */
final class Links {

	private static final String HOST = "https://ble.ir/";

	private Links() {
	}

	static @Nullable String toPage(@Nullable String username) {
		return (username != null) ? HOST + username : null;
	}

	static String mention(long userId, @Nullable String username, String name) {
		if (username != null) {
			return "@" + username;
		}
		String plain = MarkdownEscape.label(name);
		return "[" + (plain.isEmpty() ? Long.toString(userId) : plain) + "](uid:" + userId + ")";
	}

	static String fullName(@Nullable String firstName, @Nullable String lastName) {
		String first = Received.textOrEmpty(firstName);
		return (lastName != null) ? (first + " " + lastName).strip() : first;
	}

	/**
	 * An address that a browser can open: Bale leaves the scheme out at times.
	 * @param link the link as Bale sent it
	 * @return the link with a scheme
	 */
	static @Nullable String withScheme(@Nullable String link) {
		if (link == null || link.isEmpty()) {
			return null;
		}
		return link.contains("://") ? link : "https://" + link;
	}

}
