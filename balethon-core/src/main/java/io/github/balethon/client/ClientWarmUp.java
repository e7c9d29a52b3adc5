package io.github.balethon.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.method.SendMessage;

/**
 * Loads the classes that the first update and its reply need: builds clients, and
 * deserializes and serializes a message, without any request. Meant for a thread that
 * runs beside the start of the application.
 *
 * @since 0.1.0
 */
public final class ClientWarmUp {

	private static final String MESSAGE = """
			{"message_id":1,"date":1,"text":"/start","from":{"id":1,"is_bot":false,"first_name":"a","username":"a"},
			"chat":{"id":1,"type":"private","first_name":"a"},"entities":[{"type":"bot_command","offset":0,"length":6}]}""";

	private static final HttpAnswer PAGE = answer("[{\"update_id\":1,\"message\":" + MESSAGE + "}]");

	private static final HttpAnswer SENT = answer(MESSAGE);

	// Nothing connects to it.
	private static final BaleConnection NOWHERE = BaleConnection.of(URI.create("http://127.0.0.1:1"),
			BotToken.of("1:warm-up"));

	private ClientWarmUp() {
	}

	private static HttpAnswer answer(String result) {
		return new HttpAnswer(200, ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Loads the classes. Takes some tenths of a second the first time.
	 */
	public static void run() {
		UpdateDecoder decoder = new UpdateDecoder();
		decoder.decodePage(GetUpdates.of(), PAGE);
		SendMessage request = SendMessage.of(1, "a");
		decoder.json().body(request);
		decoder.json().result(request, SENT);
		BaleClientBuilder builder = BaleClient.builder(NOWHERE).updateDecoder(decoder);
		try (BaleClient client = builder.build(); UpdatesClient updates = builder.buildUpdatesClient(Duration.ZERO)) {
			client.execute(request);
			updates.botId();
		}
	}

}
