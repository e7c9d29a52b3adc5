package io.github.balethon.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectReader;

/**
 * Reads updates one by one, so that one that cannot be read spoils only itself.
 *
 * @since 0.1.0
 */
public final class UpdateDecoder {

	private static final String UPDATE_ID = "update_id";

	private final BaleJson json;

	private final ObjectReader reader;

	/**
	 * Creates a decoder.
	 */
	public UpdateDecoder() {
		this(new BaleJson());
	}

	UpdateDecoder(BaleJson json) {
		this.json = json;
		this.reader = json.mapper().readerFor(Update.class);
	}

	/**
	 * Reads the JSON of one update.
	 * @param payload the bytes, which the result keeps
	 * @return the update, whose {@link ReceivedUpdate#update()} is {@code null} if it
	 * cannot be read; never an exception
	 */
	public ReceivedUpdate decode(byte[] payload) {
		Update update = null;
		try {
			update = this.reader.readValue(payload);
		}
		catch (JacksonException ex) {
			// Told by the missing update; the bytes are kept.
		}
		// Zero is the first id of a new bot, and what an absent one is read as.
		Long id = (update != null && update.updateId() != 0) ? Long.valueOf(update.updateId()) : findUpdateId(payload);
		return new ReceivedUpdate(id, payload, (id != null) ? update : null);
	}

	/**
	 * Reads an answer to {@code getUpdates}. An answer that breaks off in the middle
	 * yields what came before; Bale brings the rest again.
	 * @param request the request
	 * @param answer the answer
	 * @return the updates, in Bale's order
	 */
	List<ReceivedUpdate> decodePage(GetUpdates request, HttpAnswer answer) {
		if (!answer.isSuccessful()) {
			this.json.result(request, answer);
		}
		List<ReceivedUpdate> page = new ArrayList<>();
		boolean ok = false;
		try (JsonParser parser = this.json.mapper().createParser(answer.body())) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if ("ok".equals(name)) {
					ok = value == JsonToken.VALUE_TRUE;
				}
				else if ("result".equals(name) && value == JsonToken.START_ARRAY) {
					decodeArray(parser, answer.body(), page);
				}
				else {
					parser.skipChildren();
				}
			}
		}
		catch (JacksonException ex) {
			if (page.isEmpty()) {
				throw this.json.unreadable(request.methodName(), answer, ex);
			}
			return page;
		}
		if (!ok) {
			this.json.result(request, answer);
		}
		return page;
	}

	private void decodeArray(JsonParser parser, byte[] body, List<ReceivedUpdate> page) {
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			int from = (int) parser.currentTokenLocation().getByteOffset();
			parser.skipChildren();
			int to = (int) parser.currentLocation().getByteOffset();
			page.add(decode(Arrays.copyOfRange(body, from, to)));
		}
	}

	private @Nullable Long findUpdateId(byte[] payload) {
		try (JsonParser parser = this.json.mapper().createParser(payload)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if (UPDATE_ID.equals(name)) {
					return (value == JsonToken.VALUE_NUMBER_INT) ? Long.valueOf(parser.getLongValue()) : null;
				}
				parser.skipChildren();
			}
		}
		catch (JacksonException ex) {
			// What is no JSON has no id.
		}
		return null;
	}

}
