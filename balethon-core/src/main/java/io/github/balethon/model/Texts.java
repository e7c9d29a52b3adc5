package io.github.balethon.model;

import java.util.List;

import org.springframework.util.Assert;

/**
 * Splits texts that are too long for one message. A handler that returns a {@code String}
 * does not need it: its text is split automatically. <pre class="code">
 * for (String part : Texts.split(report)) {
 *     bale.blocking().sendMessage(chatId, part);
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class Texts {

	/**
	 * Maximum length of a message or caption, in code points.
	 */
	public static final int MAX_LENGTH = 4096;

	private static final int MIN_LENGTH = 64;

	private Texts() {
	}

	/**
	 * Splits a text into parts for one message each. Parts end after a paragraph, a line
	 * or a word if possible, and never within a link. Bold and italic text and
	 * collapsible sections that are longer than a message are continued in the next part.
	 * White space between two parts is removed.
	 * @param markdown the text
	 * @return the parts in their order, which are not blank; the text itself if it is
	 * short enough
	 */
	public static List<String> split(String markdown) {
		return split(markdown, MAX_LENGTH);
	}

	/**
	 * Splits a text into parts of a maximum length.
	 * @param markdown the text
	 * @param maxLength maximum length of a part in code points, 64 to 4096
	 * @return the parts in their order, which are not blank; the text itself if it is
	 * short enough
	 * @see #split(String)
	 */
	public static List<String> split(String markdown, int maxLength) {
		Assert.isTrue(maxLength >= MIN_LENGTH && maxLength <= MAX_LENGTH,
				() -> "'maxLength' must be " + MIN_LENGTH + " to " + MAX_LENGTH + ", but is " + maxLength);
		return isLongerThan(markdown, maxLength) ? new TextSplitter(maxLength).split(markdown) : List.of(markdown);
	}

	/**
	 * Whether a text is too long for one message.
	 * @param markdown the text
	 * @return {@code true} if {@link #split(String)} returns more than the text itself
	 */
	public static boolean isTooLong(String markdown) {
		return isLongerThan(markdown, MAX_LENGTH);
	}

	private static boolean isLongerThan(String text, int maxLength) {
		return text.length() > maxLength && text.codePointCount(0, text.length()) > maxLength;
	}

}
