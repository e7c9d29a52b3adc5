package io.github.balethon.emulator.app;

import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Payment;
import io.github.balethon.emulator.Person;
import io.github.balethon.emulator.Preset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A conversation with a bot that a client library of Telegram runs, against an emulator
 * with the preset for them. Each library has a bot with the same answers.
 */
@Tag("foreign")
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractForeignClientTests {

	static final String TOKEN = "5:secret";

	/** An image of one pixel. */
	static final byte[] PIXEL = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	static final String WALLET = "WALLET-TEST-1111111111111111";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	final BaleEmulator emulator = BaleEmulator.builder().token(TOKEN).preset(Preset.TELEGRAM).build();

	private AutoCloseable bot = () -> {
	};

	/**
	 * Starts the bot, or skips the tests if it cannot run on this machine.
	 * @return stops the bot
	 */
	abstract AutoCloseable startBot() throws Exception;

	@BeforeAll
	void start() throws Exception {
		this.emulator.start();
		this.bot = startBot();
	}

	@AfterAll
	void stop() throws Exception {
		try (this.emulator) {
			this.bot.close();
		}
	}

	@Test
	void commandIsAnsweredWithAKeyboardAndThePressEditsTheMessage() {
		Person sara = this.emulator.person("Sara");
		sara.write("/start");
		ChatMessage reply = reply(sara);
		assertThat(reply.text()).isEqualTo("سلام Sara");
		sara.press("buy");
		this.emulator.calls().await("answerCallbackQuery", 1, PATIENCE);
		this.emulator.calls().await("editMessageText", 1, PATIENCE);
		sara.write("done");
		reply(sara);
		assertThat(sara.chat().get(1).text()).isEqualTo("bought");
		assertThat(sara.chat().get(1).edited()).isTrue();
	}

	@Test
	void replyKeyboardIsSent() {
		assertThat(ask("keyboard").content().toString()).contains("Choose");
		assertThat(this.emulator.calls().of("sendMessage")).anySatisfy(
				(call) -> assertThat(call.parameters().path("reply_markup").toString()).contains("keyboard", "Yes"));
	}

	@Test
	void photoIsUploaded() {
		ChatMessage photo = ask("photo");
		assertThat(photo.kind()).isEqualTo("photo");
		assertThat(photo.text()).isEqualTo("a pixel");
		assertThat(this.emulator.file(photo.fileId())).isEqualTo(PIXEL);
	}

	@Test
	void documentIsUploaded() {
		ChatMessage document = ask("document");
		assertThat(document.kind()).isEqualTo("document");
		assertThat(document.content().path("document").path("file_name").stringValue()).isEqualTo("list.txt");
		assertThat(this.emulator.file(document.fileId())).asString().isEqualTo("a,b");
	}

	@Test
	void albumIsUploaded() {
		Person sara = this.emulator.person("Sara");
		sara.write("album");
		List<ChatMessage> album = List.of(reply(sara), reply(sara));
		assertThat(album).extracting(ChatMessage::kind).containsExactly("photo", "photo");
		JsonNode id = album.get(0).content().path("media_group_id");
		assertThat(id.isMissingNode()).isFalse();
		assertThat(album.get(1).content().path("media_group_id")).isEqualTo(id);
	}

	@Test
	void fileOfTheUserIsDownloaded() {
		Person sara = this.emulator.person("Sara");
		sara.send(Attachment.document("notes.txt", "text/plain", new byte[] { 1, 2, 3 }));
		assertThat(reply(sara).text()).isEqualTo("3 bytes");
	}

	@Test
	void invoiceIsPaid() {
		Person sara = this.emulator.person("Sara");
		sara.write("invoice");
		Payment payment = sara.pay(reply(sara).messageId());
		assertThat(payment.awaitEnd(PATIENCE)).isEqualTo(Payment.Status.PAID);
		assertThat(reply(sara).text()).isEqualTo("receipt 5000");
	}

	@Test
	void errorHasItsCodeAndDescription() {
		assertThat(ask("error").text()).isEqualTo("404 no such group or user");
	}

	@Test
	void rateLimitHasItsRetryTime() {
		Person sara = this.emulator.person("Sara");
		this.emulator.faults().inject("sendLocation", Fault.tooManyRequests(Duration.ofSeconds(1)).times(1));
		sara.write("limit");
		assertThat(reply(sara).text()).isEqualTo("retry after 1");
	}

	private ChatMessage ask(String text) {
		Person sara = this.emulator.person("Sara");
		sara.write(text);
		return reply(sara);
	}

	private static ChatMessage reply(Person person) {
		return person.awaitReply(PATIENCE);
	}

}
