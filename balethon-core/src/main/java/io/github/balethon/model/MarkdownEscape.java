package io.github.balethon.model;

import java.util.regex.Pattern;

/**
 * Takes the meaning out of marks, as Bale's Markdown has no escape.
 */
final class MarkdownEscape {

	// A mark inside a word is none, so a user name keeps its underscores.
	private static final Pattern STAR = Pattern.compile("\\*(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])\\*");

	private static final Pattern UNDERSCORE = Pattern.compile("_(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])_");

	private MarkdownEscape() {
	}

	static String text(String foreign) {
		String text = STAR.matcher(foreign).replaceAll("∗");
		text = UNDERSCORE.matcher(text).replaceAll("＿");
		// A link has no blank between its brackets.
		return text.replace("](", "] (").replace("```", "\u02CB\u02CB\u02CB");
	}

	// Inside of a bold part every star would end it.
	static String withoutStars(String foreign) {
		return text(foreign).replace('*', '∗');
	}

	static String withoutUnderscores(String foreign) {
		return text(foreign).replace('_', '＿');
	}

	/**
	 * A text for between brackets.
	 * @param foreign the text
	 * @return the text on one line without brackets and marks
	 */
	static String label(String foreign) {
		return text(foreign).replace('[', '(').replace(']', ')').replaceAll("\\R", " ").strip();
	}

}
