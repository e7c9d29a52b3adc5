package io.github.balethon.emulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChatListenerTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("5:x").build();

	private final TestBot bot = new TestBot(this.emulator);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private Person sara;

	@BeforeEach
	void start() {
		this.emulator.start();
		this.sara = this.emulator.person("Sara");
		this.emulator.addListener(new Recorder());
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void messagesAndTheirVersionsAreHeardInOrder() {
		this.sara.write("/start");
		this.bot.send(this.sara.id(), "hello");
		this.bot.edit(this.sara.id(), 2, "hello Sara");
		this.bot.call("deleteMessage", "{\"chat_id\":%d,\"message_id\":2}".formatted(this.sara.id()));
		assertThat(this.heard).containsExactly("Sara: /start false", "bot: hello false", "bot: hello Sara true",
				"deleted 2");
	}

	@Test
	void answersToCallbackQueriesAreHeard() {
		this.bot.send(this.sara.id(), "menu", """
				{"inline_keyboard":[[{"text":"Buy","callback_data":"buy"}]]}""");
		this.sara.press("buy");
		this.bot.answer(this.bot.nextUpdate().path("callback_query"), "bought", true);
		assertThat(this.heard).containsExactly("bot: menu false", "bought true");
	}

	@Test
	void listenersSurviveAReset() {
		this.emulator.reset();
		this.emulator.person("Reza").write("hi");
		assertThat(this.heard).containsExactly("Reza: hi false");
	}

	private final class Recorder implements ChatListener {

		@Override
		public void message(ChatMessage message) {
			String sender = message.fromBot() ? "bot" : message.senderName();
			ChatListenerTests.this.heard.add(sender + ": " + message.text() + " " + message.edited());
		}

		@Override
		public void deletion(long chatId, long messageId) {
			ChatListenerTests.this.heard.add("deleted " + messageId);
		}

		@Override
		public void callbackAnswer(long chatId, long userId, String text, boolean alert) {
			assertThat(chatId).isEqualTo(userId);
			ChatListenerTests.this.heard.add(text + " " + alert);
		}

	}

}
