package io.github.balethon.source;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AllowedAddressesTests {

	@ParameterizedTest
	@CsvSource({ "10.1.2.3, 10.1.2.3, true", "10.1.2.3, 10.1.2.4, false", "10.1.2.0/24, 10.1.2.255, true",
			"10.1.2.0/24, 10.1.3.0, false", "10.1.2.128/25, 10.1.2.127, false", "0.0.0.0/0, 8.8.8.8, true",
			"::1, 0:0:0:0:0:0:0:1, true", "2001:db8::/32, 2001:db8:1::7, true", "2001:db8::/32, 2001:db9::, false",
			"fe80::/10, fe80::1%eth0, true", "10.0.0.0/8, ::1, false", "10.0.0.0/8, localhost, false",
			"10.0.0.0/8, , false" })
	void rangeContainsItsAddresses(String range, String address, boolean contained) {
		assertThat(new AllowedAddresses(List.of(range)).contains(address)).isEqualTo(contained);
	}

	@Test
	void withoutRangesAllAddressesAreAllowed() {
		assertThat(new AllowedAddresses(List.of()).contains("8.8.8.8")).isTrue();
		assertThat(new AllowedAddresses(List.of()).contains(null)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", "bale.ai", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "::/129",
			"1:2" })
	void malformedAddressesAreRefused(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AllowedAddresses(List.of(address)));
	}

}
