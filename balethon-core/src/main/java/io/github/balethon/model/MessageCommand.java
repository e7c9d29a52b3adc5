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
	 * The command that a text begins with. Invisible marks around it are ignored.
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
	 * The name only: what people write does not belong into logs.
	 */
	@Override
	public String toString() {
		return "MessageCommand[name=" + this.name + "]";
	}

}
