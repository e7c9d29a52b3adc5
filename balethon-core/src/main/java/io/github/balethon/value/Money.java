package io.github.balethon.value;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.annotation.TextValue;

import org.springframework.util.Assert;

/**
 * An amount of money. Handlers take it from a text with a unit, such as
 * {@code ۱۲٬۰۰۰ تومان} or {@code 120,000 Rial}. A number without a unit is refused,
 * because users count in tomans and Bale in rials. One toman is ten rials.
 *
 * @param rials the amount in rials, not negative
 * @since 0.1.0
 */
@TextValue(invalid = "bale.value.money")
public record Money(long rials) implements Comparable<Money> {

	private static final int RIALS_OF_A_TOMAN = 10;

	private static final Pattern WRITTEN = Pattern
		.compile("([0-9]+|[0-9]{1,3}(?:[,\u066C\u060C][0-9]{3})+) ?(\\p{L}+|\uFDFC)");

	// Also with the Arabic yeh.
	private static final Map<String, Integer> UNITS = Map.ofEntries(Map.entry("ریال", 1), Map.entry("ريال", 1),
			Map.entry("\uFDFC", 1), Map.entry("rial", 1), Map.entry("rials", 1), Map.entry("irr", 1),
			Map.entry("تومان", RIALS_OF_A_TOMAN), Map.entry("تومن", RIALS_OF_A_TOMAN),
			Map.entry("toman", RIALS_OF_A_TOMAN), Map.entry("tomans", RIALS_OF_A_TOMAN));

	public Money {
		Assert.isTrue(rials >= 0, "'rials' must not be negative");
	}

	/**
	 * Creates an amount.
	 * @param rials the amount in rials
	 * @return the amount
	 */
	public static Money ofRials(long rials) {
		return new Money(rials);
	}

	/**
	 * Creates an amount.
	 * @param tomans the amount in tomans
	 * @return the amount
	 * @throws ArithmeticException if it exceeds the range of {@code long} in rials
	 */
	public static Money ofTomans(long tomans) {
		return new Money(Math.multiplyExact(tomans, (long) RIALS_OF_A_TOMAN));
	}

	/**
	 * Parses an amount with its unit.
	 * @param text the text, as users write it
	 * @return the amount
	 * @throws IllegalArgumentException if the text is not an amount, or has no unit
	 */
	public static Money of(String text) {
		Matcher matcher = WRITTEN.matcher(WrittenText.plain(text));
		Integer unit = matcher.matches() ? UNITS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
		Assert.isTrue(unit != null, "The text is not an amount in rials or tomans");
		try {
			long number = Long.parseLong(matcher.group(1).replaceAll("[^0-9]", ""));
			return new Money(Math.multiplyExact(number, unit.longValue()));
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw new IllegalArgumentException("The amount is out of range", ex);
		}
	}

	/**
	 * Returns the amount in tomans.
	 * @return the tomans, rounded down
	 */
	public long tomans() {
		return this.rials / RIALS_OF_A_TOMAN;
	}

	@Override
	public int compareTo(Money other) {
		return Long.compare(this.rials, other.rials);
	}

	/**
	 * Returns the amount for users: in tomans, or in rials if it is no whole number of
	 * tomans.
	 */
	@Override
	public String toString() {
		boolean whole = this.rials % RIALS_OF_A_TOMAN == 0;
		String grouped = String.format(Locale.ROOT, "%,d", whole ? tomans() : this.rials);
		StringBuilder persian = new StringBuilder();
		grouped.chars().forEach((each) -> persian.append((each == ',') ? '\u066C' : (char) (each - '0' + '\u06F0')));
		return persian + (whole ? " تومان" : " ریال");
	}

}
