package io.github.balethon.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * Parses a well-formed response to {@code getUpdates} in one pass, with a single parser
 * for all of its updates. Anything unusual is left to {@link UpdateDecoder}, which reads
 * each update on its own.
 */
final class PageParser {

	private final ObjectReader reader;

	/**
	 * Creates a parser.
	 * @param reader the reader of updates
	 */
	PageParser(ObjectReader reader) {
		this.reader = reader
			// The next update of the page follows.
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			// An identifier with a fraction would become that of another update.
			.without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
	}

	/**
	 * Parses a response.
	 * @param body the response
	 * @return the updates, or {@code null} if the response is not a complete list of
	 * updates that can be parsed, each with an identifier
	 */
	@Nullable UpdatePage parse(byte[] body) {
		try (JsonParser parser = this.reader.createParser(body)) {
			return page(parser, body);
		}
		catch (JacksonException | StackOverflowError ex) {
			return null;
		}
	}

	private @Nullable UpdatePage page(JsonParser parser, byte[] body) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			return null;
		}
		List<ReceivedUpdate> updates = new ArrayList<>();
		boolean ok = false;
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			JsonToken value = parser.nextToken();
			if ("result".equals(name) && value == JsonToken.START_ARRAY) {
				if (!parseUpdates(parser, body, updates)) {
					return null;
				}
			}
			else {
				ok |= "ok".equals(name) && value == JsonToken.VALUE_TRUE;
				parser.skipChildren();
			}
		}
		return ok ? new UpdatePage(updates, true) : null;
	}

	private boolean parseUpdates(JsonParser parser, byte[] body, List<ReceivedUpdate> updates) {
		while (parser.nextToken() == JsonToken.START_OBJECT) {
			int from = (int) parser.currentTokenLocation().getByteOffset();
			Update update = this.reader.readValue(parser);
			int to = (int) parser.currentLocation().getByteOffset();
			// Zero if there is no identifier. No offset is known in UTF-16 or UTF-32.
			if (update.updateId() == 0 || from < 0) {
				return false;
			}
			// A copy, as an update must not keep the whole page in memory.
			updates.add(new ReceivedUpdate(update.updateId(), Arrays.copyOfRange(body, from, to), update));
		}
		return parser.currentToken() == JsonToken.END_ARRAY;
	}

}
