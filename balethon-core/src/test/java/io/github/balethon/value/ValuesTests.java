package io.github.balethon.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Values as users write them.
 */
class ValuesTests {

	@ParameterizedTest
	@ValueSource(strings = { "09121234567", "+989121234567", "00989121234567", "989121234567", "9121234567",
			"۰۹۱۲۱۲۳۴۵۶۷", "٠٩١٢١٢٣٤٥٦٧", " 0912 123 4567 ", "0912-123-4567", "\u200e+98 912 123 4567" })
	void mobileNumber(String text) {
		MobileNumber number = MobileNumber.of(text);
		assertThat(number.international()).isEqualTo("+989121234567");
		assertThat(number.national()).isEqualTo("09121234567");
		assertThat(number).hasToString("0912*****67");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0912123456", "091212345678", "02112345678", "+971501234567", "0912123456a",
			"+09121234567" })
	void invalidMobileNumber(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> MobileNumber.of(text))
			.withMessage("The text is not an Iranian mobile number");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0013542419", "۰۰۱۳۵۴۲۴۱۹", "001-354241-9" })
	void nationalId(String text) {
		assertThat(NationalId.of(text).digits()).isEqualTo("0013542419");
		assertThat(NationalId.of(text)).hasToString("********19");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0013542418", "1111111111", "13542419", "00135424190", "", "abcdefghij" })
	void invalidNationalId(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> NationalId.of(text))
			.withMessage("'digits' are not a national identifier");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "12000 ریال;12000", "۱۲٬۰۰۰ تومان;120000", "12,000 Toman;120000",
			"۱۲،۰۰۰تومن;120000", "5 rials;5", "1,234,567 IRR;1234567", "7 ريال;7", "7 ﷼;7" })
	void money(String text, long rials) {
		assertThat(Money.of(text)).isEqualTo(Money.ofRials(rials));
	}

	@ParameterizedTest
	@ValueSource(strings = { "12000", "12,00 ریال", "-5 ریال", "5 دلار", "تومان", "99999999999999999999 ریال",
			"999999999999999999 تومان", "1.5 تومان" })
	void invalidMoney(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(text));
	}

	@Test
	void moneyIsWrittenForUsers() {
		assertThat(Money.ofTomans(12_000)).hasToString("۱۲٬۰۰۰ تومان");
		assertThat(Money.ofRials(12_345)).hasToString("۱۲٬۳۴۵ ریال");
		assertThat(Money.ofRials(12_345).tomans()).isEqualTo(1234);
		assertThat(Money.ofTomans(1)).isGreaterThan(Money.ofRials(9));
	}

}
