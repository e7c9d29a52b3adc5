package io.github.balethon.value;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.balethon.annotation.TextValue;

import org.springframework.util.Assert;

/**
 * A national identifier of Iran (<i>kod-e melli</i>): ten digits, the last one of which
 * is a checksum. A valid checksum does not mean that the identifier has been issued.
 *
 * @param digits the ten digits
 * @since 0.1.0
 */
@TextValue(invalid = "bale.value.national-id")
public record NationalId(String digits) {

	private static final Pattern SHAPE = Pattern.compile("[0-9]{10}");

	private static final Pattern SAME_DIGITS = Pattern.compile("([0-9])\\1*");

	public NationalId {
		Assert.isTrue(SHAPE.matcher(digits).matches() && !SAME_DIGITS.matcher(digits).matches() && isCorrect(digits),
				"'digits' are not a national identifier");
	}

	/**
	 * Parses a national identifier.
	 * @param text the text, as users write it
	 * @return the national identifier
	 * @throws IllegalArgumentException if the text is not a national identifier; the
	 * message does not contain the text
	 */
	public static NationalId of(String text) {
		return new NationalId(WrittenText.ungrouped(text));
	}

	private static boolean isCorrect(String digits) {
		int remainder = IntStream.range(0, 9).map((place) -> (digits.charAt(place) - '0') * (10 - place)).sum() % 11;
		return digits.charAt(9) - '0' == ((remainder < 2) ? remainder : 11 - remainder);
	}

	/**
	 * Contains no digits but the last two, because national identifiers must not appear
	 * in logs.
	 */
	@Override
	public String toString() {
		return "********" + this.digits.substring(8);
	}

}
