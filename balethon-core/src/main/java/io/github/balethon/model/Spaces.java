package io.github.balethon.model;

/**
 * Spaces and invisible marks in texts that users type, or copy from elsewhere. Keyboards
 * and web pages add invisible no-break spaces, joiners and direction marks.
 *
 * @since 0.1.0
 */
public final class Spaces {

	private Spaces() {
	}

	/**
	 * Whether a character separates words: a space or line break of Unicode, also one
	 * that allows no break.
	 * @param character the character
	 * @return {@code true} if it does
	 */
	public static boolean isSpace(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
	}

	/**
	 * Whether a character is an invisible mark: a joiner, a direction mark, a byte order
	 * mark, or a space of no width.
	 * @param character the character
	 * @return {@code true} if it is
	 */
	public static boolean isMark(char character) {
		return character == '\u00ad' || character == '\u061c' || character == '\u180e'
				|| (character >= '\u200b' && character <= '\u200f') || (character >= '\u202a' && character <= '\u202e')
				|| (character >= '\u2060' && character <= '\u2069') || character == '\ufeff';
	}

	/**
	 * Removes spaces and invisible marks from both ends of a text.
	 * @param text the text
	 * @return what is between them
	 */
	public static String strip(String text) {
		return strip(text, true);
	}

	/**
	 * Removes invisible marks from both ends of a text, up to the first space.
	 * @param text the text
	 * @return what is between them
	 */
	public static String stripMarks(String text) {
		return strip(text, false);
	}

	private static String strip(String text, boolean spaces) {
		int start = 0;
		int end = text.length();
		while (start < end && isInvisible(text.charAt(start), spaces)) {
			start++;
		}
		while (end > start && isInvisible(text.charAt(end - 1), spaces)) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isInvisible(char character, boolean spaces) {
		return isMark(character) || (spaces && isSpace(character));
	}

}
