package io.github.balethon.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.annotation.TextValue;

import org.springframework.util.Assert;

/**
 * An Iranian mobile number. Handlers take it from a text such as {@code 09121234567},
 * {@code +98 912 123 4567}, {@code 00989121234567} or {@code ۰۹۱۲۱۲۳۴۵۶۷}.
 *
 * @param international the number in the format of E.164, such as {@code +989121234567}
 * @since 0.1.0
 */
@TextValue(invalid = "bale.value.mobile-number")
public record MobileNumber(String international) {

	private static final Pattern WRITTEN = Pattern.compile("(?:\\+98|0098|98|0)?(9[0-9]{9})");

	private static final Pattern INTERNATIONAL = Pattern.compile("\\+989[0-9]{9}");

	private static final String PREFIX = "+98";

	public MobileNumber {
		Assert.isTrue(INTERNATIONAL.matcher(international).matches(),
				"'international' must be +98 and 10 digits that start with 9");
	}

	/**
	 * Parses a mobile number.
	 * @param text the text, as users write it
	 * @return the mobile number
	 * @throws IllegalArgumentException if the text is not a mobile number; the message
	 * does not contain the text
	 */
	public static MobileNumber of(String text) {
		Matcher matcher = WRITTEN.matcher(WrittenText.ungrouped(text));
		Assert.isTrue(matcher.matches(), "The text is not an Iranian mobile number");
		return new MobileNumber(PREFIX + matcher.group(1));
	}

	/**
	 * Returns the number as it is dialled within Iran.
	 * @return the number, such as {@code 09121234567}
	 */
	public String national() {
		return "0" + this.international.substring(PREFIX.length());
	}

	/**
	 * Contains the operator and the last two digits only, because phone numbers must not
	 * appear in logs.
	 */
	@Override
	public String toString() {
		String national = national();
		return national.substring(0, 4) + "*****" + national.substring(national.length() - 2);
	}

}
