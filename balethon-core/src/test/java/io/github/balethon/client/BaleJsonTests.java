package io.github.balethon.client;

import java.nio.charset.StandardCharsets;

import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetUpdates;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.ReplyKeyboardRemove;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The wire format of each method, so that a change of it is seen.
 */
class BaleJsonTests {

	private final BaleJson json = new BaleJson();

	@Test
	void methodsWithoutParametersAreEmptyObjects() {
		assertThat(written(GetMe.of())).isEqualTo("{}");
		assertThat(written(GetWebhookInfo.of())).isEqualTo("{}");
		assertThat(written(DeleteWebhook.of())).isEqualTo("{}");
		assertThat(written(GetUpdates.of())).isEqualTo("{}");
	}

	@Test
	void absentParametersAreLeftOut() {
		assertThat(written(SendMessage.of(7, "سلام"))).isEqualTo("{\"chat_id\":7,\"text\":\"سلام\"}");
		assertThat(written(GetUpdates.of().offset(0).limit(100).timeout(25)))
			.isEqualTo("{\"offset\":0,\"limit\":100,\"timeout\":25}");
		assertThat(written(EditMessageText.of(7, 8, "x"))).isEqualTo("{\"chat_id\":7,\"message_id\":8,\"text\":\"x\"}");
		assertThat(written(DeleteMessage.of(7, 8))).isEqualTo("{\"chat_id\":7,\"message_id\":8}");
		assertThat(written(AnswerCallbackQuery.of("2"))).isEqualTo("{\"callback_query_id\":\"2\"}");
		assertThat(written(AnswerCallbackQuery.of("2").text("x").asAlert()))
			.isEqualTo("{\"callback_query_id\":\"2\",\"text\":\"x\",\"show_alert\":true}");
	}

	@Test
	void chatOfAnActionIsAText() {
		assertThat(written(SendChatAction.of(7, ChatAction.UPLOAD_PHOTO)))
			.isEqualTo("{\"chat_id\":\"7\",\"action\":\"upload_photo\"}");
	}

	@Test
	void channelIsNamedWithAnAtSign() {
		assertThat(written(SendMessage.of(ChatId.of("news"), "x"))).isEqualTo("{\"chat_id\":\"@news\",\"text\":\"x\"}");
	}

	@Test
	void keyboardsAreObjects() {
		assertThat(written(SendMessage.of(7, "x")
			.replyToMessageId(3)
			.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Gold", "plan:gold"))
				.row(InlineKeyboardButton.url("Site", "https://example.ir"),
						InlineKeyboardButton.webApp("Open", "https://app.example.ir"),
						InlineKeyboardButton.copyText("Copy", "A-77")))))
			.isEqualTo("{\"chat_id\":7,\"text\":\"x\",\"reply_to_message_id\":3,\"reply_markup\":{\"inline_keyboard\":"
					+ "[[{\"text\":\"Gold\",\"callback_data\":\"plan:gold\"}],"
					+ "[{\"text\":\"Site\",\"url\":\"https://example.ir\"},"
					+ "{\"text\":\"Open\",\"web_app\":{\"url\":\"https://app.example.ir\"}},"
					+ "{\"text\":\"Copy\",\"copy_text\":{\"text\":\"A-77\"}}]]}}");
		assertThat(written(SendMessage.of(7, "x").replyMarkup(ReplyKeyboardMarkup.of("a", "b"))))
			.endsWith("\"reply_markup\":{\"keyboard\":[[{\"text\":\"a\"},{\"text\":\"b\"}]]}}");
		assertThat(written(SendMessage.of(7, "x").replyMarkup(new ReplyKeyboardRemove())))
			.endsWith("\"reply_markup\":{\"remove_keyboard\":true}}");
	}

	@Test
	void resultIsReadWithItsType() {
		Message message = read(SendMessage.of(7, "x"),
				"{\"ok\":true,\"result\":{\"message_id\":744,\"date\":1767225640,\"chat\":{\"id\":7}}}");
		assertThat(message.messageId()).isEqualTo(744);
		assertThat(message.sentAt()).hasToString("2026-01-01T00:00:40Z");
		assertThat(read(DeleteWebhook.of(), "{\"ok\":true,\"result\":true}")).isTrue();
		assertThat(read(GetUpdates.of(), "{\"ok\":true,\"result\":null}")).isEmpty();
	}

	@Test
	void editIsConfirmedByAStubOrByTrue() {
		EditMessageText edit = EditMessageText.of(7, 8, "x");
		assertThat(
				read(edit, "{\"ok\":true,\"result\":{\"message_id\":0,\"date\":1,\"edit_date\":2,\"chat\":{\"id\":7}}}")
					.editDate())
			.isEqualTo(2);
		assertThat(read(edit, "{\"ok\":true,\"result\":true}")).isEqualTo(new EditedMessage(null, null, null));
	}

	@Test
	void refusalWithAResultOfAnotherShapeIsARefusal() {
		assertThatExceptionOfType(BaleApiException.class)
			.isThrownBy(() -> this.json.result(SendMessage.of(7, "x"), answer(400,
					"{\"ok\":false,\"error_code\":400,\"description\":\"chat_id: must be a valid value\",\"result\":[1]}")))
			.withMessage("Bale refused sendMessage with code 400: chat_id: must be a valid value");
	}

	@Test
	void resultOfAnotherShapeIsAProtocolErrorThatDoesNotRepeatIt() {
		assertThatExceptionOfType(BaleProtocolException.class)
			.isThrownBy(() -> read(SendMessage.of(7, "x"), "{\"ok\":true,\"result\":\"secret text\"}"))
			.withMessageContaining("sendMessage")
			.withMessageNotContaining("secret text");
		assertThatExceptionOfType(BaleProtocolException.class)
			.isThrownBy(() -> read(SendMessage.of(7, "x"), "{\"ok\":true}"))
			.withMessageContaining("without a result");
	}

	private String written(BaleMethod<?> method) {
		return new String(this.json.write(method), StandardCharsets.UTF_8);
	}

	private <R> R read(BaleMethod<R> method, String body) {
		return this.json.result(method, answer(200, body));
	}

	private static HttpAnswer answer(int status, String body) {
		return new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8));
	}

}
