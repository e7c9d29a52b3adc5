package io.github.balethon.client;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads updates one by one, so that one that cannot be read spoils only itself. A part of
 * an unexpected shape becomes {@code null} and stays among the unknown fields, unless the
 * update means nothing without it.
 *
 * @since 0.1.0
 */
public final class UpdateDecoder {

	private static final String UPDATE_ID = "update_id";

	private final BaleJson json;

	private final ObjectReader reader;

	private final ObjectReader lenientReader;

	/**
	 * Creates a decoder.
	 */
	public UpdateDecoder() {
		this(new BaleJson());
	}

	UpdateDecoder(BaleJson json) {
		this.json = json;
		this.reader = json.mapper().readerFor(Update.class);
		this.lenientReader = json.lenientMapper().readerFor(Update.class);
	}

	/**
	 * Reads the JSON of one update.
	 * @param payload the bytes, which the result keeps
	 * @return the update, whose {@link ReceivedUpdate#update()} is {@code null} if it
	 * cannot be read; never an exception
	 */
	public ReceivedUpdate decode(byte[] payload) {
		Update update = read(payload);
		// Zero is the first id of a new bot, and what an absent one is read as.
		Long id = (update != null && update.updateId() != 0) ? Long.valueOf(update.updateId()) : findUpdateId(payload);
		return new ReceivedUpdate(id, payload, (id != null) ? update : null);
	}

	private @Nullable Update read(byte[] payload) {
		try {
			return this.reader.readValue(payload);
		}
		catch (JacksonException ex) {
			return readLeniently(payload);
		}
		catch (StackOverflowError ex) {
			return null;
		}
	}

	private @Nullable Update readLeniently(byte[] payload) {
		try {
			return this.lenientReader.readValue(payload);
		}
		catch (JacksonException | StackOverflowError ex) {
			// Told by the missing update; the bytes are kept.
			return null;
		}
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
		UpdateScanner scanner = new UpdateScanner(answer.body());
		List<ReceivedUpdate> page = new ArrayList<>();
		boolean ok = false;
		boolean complete = false;
		if (scanner.enter('{')) {
			for (String name = scanner.nextName(); name != null; name = scanner.nextName()) {
				if ("result".equals(name) && scanner.enter('[')) {
					decodeArray(scanner, page);
				}
				else {
					UpdateScanner.Value value = scanner.nextValue();
					ok |= "ok".equals(name) && value != null && "true".equals(value.text());
				}
			}
			complete = scanner.leave('}');
		}
		if (complete && !ok) {
			this.json.result(request, answer);
		}
		if (!complete && page.isEmpty()) {
			throw this.json.unreadable(request.methodName(), answer, null);
		}
		return page;
	}

	private void decodeArray(UpdateScanner scanner, List<ReceivedUpdate> page) {
		UpdateScanner.Value element = scanner.nextElement();
		while (element != null) {
			page.add(decode(element.bytes()));
			element = scanner.nextElement();
		}
		scanner.leave(']');
	}

	// By scanning, as what cannot be parsed has an identifier all the same.
	private static @Nullable Long findUpdateId(byte[] payload) {
		UpdateScanner scanner = new UpdateScanner(payload);
		if (scanner.enter('{')) {
			for (String name = scanner.nextName(); name != null; name = scanner.nextName()) {
				UpdateScanner.Value value = scanner.nextValue();
				if (UPDATE_ID.equals(name)) {
					return (value != null) ? parseId(value.text()) : null;
				}
			}
		}
		return null;
	}

	private static @Nullable Long parseId(String text) {
		try {
			return Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

}
