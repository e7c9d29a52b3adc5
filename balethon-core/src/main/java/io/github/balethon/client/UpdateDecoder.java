package io.github.balethon.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Deserializes updates one by one, so that a malformed update does not affect others. A
 * part of an unexpected type becomes {@code null} and is kept among the unknown fields,
 * unless it is essential for the update.
 *
 * @since 0.1.0
 */
public final class UpdateDecoder {

	private static final String UPDATE_ID = "update_id";

	// More digits than a long has, also with a fraction of zero.
	private static final int LONGEST_ID = 32;

	private final BaleJson json;

	private final ObjectReader reader;

	private final PageParser pages;

	/**
	 * Creates a decoder.
	 */
	public UpdateDecoder() {
		this(new BaleJson());
	}

	UpdateDecoder(BaleJson json) {
		this.json = json;
		this.reader = json.mapper().readerFor(Update.class);
		this.pages = new PageParser(this.reader);
	}

	BaleJson json() {
		return this.json;
	}

	/**
	 * Deserializes one update. Does not throw exceptions.
	 * @param payload the JSON of the update
	 * @return the update, whose {@link ReceivedUpdate#update()} is {@code null} if it
	 * cannot be parsed
	 */
	public ReceivedUpdate decode(byte[] payload) {
		Long id = findUpdateId(payload);
		return new ReceivedUpdate(id, payload, (id != null) ? read(payload) : null);
	}

	/**
	 * Deserializes the body of a request to a webhook, which is one update. Does not
	 * throw exceptions.
	 * @param body the body
	 * @return the update, whose {@link ReceivedUpdate#update()} is {@code null} if it
	 * cannot be parsed; or {@code null} if the body is not a whole JSON object
	 */
	public @Nullable ReceivedUpdate decodeBody(byte[] body) {
		ReceivedUpdate received = decode(body);
		return (received.update() != null || isObject(body)) ? received : null;
	}

	private static boolean isObject(byte[] payload) {
		UpdateScanner scanner = new UpdateScanner(payload);
		if (!scanner.enter('{')) {
			return false;
		}
		String name = scanner.nextName();
		while (name != null && scanner.nextValue() != null) {
			name = scanner.nextName();
		}
		return scanner.leave('}');
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
			return this.json.lenientMapper().readerFor(Update.class).readValue(payload);
		}
		catch (JacksonException | StackOverflowError ex) {
			// The result has no update, and keeps the JSON.
			return null;
		}
	}

	/**
	 * Parses a response to {@code getUpdates}: in one pass if it is well-formed,
	 * otherwise update by update. A truncated response yields the updates before the
	 * truncation.
	 * @param request the request
	 * @param answer the answer
	 * @return the updates, in Bale's order
	 */
	UpdatePage decodePage(GetUpdates request, HttpAnswer answer) {
		if (!answer.isSuccessful()) {
			this.json.result(request, answer);
		}
		UpdatePage page = this.pages.parse(answer.body());
		return (page != null) ? page : decodePageByUpdate(request, answer);
	}

	private UpdatePage decodePageByUpdate(GetUpdates request, HttpAnswer answer) {
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
		return new UpdatePage(page, complete);
	}

	private void decodeArray(UpdateScanner scanner, List<ReceivedUpdate> page) {
		UpdateScanner.Value element = scanner.nextElement();
		while (element != null) {
			page.add(decode(element.bytes()));
			element = scanner.nextElement();
		}
		scanner.leave(']');
	}

	// By scanning, as an update that cannot be parsed has an identifier all the same, and
	// Jackson truncates a fraction to the identifier of another update.
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
		String number = (text.length() > 1 && text.startsWith("\"")) ? text.substring(1, text.length() - 1) : text;
		if (number.length() > LONGEST_ID) {
			return null;
		}
		try {
			return new BigDecimal(number).longValueExact();
		}
		catch (ArithmeticException | NumberFormatException ex) {
			return null;
		}
	}

}
