package io.github.balethon.method;

import io.github.balethon.model.Chat;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.Message;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MethodLimitsTests {

	@Test
	void textHasOneTo4096CharactersCountedAsAPersonWould() {
		assertThat(SendMessage.of("😀".repeat(4096)).text()).hasSize(8192);
		assertThatIllegalArgumentException().isThrownBy(() -> SendMessage.of(""))
			.withMessage("'text' must have 1 to 4096 characters, but has 0");
		assertThatIllegalArgumentException().isThrownBy(() -> EditMessageText.of(1, "x".repeat(4097)))
			.withMessage("'text' must have 1 to 4096 characters, but has 4097");
	}

	@Test
	void callbackDataHasOneTo64Bytes() {
		assertThat(InlineKeyboardButton.callback("x", "س".repeat(32)).callbackData()).hasSize(32);
		assertThatIllegalArgumentException().isThrownBy(() -> InlineKeyboardButton.callback("x", "س".repeat(33)))
			.withMessage("'callback_data' of a button must have 1 to 64 bytes, but has 66");
	}

	@Test
	void idOfAnEditedMessageIsNoIdToGoOnWith() {
		assertThatIllegalArgumentException().isThrownBy(() -> EditMessageText.of(7, 0, "x"))
			.withMessageContaining("keep the message that was sent");
		Message withoutChat = Message.builder(1).build();
		assertThatIllegalArgumentException().isThrownBy(() -> DeleteMessage.of(withoutChat))
			.withMessageContaining("names no chat");
	}

	@Test
	void negativeOffsetIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> GetUpdates.create().offset(-1))
			.withMessageContaining("forget");
		assertThatIllegalArgumentException().isThrownBy(() -> GetUpdates.create().limit(101))
			.withMessage("'limit' must be 1 to 100, but is 101");
	}

	@Test
	void nothingThatPeopleWroteIsPrinted() {
		Message message = Message.builder(5)
			.chat(new Chat(7, "private", null, "sara_demo", "Sara", null))
			.text("secret")
			.build();
		assertThat(message).hasToString("Message[messageId=5, from=null, chat=Chat[id=7, type=private]]");
		assertThat(SendMessage.of(7, "secret")).asString().doesNotContain("secret");
		assertThat(EditMessageText.of(7, 5, "secret")).asString().doesNotContain("secret");
		assertThat(AnswerCallbackQuery.of("1").text("secret")).asString().doesNotContain("secret");
	}

}
