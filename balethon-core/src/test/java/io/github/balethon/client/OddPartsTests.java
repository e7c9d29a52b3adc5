package io.github.balethon.client;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.GetChatAdministrators;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Content;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.Message;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.Transaction;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Parts of an unexpected shape. They cost themselves, unless the update means nothing
 * without them.
 */
class OddPartsTests {

	private static final String MESSAGE = "\"message_id\":5,\"date\":6,\"from\":{\"id\":1},\"chat\":{\"id\":2,"
			+ "\"type\":\"private\"}";

	private final JsonMapper plain = JsonMapper.shared();

	private final BaleJson json = new BaleJson();

	private final UpdateDecoder decoder = new UpdateDecoder(this.json);

	@ParameterizedTest
	@MethodSource
	void everySecondaryPartOfAMessageMayHaveAnyShape(String part, String value) {
		Update update = decode("{\"update_id\":7,\"message\":{" + MESSAGE + ",\"" + part + "\":" + value + "}}");
		assertThat(update).isNotNull();
		assertThat(update.updateId()).isEqualTo(7);
		Message message = update.message();
		assertThat(message.unknownFields()).isEqualTo(Map.of(part, this.plain.readValue(value, Object.class)));
		assertThat(message.from().id()).isEqualTo(1);
		assertThat(message).usingRecursiveComparison()
			.ignoringFields("unknownFields")
			.isEqualTo(decode("{\"update_id\":7,\"message\":{" + MESSAGE + "}}").message());
	}

	static Stream<String[]> everySecondaryPartOfAMessageMayHaveAnyShape() {
		Set<String> essential = Set.of("message_id", "date", "from", "chat", "successful_payment", "unknown_fields");
		return Stream.of(Message.class.getRecordComponents())
			.filter((component) -> !essential.contains(snakeCase(component.getName())))
			.flatMap((component) -> wrongShapes(component).stream()
				.map((value) -> new String[] { snakeCase(component.getName()), value }));
	}

	private static List<String> wrongShapes(RecordComponent component) {
		Class<?> type = component.getType();
		if (type.isRecord()) {
			return List.of("[]", "\"text\"", "[{}]", "true", "5");
		}
		if (List.class.isAssignableFrom(type)) {
			return List.of("{\"a\":1}", "\"text\"", "5", "[5]", "[[1]]");
		}
		return List.of("{}", "{\"a\":[1,null]}", "[\"text\",2]");
	}

	@Test
	void buttonWithAnOddActionKeepsItsPlace() {
		Message message = decode("{\"update_id\":7,\"message\":{" + MESSAGE + ",\"text\":\"x\",\"reply_markup\":"
				+ "{\"inline_keyboard\":[[{\"text\":\"a\",\"copy_text\":\"secret\"},{\"text\":\"b\","
				+ "\"callback_data\":\"c\",\"pay\":true}]]}}}")
			.message();
		assertThat(message.text()).isEqualTo("x");
		assertThat(message.unknownFields()).isEmpty();
		List<InlineKeyboardButton> row = message.replyMarkup().inlineKeyboard().get(0);
		assertThat(row).extracting(InlineKeyboardButton::text).containsExactly("a", "b");
		assertThat(row.get(0).copyText()).isNull();
		assertThat(row.get(0).unknownFields()).isEqualTo(Map.of("copy_text", "secret"));
		assertThat(row.get(1).unknownFields()).isEqualTo(Map.of("pay", true));
		assertThat(this.json.mapper().writeValueAsString(row.get(0)))
			.isEqualTo("{\"text\":\"a\",\"copy_text\":\"secret\"}");
	}

	@Test
	void listLosesOnlyItsOddElements() {
		Message message = decode("{\"update_id\":7,\"message\":{" + MESSAGE
				+ ",\"photo\":[{\"file_id\":\"s\"},\"odd\",{\"file_id\":\"l\",\"width\":{}}],\"reply_markup\":"
				+ "{\"inline_keyboard\":[7,[{\"text\":\"a\"},[]]]}}}")
			.message();
		assertThat(message.content()).isEqualTo(Content.PHOTO);
		assertThat(message.photo()).extracting(PhotoSize::fileId).containsExactly("s", "l");
		assertThat(message.photo().get(1).width()).isZero();
		assertThat(message.photo().get(1).unknownFields()).containsOnlyKeys("width");
		assertThat(message.unknownFields()).containsOnlyKeys("photo");
		assertThat(message.replyMarkup().inlineKeyboard()).singleElement().asList().hasSize(1);
		assertThat(message.replyMarkup().unknownFields()).containsOnlyKeys("inline_keyboard");
	}

	@Test
	void partWithoutWhatItIsAboutIsOddAsAWhole() {
		Message message = decode("{\"update_id\":7,\"message\":{" + MESSAGE
				+ ",\"reply_to_message\":{\"message_id\":4,\"chat\":[]},\"location\":{\"latitude\":{},\"longitude\":1},"
				+ "\"document\":{\"file_id\":[1]},\"forward_from\":{\"id\":\"x\"}}}")
			.message();
		assertThat(message.replyToMessage()).isNull();
		assertThat(message.location()).isNull();
		assertThat(message.document()).isNull();
		assertThat(message.forwardFrom()).isNull();
		assertThat(message.unknownFields()).containsOnlyKeys("reply_to_message", "location", "document",
				"forward_from");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"message\":[]", "\"message\":{\"chat\":\"x\"}", "\"message\":{\"from\":[]}",
			"\"message\":{\"message_id\":{}}", "\"message\":{\"date\":[1]}", "\"message\":{\"from\":{\"id\":{}}}",
			"\"message\":{\"successful_payment\":[]}",
			"\"message\":{\"reply_markup\":[],\"successful_payment\":{\"total_amount\":\"many\"}}",
			"\"callback_query\":{\"id\":[]}", "\"callback_query\":{\"id\":\"1\",\"from\":5}",
			"\"pre_checkout_query\":{\"id\":\"1\",\"total_amount\":[]}",
			"\"pre_checkout_query\":{\"invoice_payload\":{}}", "\"shipping_query\":{\"from\":[]}" })
	void updateWithoutWhatItIsAboutIsUndecodable(String part) {
		ReceivedUpdate received = received("{\"update_id\":7," + part + "}");
		assertThat(received.updateId()).isEqualTo(7);
		assertThat(received.update()).isNull();
	}

	@Test
	void oddPartOfAnotherKindDoesNoHarm() {
		Update update = decode("{\"update_id\":7,\"callback_query\":[],\"message\":{" + MESSAGE
				+ "},\"edited_message\":{\"chat\":5},\"channel_post\":\"\"}");
		assertThat(update.message().messageId()).isEqualTo(5);
		assertThat(update.callbackQuery()).isNull();
		assertThat(update.unknownFields()).containsOnlyKeys("callback_query", "edited_message");
		assertThat(decode("{\"update_id\":7,\"callback_query\":[],\"message\":null}")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			callback_query     | {"id":"1","from":{"id":1},"message":"old"}        | message
			callback_query     | {"id":"1","from":{"id":1},"data":{"a":1}}         | data
			pre_checkout_query | {"id":"1","from":{"id":1},"order_info":[]}        | order_info
			shipping_query     | {"id":"1","from":{"id":1},"shipping_address":"x"} | shipping_address
			""")
	void queriesOutliveOddParts(String kind, String query, String odd) {
		Update update = decode("{\"update_id\":7,\"" + kind + "\":" + query + "}");
		assertThat(update).isNotNull();
		assertThat(update.from().id()).isEqualTo(1);
		Map<String, ?> unknown = (update.callbackQuery() != null) ? update.callbackQuery().unknownFields()
				: (update.preCheckoutQuery() != null) ? update.preCheckoutQuery().unknownFields()
						: update.shippingQuery().unknownFields();
		assertThat(unknown).containsOnlyKeys(odd);
	}

	@Test
	void resultOutlivesOddParts() {
		Message sent = result(SendMessage.of(2, "x"),
				"{\"ok\":true,\"result\":{" + MESSAGE + ",\"reply_markup\":[],\"entities\":\"none\"}}");
		assertThat(sent.messageId()).isEqualTo(5);
		assertThat(sent.unknownFields()).containsOnlyKeys("reply_markup", "entities");
		Transaction transaction = this.json.result(io.github.balethon.method.InquireTransaction.of("t"),
				answer(200, "{\"ok\":true,\"result\":{\"id\":\"t\",\"user_id\":5,\"created_at\":{}}}"));
		assertThat(transaction.userID()).isEqualTo(5);
		assertThat(transaction.unknownFields()).containsOnlyKeys("createdAt");
		assertThatExceptionOfType(BaleProtocolException.class).isThrownBy(
				() -> result(GetChatAdministrators.of(2), "{\"ok\":true,\"result\":[{\"status\":\"member\"},5]}"));
	}

	@Test
	void resultThatIsTooDeepIsAProtocolError() {
		String deep = "{\"ok\":true,\"result\":" + "{\"reply_to_message\":".repeat(4900) + "[]" + "}".repeat(4901);
		assertThatExceptionOfType(BaleProtocolException.class).isThrownBy(() -> result(SendMessage.of(2, "x"), deep));
		Message sent = result(SendMessage.of(2, "x"), "{\"ok\":true,\"result\":{" + MESSAGE + ",\"x\":"
				+ "[".repeat(4900) + "]".repeat(4900) + ",\"reply_markup\":[]}}");
		assertThat(sent.unknownFields()).containsOnlyKeys("x", "reply_markup");
	}

	@Test
	void refusalOutlivesOddParts() {
		assertThatExceptionOfType(BaleTooManyRequestsException.class)
			.isThrownBy(() -> this.json.result(SendMessage.of(2, "x"),
					answer(429, "{\"ok\":false,\"error_code\":\"many\",\"description\":\"slow\",\"parameters\":[]}")))
			.withMessageContaining("slow")
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isNull());
		assertThatExceptionOfType(BaleTooManyRequestsException.class)
			.isThrownBy(() -> this.json.result(SendMessage.of(2, "x"),
					answer(429, "{\"ok\":false,\"description\":[],\"parameters\":{\"retry_after\":3}}")))
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(3)));
	}

	@Test
	void everyTypeThatBaleSendsKeepsUnknownFields() {
		Map<String, Class<?>> received = new TreeMap<>();
		collect(Update.class, received);
		MethodSamples.all().forEach((sample) -> collect(sample.least().resultType(), received));
		assertThat(received).hasSizeGreaterThan(35);
		assertThat(received.values()).allSatisfy((type) -> {
			Object read = this.json.mapper().readValue("{\"never_seen\":{\"a\":[1]}}", type);
			assertThat(type.getMethod("unknownFields").invoke(read))
				.isEqualTo(Map.of("never_seen", Map.of("a", List.of(1))));
			assertThat(this.json.mapper().writeValueAsString(read)).contains("\"never_seen\":{\"a\":[1]}");
			assertThat(read.toString()).doesNotContain("never_seen");
		});
	}

	@Test
	void essentialPartsExist() {
		Stream.of(LenientRecords.ESSENTIAL, LenientRecords.ALTERNATIVES)
			.forEach((named) -> named.forEach((type,
					parts) -> assertThat(Stream.of(type.getRecordComponents())
						.map((component) -> snakeCase(component.getName()).replace("user_i_d", "userID")))
						.as(type.getName())
						.containsAll(parts)));
	}

	private static void collect(Type type, Map<String, Class<?>> received) {
		if (type instanceof ParameterizedType generic) {
			Stream.of(generic.getActualTypeArguments()).forEach((argument) -> collect(argument, received));
		}
		if (type instanceof Class<?> record && record.isRecord() && received.put(record.getName(), record) == null) {
			Stream.of(record.getRecordComponents())
				.filter((component) -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
				.forEach((component) -> collect(component.getGenericType(), received));
		}
	}

	private static String snakeCase(String name) {
		return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	private <R> R result(BaleMethod<R> method, String body) {
		return this.json.result(method, answer(200, body));
	}

	private static HttpAnswer answer(int status, String body) {
		return new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8));
	}

	private Update decode(String update) {
		return received(update).update();
	}

	private ReceivedUpdate received(String update) {
		return this.decoder.decode(update.getBytes(StandardCharsets.UTF_8));
	}

}
