package io.github.balethon.emulator;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Validation of keyboards.
 */
class KeyboardTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'inline_keyboard':['A','B']}", "{'inline_keyboard':'A'}", "{'inline_keyboard':{}}",
			"{'inline_keyboard':[null]}", "{'inline_keyboard':[[null]]}", "{'inline_keyboard':[['A']]}",
			"{'inline_keyboard':[[[]]]}", "{'inline_keyboard':[{'text':'A','callback_data':'a'}]}",
			"{'inline_keyboard':[[{'callback_data':'a'}]]}", "{'inline_keyboard':[[{'text':'','callback_data':'a'}]]}",
			"{'inline_keyboard':[[{'text':5,'callback_data':'a'}]]}", "{'inline_keyboard':[[{'text':'A'}]]}",
			"{'inline_keyboard':[[{'text':'A','callback_data':null}]]}",
			"{'inline_keyboard':[[{'text':'A','pay':true}]]}",
			"{'inline_keyboard':[[{'text':'A','callback_data':'a','url':'https://example.ir'}]]}",
			"{'inline_keyboard':[[{'text':'A','callback_data':5}]]}",
			"{'inline_keyboard':[[{'text':'A','callback_data':{}}]]}", "{'inline_keyboard':[[{'text':'A','url':''}]]}",
			"{'inline_keyboard':[[{'text':'A','url':7}]]}", "{'inline_keyboard':[[{'text':'A','web_app':'x'}]]}",
			"{'inline_keyboard':[[{'text':'A','web_app':{}}]]}", "{'inline_keyboard':[[{'text':'A','copy_text':'x'}]]}",
			"{'inline_keyboard':[[{'text':'A','copy_text':{}}]]}",
			"{'inline_keyboard':[[{'text':'A','copy_text':{'text':5}}]]}", "{'keyboard':['A','B']}", "{'keyboard':'A'}",
			"{'keyboard':[null]}", "{'keyboard':[[null]]}", "{'keyboard':[[5]]}", "{'keyboard':[['']]}",
			"{'keyboard':[[{}]]}", "{'keyboard':[[{'text':5}]]}", "{'keyboard':[[{'text':'A','request_contact':'x'}]]}",
			"{'keyboard':[[{'text':'A','request_contact':true,'request_location':true}]]}",
			"{'keyboard':[[{'text':'A','web_app':{'url':5}}]]}", "{'remove_keyboard':'x'}" })
	void malformedKeyboardIsRefusedByEveryMethod(String keyboard) {
		String markup = ",\"reply_markup\":" + keyboard.replace('\'', '"') + "}";
		this.bot.send(1001, "mine");
		assertRefused(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"" + markup));
		assertRefused(this.bot.call("sendLocation", "{\"chat_id\":1001,\"latitude\":35.7,\"longitude\":51.4" + markup));
		assertRefused(this.bot.call("editMessageText", "{\"chat_id\":1001,\"message_id\":1,\"text\":\"new\"" + markup));
		assertThat(this.sara.chat()).extracting(ChatMessage::text).containsExactly("mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'inline_keyboard':[]}", "{'inline_keyboard':[[]]}",
			"{'inline_keyboard':[[{'text':'A','callback_data':'a','url':null,'web_app':null,'style':'x'}]]}",
			"{'inline_keyboard':[[{'text':'A','url':'http://localhost:8080/'}],[{'text':'B','web_app':{'url':'https://example.ir'}},"
					+ "{'text':'C','copy_text':{'text':'x'}}]]}",
			"{'keyboard':[['A',{'text':'B'}],[{'text':'C','request_contact':true,'request_location':false}]],"
					+ "'resize_keyboard':true,'one_time_keyboard':true,'inline_keyboard':null}",
			"{'keyboard':[[{'text':'A','web_app':{'url':'https://example.ir'}}]]}",
			"{'remove_keyboard':true,'keyboard':[]}", "{'force_reply':true}" })
	void validKeyboardIsAccepted(String keyboard) {
		Reply reply = this.bot.call("sendMessage",
				"{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":" + keyboard.replace('\'', '"') + "}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(this.sara.chat().get(0).replyMarkup()).isEqualTo(Json.read(keyboard.replace('\'', '"')));
	}

	private void assertRefused(Reply reply) {
		assertThat(reply.json()).isEqualTo(Json.object()
			.put("ok", false)
			.put("error_code", 400)
			.put("description", "reply_markup: must be a valid value"));
	}

}
