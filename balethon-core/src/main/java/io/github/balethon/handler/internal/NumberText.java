package io.github.balethon.handler.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.regex.Pattern;

import io.github.balethon.model.Spaces;

import org.springframework.util.Assert;

/**
 * Numbers as users type them in Iran: with Persian or Arabic digits, separators of groups
 * and decimals, a typographic minus, and direction marks around them. Spring's own
 * parsing would read {@code #12} as hexadecimal and accept {@code NaN} and {@code 5d}.
 */
final class NumberText {

	private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([,\\u060C\\u066C]\\d{3})+(\\.\\d+)?");

	private static final Pattern GROUP_SEPARATOR = Pattern.compile("[,\\u060C\\u066C]");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

	// Decimal digits that the binary types keep in any case.
	private static final int DOUBLE_DIGITS = 15;

	private static final int FLOAT_DIGITS = 6;

	// Longer than any message.
	private static final int MAX_DIGITS = 4096;

	private NumberText() {
	}

	/**
	 * Normalizes a number for Spring's conversion.
	 * @param text the input of the user
	 * @return the number with ASCII digits, without grouping separators
	 * @throws IllegalArgumentException if it is not a decimal number
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

	static boolean isInteger(String text) {
		try {
			Long.parseLong(plain(text));
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/**
	 * Formats a number for users: without an exponent, without decimals of a whole
	 * number, and without rounding errors of binary fractions.
	 * @param number the number
	 * @return the text
	 */
	static String written(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal(decimal);
		}
		if (number instanceof Float && Float.isFinite(number.floatValue())) {
			return binary(number.toString(), FLOAT_DIGITS);
		}
		boolean binary = number instanceof Double || number instanceof DoubleAdder
				|| number instanceof DoubleAccumulator;
		return (binary && Double.isFinite(number.doubleValue())) ? binary(number.toString(), DOUBLE_DIGITS)
				: number.toString();
	}

	private static String decimal(BigDecimal number) {
		if (Math.abs((long) number.scale()) + number.precision() > MAX_DIGITS) {
			return number.toString();
		}
		BigDecimal stripped = number.stripTrailingZeros();
		if (stripped.scale() <= 0) {
			return stripped.toPlainString();
		}
		// Only BigDecimal(double) creates a value with so many digits.
		boolean binary = stripped.precision() > DOUBLE_DIGITS + 2
				&& new BigDecimal(stripped.doubleValue()).compareTo(stripped) == 0;
		return binary ? written(stripped.doubleValue()) : number.toPlainString();
	}

	private static String binary(String shortest, int digits) {
		BigDecimal number = new BigDecimal(shortest).stripTrailingZeros();
		boolean exact = number.scale() <= 0 && number.precision() - number.scale() <= digits + 2;
		if (!exact) {
			BigDecimal rounded = number.round(new MathContext(digits)).stripTrailingZeros();
			// A run of zeros or nines before the last digits is what binary fractions
			// leave.
			boolean rest = number.precision() - rounded.precision() > 2;
			number = rest ? rounded : number.round(new MathContext(digits + 1)).stripTrailingZeros();
		}
		return number.toPlainString();
	}

	/**
	 * Rejects a number that is too large for its floating-point type.
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
