package io.github.balethon.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the meaning out of marks, as Bale's Markdown has no escape.
 */
final class MarkdownEscape {

	// Text between two spaces. Invisible characters count as spaces, as it is not known
	// whether Bale ignores them.
	private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

	// A mark has a space on its outer side, so a mark inside a word is plain text, such
	// as
	// in usernames, file names and URLs.
	private static final Pattern OUTER_MARKS = Pattern.compile("^[*_]+|[*_]+$");

	private static final Pattern LEADING_MARKS = Pattern.compile("^[*_]+");

	private static final Pattern ADDRESS = Pattern.compile("://|www\\.|\\.\\p{L}{2,}/", Pattern.CASE_INSENSITIVE);

	private static final Pattern BACKTICKS = Pattern.compile("`{3,}");

	private static final char NO_MARK = 0;

	private MarkdownEscape() {
	}

	static String text(String foreign) {
		return text(foreign, NO_MARK);
	}

	// Inside of a bold part any star might end it.
	static String withoutStars(String foreign) {
		return text(foreign, '*');
	}

	static String withoutUnderscores(String foreign) {
		return text(foreign, '_');
	}

	private static String text(String foreign, char surrounding) {
		// A link has no blank between its brackets. Before the words are escaped, as it
		// makes two of one.
		String text = WORD.matcher(foreign.replace("](", "] ("))
			.replaceAll((word) -> Matcher.quoteReplacement(word(word.group(), surrounding)));
		text = BACKTICKS.matcher(text).replaceAll((found) -> harmless(found.group()));
		int open = text.lastIndexOf('[');
		int close = text.lastIndexOf(']');
		// What is never closed would make a longer label of the next link.
		return (open <= close) ? text : text.substring(0, close + 1) + text.substring(close + 1).replace('[', '［');
	}

	private static String word(String word, char surrounding) {
		if (!ADDRESS.matcher(word).find()) {
			String inner = (surrounding != NO_MARK) ? word.replace(surrounding, harmless(surrounding)) : word;
			return harmless(OUTER_MARKS, inner);
		}
		// What an address ends with belongs to it. It could end a part, but begins none.
		String address = harmless(LEADING_MARKS, word);
		int end = address.length();
		while (surrounding != NO_MARK && end > 0 && isMark(address.charAt(end - 1))) {
			end--;
		}
		return address.substring(0, end) + address.substring(end).replace(surrounding, harmless(surrounding));
	}

	private static boolean isMark(char c) {
		return c == '*' || c == '_';
	}

	private static String harmless(Pattern marks, String text) {
		return marks.matcher(text).replaceAll((found) -> harmless(found.group()));
	}

	/**
	 * Marks as they look, without their meaning.
	 * @param marks stars, underscores and backticks
	 * @return characters that look like them
	 */
	static String harmless(String marks) {
		return marks.replace('*', harmless('*')).replace('_', harmless('_')).replace('`', harmless('`'));
	}

	private static char harmless(char mark) {
		return switch (mark) {
			case '*' -> '∗';
			case '_' -> '＿';
			case '`' -> '\u02CB';
			default -> mark;
		};
	}

	/**
	 * A text for between brackets.
	 * @param foreign the text
	 * @return the text on one line without brackets and marks
	 */
	static String label(String foreign) {
		return text(foreign).replace('[', '(').replace('［', '(').replace(']', ')').replaceAll("\\R", " ").strip();
	}

}
