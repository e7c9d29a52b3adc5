package io.github.balethon.value;

import java.time.Duration;
import java.util.Date;
import java.util.Locale;

import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

/**
 * The Persian calendar of ICU4J, with days instead of times. Separate, because ICU4J is
 * optional.
 */
final class JalaliCalendar {

	private static final long DAY = Duration.ofDays(1).toMillis();

	private static final ULocale PERSIAN = ULocale.ROOT.setKeywordValue("calendar", "persian");

	private JalaliCalendar() {
	}

	static boolean exists(int year, int month, int day) {
		try {
			epochDay(year, month, day);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	static long epochDay(int year, int month, int day) {
		Calendar calendar = calendar();
		calendar.setLenient(false);
		calendar.set(year, month - 1, day);
		return Math.floorDiv(calendar.getTimeInMillis(), DAY);
	}

	/**
	 * Returns year, month and day.
	 * @param epochDay days since 1970
	 * @return the three numbers
	 */
	static int[] fields(long epochDay) {
		Calendar calendar = calendar();
		calendar.setTimeInMillis(epochDay * DAY);
		return new int[] { calendar.get(Calendar.YEAR), calendar.get(Calendar.MONTH) + 1,
				calendar.get(Calendar.DAY_OF_MONTH) };
	}

	static String format(long epochDay, Locale locale) {
		SimpleDateFormat format = new SimpleDateFormat("d MMMM y",
				ULocale.forLocale(locale).setKeywordValue("calendar", "persian"));
		format.setTimeZone(TimeZone.GMT_ZONE);
		return format.format(new Date(epochDay * DAY));
	}

	private static Calendar calendar() {
		Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
		calendar.clear();
		return calendar;
	}

}
