package io.github.balethon.value;

/**
 * Texts as users write them: with Persian or Arabic digits and invisible marks.
 */
final class WrittenText {

	private WrittenText() {
	}

	/**
	 * Converts digits to those of ASCII, and removes invisible marks.
	 * @param text the text
	 * @return the plain text, without surrounding spaces
	 */
	static String plain(String text) {
		StringBuilder plain = new StringBuilder();
		text.codePoints().filter((each) -> Character.getType(each) != Character.FORMAT).forEach((each) -> {
			int digit = Character.isDigit(each) ? Character.digit(each, 10) : -1;
			if (digit >= 0) {
				plain.append(digit);
			}
			else {
				plain.appendCodePoint(Character.isSpaceChar(each) ? ' ' : each);
			}
		});
		return plain.toString().strip();
	}

	/**
	 * Like {@link #plain}, without the spaces and hyphens that group digits.
	 * @param text the text
	 * @return the plain text
	 */
	static String ungrouped(String text) {
		return plain(text).replaceAll("[ \\-\u2010-\u2015]", "");
	}

}
