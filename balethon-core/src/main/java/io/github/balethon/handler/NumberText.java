package io.github.balethon.handler;

import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Numbers as users type them in Iran: with Persian or Arabic digits, separators of groups
 * and decimals, a typographic minus, and direction marks around them. Spring's own
 * parsing would read {@code #12} as hexadecimal and accept {@code NaN} and {@code 5d}.
 */
final class NumberText {

	private static final Pattern MARKS = Pattern.compile("[\\u200C-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

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
		String digits = TextNormalizer.PERSIAN.normalize(MARKS.matcher(text).replaceAll("").strip())
			.replace('\u2212', '-')
			.replace('\u066B', '.');
		String number = GROUPED.matcher(digits).matches() ? GROUP_SEPARATOR.matcher(digits).replaceAll("") : digits;
		Assert.isTrue(NUMBER.matcher(number).matches(), "Not a decimal number");
		return number;
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
