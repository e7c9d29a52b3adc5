package io.github.balethon.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.convert.support.DefaultConversionService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JalaliDateTests {

	// Places of the leap years in a cycle of 33 years, as published by the calendar
	// authority of Iran.
	private static final Set<Integer> LEAP_YEARS = Set.of(1, 5, 9, 13, 17, 22, 26, 30);

	@ParameterizedTest
	@CsvSource({ "1206/01/01, 1827-03-22", "1278/10/11, 1900-01-01", "1348/10/11, 1970-01-01", "1357/11/22, 1979-02-11",
			"1368/03/14, 1989-06-04", "1375/12/30, 1997-03-20", "1379/12/30, 2001-03-20", "1399/12/30, 2021-03-20",
			"1400/01/01, 2021-03-21", "1403/01/01, 2024-03-20", "1403/12/30, 2025-03-20", "1404/01/01, 2025-03-21",
			"1404/12/29, 2026-03-20", "1408/12/30, 2030-03-20" })
	void knownDatesAreConverted(String jalali, LocalDate date) {
		assertThat(JalaliDate.of(jalali).toLocalDate()).isEqualTo(date);
		assertThat(JalaliDate.of(date)).hasToString(jalali);
	}

	@Test
	void everyDayOfTheRangeIsConvertedInItsOrder() {
		LocalDate day = JalaliDate.of("1206/01/01").toLocalDate();
		LocalDate last = JalaliDate.of("1498/12/29").toLocalDate();
		JalaliDate expected = JalaliDate.of(day);
		while (day.isBefore(last)) {
			JalaliDate date = JalaliDate.of(day);
			assertThat(date).isEqualTo(expected);
			assertThat(date.toLocalDate()).isEqualTo(day);
			day = day.plusDays(1);
			expected = next(date);
		}
	}

	private static JalaliDate next(JalaliDate date) {
		if (date.day() < daysOf(date.month(), date.year())) {
			return new JalaliDate(date.year(), date.month(), date.day() + 1);
		}
		return (date.month() < 12) ? new JalaliDate(date.year(), date.month() + 1, 1)
				: new JalaliDate(date.year() + 1, 1, 1);
	}

	private static int daysOf(int month, int year) {
		if (month <= 6) {
			return 31;
		}
		return (month < 12 || LEAP_YEARS.contains(year % 33)) ? 30 : 29;
	}

	@ParameterizedTest
	@ValueSource(strings = { "۱۴۰۳/۱۲/۳۰", "١٤٠٣/١٢/٣٠", " 1403-12-30 ", "1403.12.30", "1403 / 12 / 30",
			"\u200F۱۴۰۳/۱۲/۳۰\u200F", "1403–12–30" })
	void textsOfUsersAreParsed(String text) {
		assertThat(JalaliDate.of(text)).isEqualTo(new JalaliDate(1403, 12, 30));
	}

	@Test
	void monthAndDayMayHaveOneDigit() {
		assertThat(JalaliDate.of("1404/1/2")).isEqualTo(new JalaliDate(1404, 1, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1404/12/30", "1403/12/31", "1403/07/31", "1403/13/01", "1403/00/01", "1403/01/00",
			"1403/01/32", "2025-03-20", "03/12/30", "1403/12-30", "1403/12", "14031230", "tomorrow", "1403/12/30x",
			"1205/01/01", "1499/01/01", "1403/-1/01" })
	void otherTextsAreInvalid(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> JalaliDate.of(text))
			.satisfies((ex) -> assertThat(text.isEmpty() || !ex.getMessage().contains(text)).isTrue());
	}

	@Test
	void dateOutsideOfTheRangeIsInvalid() {
		assertThatIllegalArgumentException().isThrownBy(() -> JalaliDate.of(LocalDate.of(1700, 1, 1)));
		assertThatIllegalArgumentException().isThrownBy(() -> JalaliDate.of(LocalDate.of(2200, 1, 1)));
	}

	@Test
	void dateIsFormattedForTheLocaleOfTheUser() {
		JalaliDate date = new JalaliDate(1403, 12, 30);
		assertThat(date.format(Locale.forLanguageTag("fa"))).isEqualTo("۳۰ اسفند ۱۴۰۳");
		assertThat(date.format(Locale.ENGLISH)).isEqualTo("30 Esfand 1403");
	}

	@Test
	void conversionServiceConvertsTextsAndDates() {
		DefaultConversionService conversion = new DefaultConversionService();
		assertThat(conversion.convert("1403/12/30", JalaliDate.class)).isEqualTo(new JalaliDate(1403, 12, 30));
		assertThat(conversion.convert(LocalDate.of(2025, 3, 20), JalaliDate.class))
			.isEqualTo(new JalaliDate(1403, 12, 30));
	}

	@Test
	void calendarHasTheRightNumberOfDays() {
		assertThat(ChronoUnit.DAYS.between(JalaliDate.of("1403/01/01").toLocalDate(),
				JalaliDate.of("1404/01/01").toLocalDate()))
			.isEqualTo(366);
	}

}
