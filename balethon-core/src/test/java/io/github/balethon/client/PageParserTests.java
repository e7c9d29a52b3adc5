package io.github.balethon.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which responses are parsed in one pass, and that the others are read update by update.
 */
class PageParserTests {

	private static final String FIRST = "{\"update_id\":7,\"message\":{\"message_id\":1,\"text\":\"سلام 😀\"}}";

	private static final String SECOND = "{ \"message\" : {\"message_id\":2, \"text\":\"]}\"} , \"update_id\" : 8 }";

	private final BaleJson json = new BaleJson();

	private final PageParser parser = new PageParser(this.json.mapper().readerFor(Update.class));

	@ParameterizedTest
	@ValueSource(strings = { "{\"ok\":true,\"result\":[%s,%s]}", " {\"result\" : [ %s \n,\t%s ] , \"ok\" : true } ",
			"{\"ok\":true,\"more\":{\"result\":[1]},\"result\":[%s,%s],\"last\":[[]]}",
			"\uFEFF{\"ok\":true,\"result\":[%s,%s]}" })
	void wellFormedPageIsParsedWithTheBytesOfEachUpdate(String page) {
		UpdatePage parsed = parse(page.formatted(FIRST, SECOND));
		assertThat(parsed).isNotNull();
		assertThat(parsed.complete()).isTrue();
		assertThat(parsed.updates()).extracting(ReceivedUpdate::updateId).containsExactly(7L, 8L);
		assertThat(parsed.updates()).extracting((update) -> new String(update.payload(), StandardCharsets.UTF_8))
			.containsExactly(FIRST, SECOND);
		assertThat(parsed.updates()).extracting((update) -> update.update().message().text())
			.containsExactly("سلام 😀", "]}");
	}

	@Test
	void emptyPageIsParsed() {
		assertThat(parse("{\"ok\":true,\"result\":[]}").updates()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "7", "[]", "{}", "{\"message\":{}}", "{\"update_id\":0}", "{\"update_id\":7.5}",
			"{\"update_id\":7.0}", "{\"update_id\":null}", "{\"update_id\":\"x\"}", "{\"update_id\":[7]}",
			"{\"update_id\":7,\"message\":7}", "{\"update_id\":7,\"message\":nul}", "{\"update_id\":7,}",
			"{\"update_id\":7,\"message\":{\"date\":1767225601.0}}", "{\"update_id\":7" })
	void pageWithAnUnusualUpdateIsReadUpdateByUpdate(String update) {
		String page = "{\"ok\":true,\"result\":[" + FIRST + "," + update + "]}";
		assertThat(parse(page)).isNull();
		assertThat(decode(page).get(0).update()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"ok\"", "{\"result\":[]}", "{\"ok\":false,\"result\":[]}",
			"{\"ok\":1,\"result\":[]}", "{\"ok\":true,\"result\":[", "{\"ok\":true,\"result\":[]" })
	void responseThatIsNoCompletePageIsNotParsed(String body) {
		assertThat(parse(body)).isNull();
	}

	@Test
	void tooDeeplyNestedUpdateIsReadOnItsOwn() {
		String deep = "{\"update_id\":9,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
		String page = "{\"ok\":true,\"result\":[" + FIRST + "," + deep + "]}";
		assertThat(parse(page)).isNull();
		assertThat(decode(page)).extracting(ReceivedUpdate::updateId).containsExactly(7L, 9L);
	}

	// Jackson detects the encoding, but knows no offsets in it.
	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-32LE" })
	void otherEncodingThanUtf8IsNotParsed(String encoding) {
		assertThat(this.parser.parse(("{\"ok\":true,\"result\":[" + FIRST + "]}").getBytes(Charset.forName(encoding))))
			.isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { FIRST, SECOND, "{\"update_id\":9}", "{\"update_id\":\"10\",\"poll_answer\":{\"x\":[1]}}",
			"{\"update_id\":-1,\"callback_query\":{\"id\":5,\"from\":\"\",\"data\":\"a\"}}" })
	void bothWaysReadTheSameUpdate(String update) {
		ReceivedUpdate alone = new UpdateDecoder(this.json).decode(bytes(update));
		ReceivedUpdate inPage = parse("{\"ok\":true,\"result\":[" + update + "]}").updates().get(0);
		assertThat(inPage).usingRecursiveComparison().isEqualTo(alone);
	}

	private @Nullable UpdatePage parse(String body) {
		return this.parser.parse(bytes(body));
	}

	private List<ReceivedUpdate> decode(String body) {
		return new UpdateDecoder(this.json).decodePage(GetUpdates.of(), new HttpAnswer(200, bytes(body))).updates();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
