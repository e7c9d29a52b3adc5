package io.github.balethon.handler.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTests {

	@ParameterizedTest
	@CsvSource({ "12.0,12", "-0.0,0", "0.30000000000000004,0.3", "0.7999999999999999,0.8", "2.9999999999999996,3",
			"-1.2100000000000002,-1.21", "1.0E7,10000000", "1.0E-7,0.0000001", "1.5E10,15000000000",
			"9007199254740993,9007199254740992", "12345678901234.56,12345678901234.56", "99999.99,99999.99",
			"1234567.891,1234567.891", "0.1,0.1", "0,0", "1.0E23,100000000000000000000000" })
	void doubleIsFormattedAsUsersWriteIt(double number, String written) {
		assertThat(NumberText.written(number)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "12.0,12", "0.1,0.1", "0.8000001,0.8", "48.300003,48.3", "12345.67,12345.67", "1.0E10,10000000000",
			"16777216,16777216", "-2.5,-2.5" })
	void floatIsFormattedAsUsersWriteIt(float number, String written) {
		assertThat(NumberText.written(number)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "1E+3,1000", "5.0,5", "5.00,5", "12.50,12.50", "0E-10,0", "1E-10,0.0000000001",
			"12345678901234567890.12,12345678901234567890.12", "-7.0,-7" })
	void decimalKeepsItsValue(BigDecimal number, String written) {
		assertThat(NumberText.written(number)).isEqualTo(written);
	}

	@Test
	void decimalMadeOfADoubleShowsNoRest() {
		assertThat(NumberText.written(new BigDecimal(0.1))).isEqualTo("0.1");
		assertThat(NumberText.written(new BigDecimal(0.5))).isEqualTo("0.5");
	}

	@Test
	void hugeExponentIsNotWrittenOut() {
		assertThat(NumberText.written(new BigDecimal("1E+1000000000"))).isEqualTo("1E+1000000000");
		assertThat(NumberText.written(new BigDecimal("1E-1000000000"))).isEqualTo("1E-1000000000");
	}

	@Test
	void otherNumbersAreFormattedInTheSameWay() {
		DoubleAdder adder = new DoubleAdder();
		adder.add(3);
		assertThat(NumberText.written(adder)).isEqualTo("3");
		assertThat(NumberText.written(new AtomicLong(7))).isEqualTo("7");
		assertThat(NumberText.written(BigInteger.TEN.pow(20))).isEqualTo("100000000000000000000");
		assertThat(NumberText.written((byte) -1)).isEqualTo("-1");
		assertThat(NumberText.written(Double.NaN)).isEqualTo("NaN");
		assertThat(NumberText.written(Float.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
	}

	@ParameterizedTest
	@ValueSource(strings = { "12", "۱۲", "+7", "\u2212۱", "۱٬۰۰۰", "۱،۰۰۰", "1,000", "\u200f ۱۲\u00a0",
			"9223372036854775807" })
	void integers(String text) {
		assertThat(NumberText.isInteger(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "#12", "0x1F", "12.5", "۱۲٫۵", "1e3", "1 2", "9223372036854775808", "१२" })
	void whatIsNoInteger(String text) {
		assertThat(NumberText.isInteger(text)).isFalse();
	}

}
