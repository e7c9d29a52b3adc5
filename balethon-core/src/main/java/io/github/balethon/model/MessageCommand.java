package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A command that somebody wrote, such as {@code /start payload}.
 *
 * @param name name without the slash, as it was written
 * @param username bot that is meant, from {@code /start@my_bot}
 * @param payload what stands behind the command, without blanks around it
 * @since 0.1.0
 */
public record MessageCommand(String name, @Nullable String username, @Nullable String payload) {

	/**
	 * The command that a text begins with.
	 * @param text the text
	 * @return the command, or {@code null} if the text begins with none
	 */
	public static @Nullable MessageCommand parse(@Nullable String text) {
		if (text == null || !text.startsWith("/")) {
			return null;
		}
		int end = 1;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		String word = text.substring(1, end);
		int at = word.indexOf('@');
		String name = (at >= 0) ? word.substring(0, at) : word;
		if (name.isEmpty()) {
			return null;
		}
		return new MessageCommand(name, (at >= 0) ? Received.text(word.substring(at + 1)) : null,
				Received.text(text.substring(end).strip()));
	}

	/**
	 * The name only: what people write does not belong into logs.
	 */
	@Override
	public String toString() {
		return "MessageCommand[name=" + this.name + "]";
	}

}
