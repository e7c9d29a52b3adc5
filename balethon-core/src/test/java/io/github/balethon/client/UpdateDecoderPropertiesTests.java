package io.github.balethon.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.balethon.method.GetUpdates;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A good update beside anything at all.
 */
class UpdateDecoderPropertiesTests {

	private static final String GOOD = "{\"update_id\":7,\"message\":{\"message_id\":1,\"text\":\"first\"}}";

	private static final String NEXT = "{\"update_id\":9,\"message\":{\"message_id\":2,\"text\":\"next\"}}";

	private final UpdateDecoder decoder = new UpdateDecoder();

	@Property
	void anyBytesAreDecoded(@ForAll("bytes") byte[] payload) {
		assertThat(this.decoder.decode(payload).payload()).isEqualTo(payload);
	}

	@Property
	void goodUpdateBeforeAnyBytesIsHandled(@ForAll("bytes") byte[] junk, @ForAll boolean closed) {
		List<ReceivedUpdate> page = page("{\"ok\":true,\"result\":[" + GOOD + ",", junk, closed ? "]}" : "");
		assertGood(page.get(0), 7, "first");
	}

	@Property
	void goodUpdateBehindAnyValueIsHandled(@ForAll("values") String value) {
		List<ReceivedUpdate> page = page("{\"ok\":true,\"result\":[" + GOOD + ",",
				value.getBytes(StandardCharsets.UTF_8), "," + NEXT + "]}");
		assertThat(page).hasSize(3);
		assertGood(page.get(0), 7, "first");
		assertGood(page.get(2), 9, "next");
	}

	@Property
	void updateWithAnyPartHasItsIdentifier(@ForAll("kinds") String kind, @ForAll("values") String value) {
		String odd = "{\"update_id\":8,\"" + kind + "\":" + value + "}";
		List<ReceivedUpdate> page = page("{\"ok\":true,\"result\":[" + GOOD + ",", odd.getBytes(StandardCharsets.UTF_8),
				"," + NEXT + "]}");
		assertThat(page).extracting(ReceivedUpdate::updateId).containsExactly(7L, 8L, 9L);
		assertGood(page.get(2), 9, "next");
	}

	@Property
	void anyAnswerIsAPageOrARefusal(@ForAll("bytes") byte[] body, @ForAll("statuses") int status) {
		try {
			assertThat(this.decoder.decodePage(GetUpdates.of(), new HttpAnswer(status, body))).isNotNull();
		}
		catch (RuntimeException ex) {
			// What the loop of the long polling backs off for.
			assertThat(ex).isInstanceOf(BaleException.class);
		}
	}

	@Provide
	Arbitrary<byte[]> bytes() {
		Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
		Arbitrary<String> pieces = Arbitraries.of("{", "}", "[", "]", "\"", "\\", ",", ":", "\"ok\"", "true", "false",
				"\"result\"", "\"update_id\"", "\"message\"", "1", "1e999999999", "9223372036854775808", "null",
				"\ufeff", "\\ud800", "\u0000", GOOD);
		return Arbitraries.oneOf(noise, pieces.list().ofMaxSize(20).map(UpdateDecoderPropertiesTests::joined));
	}

	@Provide
	Arbitrary<String> values() {
		Arbitrary<String> scalars = Arbitraries.of("null", "true", "0", "-1", "1.5", "1e999999999",
				"9223372036854775808", "\"\"", "\"text\"", "\"]}\"", "\"\\\"\"", "\"\\ud800\"", "nonsense", "NaN", "[]",
				"{}");
		Arbitrary<String> names = Arbitraries.of("chat", "from", "id", "text", "date", "message_id", "type", "photo",
				"x");
		return Arbitraries
			.recursive(
					() -> scalars, (
							inner) -> Arbitraries.oneOf(
									inner.list().ofMaxSize(3).map((all) -> "[" + String.join(",", all) + "]"),
									Combinators.combine(names, inner, names, inner)
										.as((a, x, b, y) -> "{\"" + a + "\":" + x + ",\"" + b + "\":" + y + "}")),
					0, 4);
	}

	@Provide
	Arbitrary<String> kinds() {
		return Arbitraries.of("message", "edited_message", "callback_query", "pre_checkout_query", "poll", "");
	}

	@Provide
	Arbitrary<Integer> statuses() {
		return Arbitraries.of(200, 201, 400, 401, 404, 409, 429, 500, 502);
	}

	private static byte[] joined(List<String> pieces) {
		return String.join("", pieces).getBytes(StandardCharsets.UTF_8);
	}

	private List<ReceivedUpdate> page(String before, byte[] between, String behind) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(between);
		body.writeBytes(behind.getBytes(StandardCharsets.UTF_8));
		return this.decoder.decodePage(GetUpdates.of(), new HttpAnswer(200, body.toByteArray())).updates();
	}

	private static void assertGood(ReceivedUpdate received, long id, String text) {
		assertThat(received.updateId()).isEqualTo(id);
		assertThat(received.update().message().text()).isEqualTo(text);
	}

}
