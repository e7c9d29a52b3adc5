package io.github.balethon.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.balethon.client.InvalidInitDataException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InitDataValidatorTests {

	private static final String TOKEN = "123456789:TestTokenForDocsOnly0000000000000000000";

	private static final String VECTOR = "query_id=AAE7demo&user=%7B%22id%22%3A1050637241%2C%22first_name%22%3A"
			+ "%22%D8%B3%D8%A7%D8%B1%D8%A7%22%2C%22last_name%22%3A%22%22%2C%22username%22%3A%22sara_demo%22%2C"
			+ "%22allows_write_to_pm%22%3Atrue%7D&auth_date=1767225600"
			+ "&hash=14a460188734b569b8024b05d88fea3048e16f0e361ff260ffacba7960ab9050";

	private static final Instant SIGNED = Instant.ofEpochSecond(1767225600);

	@Test
	void whatBaleSignedIsRead() {
		InitData data = validator(TOKEN, SIGNED.plusSeconds(60)).validate(VECTOR);
		assertThat(data.user().id()).isEqualTo(1050637241);
		assertThat(data.user().firstName()).isEqualTo("سارا");
		assertThat(data.user().lastName()).isNull();
		assertThat(data.user().unknownFields()).containsEntry("allows_write_to_pm", true);
		assertThat(data.authDate()).isEqualTo(SIGNED);
		assertThat(data.queryId()).isEqualTo("AAE7demo");
		assertThat(data.startParam()).isNull();
		assertThat(data.fields()).containsOnlyKeys("query_id", "user", "auth_date");
		assertThat(data).asString().doesNotContain("sara").doesNotContain("سارا");
	}

	@Test
	void orderOfTheFieldsDoesNotMatter() {
		String[] parts = VECTOR.split("&");
		String turned = String.join("&", parts[3], parts[2], parts[1], parts[0]);
		assertThat(validator(TOKEN, SIGNED).validate(turned).queryId()).isEqualTo("AAE7demo");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AAE7demo|AAE7demp", "1050637241|1050637242", "&hash=14a4|&hash=24a4",
			"&auth_date=|&x=&auth_date=", "&hash=14a4|&hash=14A4" })
	void whatWasChangedIsRefused(String change) {
		String[] parts = change.split("\\|");
		assertRefused(TOKEN, VECTOR.replace(parts[0], parts[1]), SIGNED, Reason.WRONG_SIGNATURE);
	}

	@Test
	void whatWasSignedForAnotherBotIsRefused() {
		assertRefused("123456789:Other", VECTOR, SIGNED, Reason.WRONG_SIGNATURE);
	}

	@Test
	void whatIsOldOrFromTheFutureIsRefused() {
		assertThat(validator(TOKEN, SIGNED.plus(Duration.ofHours(24))).validate(VECTOR)).isNotNull();
		assertRefused(TOKEN, VECTOR, SIGNED.plus(Duration.ofHours(24)).plusSeconds(1), Reason.EXPIRED);
		assertThat(validator(TOKEN, SIGNED.minusSeconds(60)).validate(VECTOR)).isNotNull();
		assertRefused(TOKEN, VECTOR, SIGNED.minusSeconds(600), Reason.EXPIRED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "a=b", "hash", "a=1&a=2&hash=3", "a=%zz&hash=3", "a=%&hash=1" })
	void whatIsNoInitDataIsRefused(String initData) {
		assertRefused(TOKEN, initData, SIGNED, Reason.MALFORMED);
	}

	@Test
	void oddPartOfTheUserDoesNoHarm() throws GeneralSecurityException {
		InitData data = validator(TOKEN, SIGNED).validate(signed("{\"id\":5,\"username\":[],\"first_name\":\"Sara\"}"));
		assertThat(data.user().id()).isEqualTo(5);
		assertThat(data.user().username()).isNull();
		assertThat(data.user().unknownFields()).containsOnlyKeys("username");
		assertRefused(TOKEN, signed("{\"id\":[],\"first_name\":\"Sara\"}"), SIGNED, Reason.MALFORMED);
	}

	private static String signed(String user) throws GeneralSecurityException {
		String fields = "auth_date=" + SIGNED.getEpochSecond() + "\nuser=" + user;
		byte[] secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), TOKEN);
		return "auth_date=" + SIGNED.getEpochSecond() + "&user=" + URLEncoder.encode(user, StandardCharsets.UTF_8)
				+ "&hash=" + HexFormat.of().formatHex(hmac(secret, fields));
	}

	private static byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(key, "HmacSHA256"));
		return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
	}

	private void assertRefused(String token, String initData, Instant now, Reason reason) {
		assertThatExceptionOfType(InvalidInitDataException.class)
			.isThrownBy(() -> validator(token, now).validate(initData))
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo(reason))
			.withMessageNotContaining("TestToken")
			.withMessageNotContaining("14a460");
	}

	private static InitDataValidator validator(String token, Instant now) {
		return new InitDataValidator(BaleConnection.of(URI.create("http://127.0.0.1"), BotToken.of(token)),
				Duration.ofHours(24), Clock.fixed(now, ZoneOffset.UTC));
	}

}
