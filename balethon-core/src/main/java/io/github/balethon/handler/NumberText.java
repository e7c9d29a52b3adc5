package io.github.balethon.handler;

import java.util.regex.Pattern;

import io.github.balethon.model.Spaces;

import org.springframework.util.Assert;

/**
 * Numbers as users type them in Iran: with Persian or Arabic digits, separators of groups
 * and decimals, a typographic minus, and direction marks around them. Spring's own
 * parsing would read {@code #12} as hexadecimal and accept {@code NaN} and {@code 5d}.
 */
final class NumberText {

	private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([,\\u066C]\\d{3})+(\\.\\d+)?");

	private static final Pattern GROUP_SEPARATOR = Pattern.compile("[,\\u066C]");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

	private NumberText() {
	}

	/**
	 * Rewrites a number for Spring's conversion.
	 * @param text what the user wrote
	 * @return the number with ASCII digits, without separators of groups
	 * @throws IllegalArgumentException if it is no decimal number
	 */
	static String plain(String text) {
		String digits = TextNormalizer.PERSIAN.normalize(withoutMarks(Spaces.strip(text)))
			.replace('\u2212', '-')
			.replace('\u066B', '.');
		String number = GROUPED.matcher(digits).matches() ? GROUP_SEPARATOR.matcher(digits).replaceAll("") : digits;
		Assert.isTrue(NUMBER.matcher(number).matches(), "Not a decimal number");
		return number;
	}

	private static String withoutMarks(String text) {
		StringBuilder plain = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			if (!Spaces.isMark(text.charAt(i))) {
				plain.append(text.charAt(i));
			}
		}
		return plain.toString();
	}

	/**
	 * Refuses a number that is too large for its floating-point type.
	 * @param number the converted number
	 * @return the number
	 * @throws IllegalArgumentException if it is infinite
	 */
	static Object finite(Object number) {
		boolean finite = !(number instanceof Double || number instanceof Float)
				|| Double.isFinite(((Number) number).doubleValue());
		Assert.isTrue(finite, "Number out of range");
		return number;
	}

}
