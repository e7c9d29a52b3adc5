package io.github.balethon.emulator.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Escapes text of users for the log. Exception messages quote what users and bots send: a
 * line break in it could forge log entries, other control characters change how a
 * terminal shows them. The emulator does not depend on the core module, which has a class
 * of the same purpose.
 *
 * @since 0.1.0
 */
public final class LogText {

	private static final int MAX_DEPTH = 50;

	/**
	 * Control characters except the tab, line separators, and marks that override the
	 * direction of text.
	 */
	private static final Pattern CONTROL = Pattern
		.compile("[\\p{Cc}&&[^\\t]]|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

	private LogText() {
	}

	/**
	 * Escapes control characters.
	 * @param text any text
	 * @return the text on one line, with escapes such as {@code \u000A}
	 */
	public static String escape(String text) {
		return CONTROL.matcher(text).replaceAll((match) -> "\\\\u%04X".formatted((int) match.group().charAt(0)));
	}

	/**
	 * Escapes the messages of an error, of its causes and of its suppressed errors.
	 * @param error the error
	 * @return a copy for the log with the same stack traces
	 */
	public static Throwable escape(Throwable error) {
		return new Escaped(error, Collections.newSetFromMap(new IdentityHashMap<>()));
	}

	/**
	 * Replaces an error in the log.
	 */
	@SuppressWarnings("serial")
	private static final class Escaped extends Throwable {

		private final @Nullable Throwable cause;

		private Escaped(Throwable error, Set<Throwable> seen) {
			super(escape(String.valueOf(error)));
			seen.add(error);
			setStackTrace(error.getStackTrace());
			Throwable original = error.getCause();
			this.cause = (original != null && isNew(original, seen)) ? new Escaped(original, seen) : null;
			for (Throwable suppressed : error.getSuppressed()) {
				if (isNew(suppressed, seen)) {
					addSuppressed(new Escaped(suppressed, seen));
				}
			}
		}

		private static boolean isNew(Throwable error, Set<Throwable> seen) {
			return seen.size() < MAX_DEPTH && !seen.contains(error);
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
