package io.github.balethon.value;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.annotation.TextValue;

import org.springframework.util.Assert;

/**
 * A date of the Jalali (Solar Hijri) calendar of Iran, from 1206 to 1498: the years whose
 * leap years the calendar authority of Iran has published. Handlers take it from a text
 * such as {@code 1403/12/30}, {@code 1403-12-30} or {@code ۱۴۰۳/۱۲/۳۰}. Requires ICU4J
 * ({@code com.ibm.icu:icu4j}) on the class path.
 *
 * @param year the year
 * @param month the month, from 1 for Farvardin to 12 for Esfand
 * @param day the day of the month
 * @since 0.1.0
 */
@TextValue(invalid = "bale.value.jalali-date")
public record JalaliDate(int year, int month, int day) {

	private static final int FIRST_YEAR = 1206;

	private static final int LAST_YEAR = 1498;

	private static final Pattern WRITTEN = Pattern
		.compile("([0-9]{4}) ?([/.\\-\u2010-\u2015]) ?([0-9]{1,2}) ?\\2 ?([0-9]{1,2})");

	public JalaliDate {
		Assert.isTrue(year >= FIRST_YEAR && year <= LAST_YEAR, "'year' must be from 1206 to 1498");
		Assert.isTrue(JalaliCalendar.exists(year, month, day), "The day does not exist in the Jalali calendar");
	}

	/**
	 * Parses a date.
	 * @param text the text, as users write it: year, month and day
	 * @return the date
	 * @throws IllegalArgumentException if the text is not a date; the message does not
	 * contain the text
	 */
	public static JalaliDate of(String text) {
		Matcher matcher = WRITTEN.matcher(WrittenText.plain(text));
		Assert.isTrue(matcher.matches(), "The text is not a Jalali date");
		return new JalaliDate(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3)),
				Integer.parseInt(matcher.group(4)));
	}

	/**
	 * Converts a date of the ISO calendar.
	 * @param date the date
	 * @return the same day
	 * @throws IllegalArgumentException if the day is not in a year from 1206 to 1498
	 */
	public static JalaliDate of(LocalDate date) {
		int[] fields = JalaliCalendar.fields(date.toEpochDay());
		return new JalaliDate(fields[0], fields[1], fields[2]);
	}

	/**
	 * Converts this date to the ISO calendar.
	 * @return the same day
	 */
	public LocalDate toLocalDate() {
		return LocalDate.ofEpochDay(JalaliCalendar.epochDay(this.year, this.month, this.day));
	}

	/**
	 * Formats this date for users.
	 * @param locale the locale of the user
	 * @return day, name of the month and year in the digits of the locale, such as
	 * {@code ۳۰ اسفند ۱۴۰۳} or {@code 30 Esfand 1403}
	 */
	public String format(Locale locale) {
		return JalaliCalendar.format(toLocalDate().toEpochDay(), locale);
	}

	/**
	 * Returns the date as {@code 1403/12/30}.
	 */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%04d/%02d/%02d", this.year, this.month, this.day);
	}

}
