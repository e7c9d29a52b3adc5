package io.github.balethon.client;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Escapes text for the log. Texts of users are part of exception messages: with a line
 * break, a user could forge log entries, and with other control characters manipulate a
 * terminal.
 *
 * @since 0.1.0
 */
public final class LogText {

	// Further causes do not help, and may be caused by an attack.
	private static final int MAX_DEPTH = 50;

	private LogText() {
	}

	/**
	 * Escapes control characters: line breaks, escape sequences of terminals, and marks
	 * that override the direction of text.
	 * @param text any text
	 * @return the text on one line, with escapes such as {@code \n}
	 */
	public static String escape(String text) {
		if (text.chars().noneMatch(LogText::isControl)) {
			return text;
		}
		StringBuilder escaped = new StringBuilder(text.length() + 16);
		text.chars().forEach((character) -> {
			switch (character) {
				case '\n' -> escaped.append("\\n");
				case '\r' -> escaped.append("\\r");
				default -> {
					if (isControl(character)) {
						escaped.append("\\u%04X".formatted(character));
					}
					else {
						escaped.append((char) character);
					}
				}
			}
		});
		return escaped.toString();
	}

	private static boolean isControl(int character) {
		boolean lineSeparator = character == 0x2028 || character == 0x2029;
		boolean direction = (character >= 0x202A && character <= 0x202E)
				|| (character >= 0x2066 && character <= 0x2069);
		return (Character.isISOControl(character) && character != '\t') || lineSeparator || direction;
	}

	/**
	 * Escapes the messages of an exception and its causes.
	 * @param error the exception
	 * @return the same exception if there is nothing to escape, or else a copy for the
	 * log that contains the name of its class
	 */
	public static Throwable escape(Throwable error) {
		return isClean(error, seen(), 0) ? error : new Escaped(error, seen(), 0);
	}

	private static Set<Throwable> seen() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	private static boolean isClean(@Nullable Throwable error, Set<Throwable> seen, int depth) {
		if (error == null || !seen.add(error)) {
			return true;
		}
		if (depth > MAX_DEPTH) {
			return false;
		}
		String text = text(error);
		if (!escape(text).equals(text) || !isClean(error.getCause(), seen, depth + 1)) {
			return false;
		}
		for (Throwable suppressed : error.getSuppressed()) {
			if (!isClean(suppressed, seen, depth + 1)) {
				return false;
			}
		}
		return true;
	}

	private static String text(Throwable error) {
		try {
			return String.valueOf(error);
		}
		catch (RuntimeException | StackOverflowError ex) {
			// The class is logged if there is no message.
			return error.getClass().getName();
		}
	}

	/**
	 * Logged in place of an exception.
	 */
	@SuppressWarnings("serial")
	private static final class Escaped extends Throwable {

		private final @Nullable Throwable cause;

		private Escaped(Throwable error, Set<Throwable> seen, int depth) {
			super(escape(text(error)));
			seen.add(error);
			setStackTrace(error.getStackTrace());
			Throwable original = error.getCause();
			this.cause = (depth < MAX_DEPTH && original != null && !seen.contains(original))
					? new Escaped(original, seen, depth + 1) : null;
			for (Throwable suppressed : error.getSuppressed()) {
				if (depth < MAX_DEPTH && !seen.contains(suppressed)) {
					addSuppressed(new Escaped(suppressed, seen, depth + 1));
				}
			}
		}

		@Override
		public synchronized @Nullable Throwable getCause() {
			return this.cause;
		}

		@Override
		public String toString() {
			return String.valueOf(getMessage());
		}

	}

}
