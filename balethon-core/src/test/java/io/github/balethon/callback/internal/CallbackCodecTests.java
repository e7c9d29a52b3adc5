package io.github.balethon.callback.internal;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.InvalidCallbackDataException;
import io.github.balethon.callback.InvalidCallbackDataException.Reason;
import io.github.balethon.callback.MemoryCallbackDataStore;
import io.github.balethon.client.BotToken;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CallbackCodecTests {

	private final CallbackCodec codec = codec("1:secret");

	private static CallbackCodec codec(String token) {
		return new CallbackCodec(() -> BotToken.of(token), new MemoryCallbackDataStore(100, Duration.ofMinutes(1)));
	}

	@Test
	void dataIsCompact() {
		assertThat(this.codec.data(new Buy(7, 1))).isEqualTo("~buy:1:7:1");
		assertThat(this.codec.data(new Buy(-1_000_000, 36))).isEqualTo("~buy:1:-lfls:10");
		assertThat(this.codec.data(new Home())).isEqualTo("~home:1");
	}

	@Test
	void supportedTypesAreRestored() {
		Everything all = new Everything(Long.MIN_VALUE, Integer.MAX_VALUE, true, DayOfWeek.FRIDAY, "a:b",
				LocalDate.of(2026, 11, 28), null);
		assertThat(this.codec.decode(Everything.class, this.codec.data(all))).isEqualTo(all);
		Link link = new Link(UUID.fromString("2f0c5d3e-9a53-4b8e-8f0e-6b1d2a7c9e10"), null, null, null, "");
		assertThat(this.codec.decode(Link.class, this.codec.data(link))).isEqualTo(link);
		assertThat(this.codec.decode(Home.class, this.codec.data(new Home()))).isEqualTo(new Home());
	}

	@Property(tries = 200)
	void anyTextIsRestored(@ForAll String text, @ForAll long number) {
		// A lone surrogate has no form in UTF-8.
		Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(text));
		Note note = new Note(text, number);
		String data = this.codec.data(note);
		assertThat(data.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
		assertThat(this.codec.decode(Note.class, data)).isEqualTo(note);
	}

	@Property(tries = 500)
	void arbitraryDataIsRejected(@ForAll String text) {
		assertThatExceptionOfType(InvalidCallbackDataException.class)
			.isThrownBy(() -> this.codec.decode(Signed.class, "~signed:1:" + text));
	}

	@Test
	void tooLongDataFailsWithTheRecordAndItsSize() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.data(new Search("گل".repeat(20), 3)))
			.withMessageContaining("Search has 92 bytes, but a button has at most 64")
			.withMessageContaining("text 80, page 1")
			.withMessageContaining("'stored = true'")
			.withMessageNotContaining("گل");
	}

	@Test
	void tooLongDataIsStoredIfAllowed() {
		Note note = new Note("گل".repeat(50), 3);
		String data = this.codec.data(note);
		assertThat(data).matches("~note:1\\*[a-zA-Z0-9_-]{16}");
		assertThat(this.codec.decode(Note.class, data)).isEqualTo(note);
		assertRejected(Note.class, "~note:1*AAAAAAAAAAAAAAAA", Reason.EXPIRED);
	}

	@Test
	void keyOfStoredDataDependsOnTheDataAndTheToken() {
		Note note = new Note("گل".repeat(50), 3);
		String data = this.codec.data(note);
		assertThat(this.codec.data(note)).isEqualTo(data);
		assertThat(this.codec.data(new Note("گل".repeat(50), 4))).isNotEqualTo(data);
		assertThat(codec("1:other").data(note)).isNotEqualTo(data);
	}

	@Test
	void storedDataOfAnotherRecordIsRejected() {
		String data = this.codec.data(new Note("گل".repeat(50), 3));
		assertRejected(Signed.class, "~signed:1" + data.substring("~note:1".length()), Reason.MALFORMED);
	}

	@Test
	void signatureProtectsTheData() {
		String data = this.codec.data(new Signed(5, 1000));
		assertThat(data).matches("~signed:1:5:rs~[a-zA-Z0-9_-]{11}");
		assertThat(this.codec.decode(Signed.class, data)).isEqualTo(new Signed(5, 1000));
		assertRejected(Signed.class, data.replace(":rs~", ":1~"), Reason.FORGED);
		assertRejected(Signed.class, "~signed:1:5:rs", Reason.FORGED);
		assertRejected(Signed.class, data + "x", Reason.FORGED);
		assertThatExceptionOfType(InvalidCallbackDataException.class)
			.isThrownBy(() -> codec("1:other").decode(Signed.class, data));
	}

	@ParameterizedTest
	@CsvSource({ "~buy:2:7:1, OUTDATED", "~buy:1:7, OUTDATED", "~buy:1:7:1:1, OUTDATED", "~buy:1:x!:1, MALFORMED",
			"~buy:1::1, MALFORMED", "~buy:1:7:2147483648zz, MALFORMED", "~buy, MALFORMED", "~sell:1:7:1, MALFORMED",
			"~buy:1:7:-1, MALFORMED" })
	void unusableDataIsRejectedWithItsReason(String data, Reason reason) {
		assertRejected(Buy.class, data, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "~everything:1:1:1:2:FRIDAY:a:0:", "~everything:1:1:1:1:NEVER:a:0:",
			"~everything:1:1:1:1:FRIDAY:\\x:0:", "~everything:1:1:1:1:FRIDAY:\\:0:",
			"~everything:1:1:1:1:FRIDAY:a:zzzzzzzzzzzz:" })
	void malformedComponentsAreRejected(String data) {
		assertRejected(Everything.class, data, Reason.MALFORMED);
	}

	@Test
	void nullableComponentsAtTheEndAreMissingInOldData() {
		assertThat(this.codec.decode(Everything.class, "~everything:1:1:1:1:FRIDAY:a:0"))
			.isEqualTo(new Everything(1, 1, true, DayOfWeek.FRIDAY, "a", LocalDate.EPOCH, null));
	}

	@Test
	void nullInARequiredComponentFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.data(new Search(null, 3)))
			.withMessageContaining("Component 'text' of record Search is null");
	}

	@Test
	void unsupportedRecordsFail() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.data(new Plain(1)))
			.withMessageContaining("is not a record with @CallbackData");
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.data(new Listing(List.of())))
			.withMessageContaining("Component 'ids' of record")
			.withMessageContaining("java.util.List");
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.data(new Spaced(1)))
			.withMessageContaining("invalid code \"a b\"");
		this.codec.data(new Buy(1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.codec.data(new OtherBuy(1)))
			.withMessageContaining("same code \"buy\"");
	}

	private void assertRejected(Class<?> type, String data, Reason reason) {
		long before = this.codec.rejected(reason);
		assertThatExceptionOfType(InvalidCallbackDataException.class).isThrownBy(() -> this.codec.decode(type, data))
			.satisfies((ex) -> assertThat(ex.getReason()).isEqualTo(reason));
		assertThat(this.codec.rejected(reason)).isEqualTo(before + 1);
	}

	@CallbackData
	record Buy(long id, int quantity) {

		Buy {
			if (quantity < 1) {
				throw new IllegalArgumentException("quantity");
			}
		}

	}

	@CallbackData
	record Home() {

	}

	@CallbackData
	record Everything(long number, Integer count, boolean flag, DayOfWeek day, String text, LocalDate date,
			@Nullable Boolean added) {

	}

	@CallbackData("l")
	record Link(UUID id, @Nullable Long number, @Nullable DayOfWeek day, @Nullable LocalDate date,
			@Nullable String text) {

	}

	@CallbackData(value = "note", stored = true)
	record Note(String text, long number) {

	}

	@CallbackData("search")
	record Search(String text, int page) {

	}

	@CallbackData(value = "signed", signed = true)
	record Signed(long id, int price) {

	}

	record Plain(long id) {

	}

	@CallbackData
	record Listing(List<Long> ids) {

	}

	@CallbackData("a b")
	record Spaced(long id) {

	}

	@CallbackData("buy")
	record OtherBuy(long id) {

	}

}
