package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the JSON of updates and messages costs. In the package of the client, as its
 * readers and writers are not public.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WireFormat {

	private static final String UPDATE = """
			{"update_id":%d,"message":{"message_id":742,"from":{"id":1050637241,"is_bot":false,"first_name":"Sara",\
			"last_name":"","username":"sara_demo"},"date":1763880000,"chat":{"id":1050637241,"type":"private",\
			"first_name":"Sara","last_name":"","username":"sara_demo","photo":null},"text":"/order 12 kitap ve cay",\
			"reply_to_message":{"message_id":741,"from":{"id":1284905312,"is_bot":true,"first_name":"Shop","last_name":"",\
			"username":"shop_demo_bot"},"date":1763879990,"chat":{"id":1050637241,"type":"private","first_name":"Sara",\
			"last_name":"","username":"sara_demo"},"text":"What shall it be?"},"entities":[{"type":"bot_command"}]}}""";

	private static final SendMessage SEND = SendMessage
		.of(1050637241, "Your order of 12 books is on its way; it will be there tomorrow.")
		.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Where is it?", "where:12"),
				InlineKeyboardButton.callback("Cancel", "cancel:12")));

	private final byte[] update = bytes(UPDATE.formatted(5187));

	private final byte[] page = bytes(IntStream.range(0, 100)
		.mapToObj((i) -> UPDATE.formatted(5187 + i))
		.collect(Collectors.joining(",", "{\"ok\":true,\"result\":[", "]}")));

	private final HttpAnswer pageAnswer = new HttpAnswer(200, this.page);

	private final HttpAnswer sent = new HttpAnswer(200, bytes("""
			{"ok":true,"result":{"message_id":743,"from":{"id":1284905312,"is_bot":true,"first_name":"Shop",\
			"username":"shop_demo_bot"},"date":1763880001,"chat":{"id":1050637241,"type":"private",\
			"first_name":"Sara"},"text":"Your order of 12 books is on its way; it will be there tomorrow."}}"""));

	private final BaleJson json = new BaleJson();

	private final UpdateDecoder decoder = new UpdateDecoder(this.json);

	private final JsonMapper bare = JsonMapper.shared();

	private final GetUpdates poll = GetUpdates.of();

	/**
	 * Reads an update of 600 bytes.
	 * @return the update
	 */
	@Benchmark
	public ReceivedUpdate update() {
		return this.decoder.decode(this.update);
	}

	/**
	 * The reference: the same bytes as a tree without types.
	 * @return the tree
	 */
	@Benchmark
	public JsonNode updateAsTree() {
		return this.bare.readTree(this.update);
	}

	/**
	 * Reads a page of 100 updates.
	 * @return the updates
	 */
	@Benchmark
	public List<ReceivedUpdate> page() {
		return this.decoder.decodePage(this.poll, this.pageAnswer).updates();
	}

	/**
	 * The reference: the same bytes as a tree without types.
	 * @return the tree
	 */
	@Benchmark
	public JsonNode pageAsTree() {
		return this.bare.readTree(this.page);
	}

	/**
	 * Writes a message with two buttons.
	 * @return the bytes
	 */
	@Benchmark
	public byte[] sendMessage() {
		return this.json.write(SEND);
	}

	/**
	 * Reads the answer to a message.
	 * @return the message
	 */
	@Benchmark
	public Message sendMessageAnswer() {
		return this.json.result(SEND, this.sent);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
