package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A command of a user, such as {@code /start payload}.
 *
 * @param name name without the slash, as it was written
 * @param username username of the bot to which the command is addressed, as in
 * {@code /start@my_bot}
 * @param payload text after the command, without surrounding whitespace
 * @since 0.1.0
 */
public record MessageCommand(String name, @Nullable String username, @Nullable String payload) {

	/**
	 * Parses the command at the beginning of a text. Invisible characters around it are
	 * ignored.
	 * @param text the text
	 * @return the command, or {@code null} if the text begins with none
	 */
	public static @Nullable MessageCommand parse(@Nullable String text) {
		String written = (text != null) ? Spaces.stripMarks(text) : "";
		if (!written.startsWith("/")) {
			return null;
		}
		int end = 1;
		while (end < written.length() && !Spaces.isSpace(written.charAt(end))) {
			end++;
		}
		String word = Spaces.strip(written.substring(1, end));
		int at = word.indexOf('@');
		String name = (at >= 0) ? Spaces.strip(word.substring(0, at)) : word;
		if (name.isEmpty()) {
			return null;
		}
		return new MessageCommand(name, (at >= 0) ? Received.text(Spaces.strip(word.substring(at + 1))) : null,
				Received.text(Spaces.strip(written.substring(end))));
	}

	/**
	 * Contains the name only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "MessageCommand[name=" + this.name + "]";
	}

}
