package io.github.balethon.model;

import java.nio.charset.StandardCharsets;

import io.github.balethon.client.UpdateDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateTests {

	private static final String MESSAGE = "{'message_id':742,'date':1732,'chat':{'id':7,'type':'private'}%s}";

	private final UpdateDecoder decoder = new UpdateDecoder();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			message              | ``                  | message:7:742:1732
			channel_post         | ``                  | message:7:742:1732
			edited_message       | `,'edit_date':1800` | edited_message:7:742:1732:1800
			edited_channel_post  | `,'edit_date':1800` | edited_message:7:742:1732:1800
			""")
	void messageIsWhatItIsByItsChatItsNumberAndItsDate(String kind, String more, String identity) {
		assertThat(update("'%s':%s".formatted(kind, MESSAGE.formatted(more))).identity()).isEqualTo(identity);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			callback_query     | 20   | callback_query:20
			pre_checkout_query | t-20 | pre_checkout_query:t-20
			shipping_query     | s    | shipping_query:s
			callback_query     | ``   | ``
			of_the_future      | 1    | ``
			""")
	void queryIsWhatItIsByItsId(String kind, String id, String identity) {
		assertThat(update("'%s':{'id':'%s'}".formatted(kind, id)).identity()).isEqualTo(identity);
	}

	private Update update(String content) {
		String json = "{'update_id':1,%s}".formatted(content).replace('\'', '"');
		return this.decoder.decode(json.getBytes(StandardCharsets.UTF_8)).update();
	}

}
