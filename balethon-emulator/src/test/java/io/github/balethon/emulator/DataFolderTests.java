package io.github.balethon.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Chats and files that survive a restart of the emulator.
 */
class DataFolderTests {

	@TempDir
	private Path folder;

	@Test
	void chatsSurviveARestart() {
		try (BaleEmulator emulator = start()) {
			TestBot bot = new TestBot(emulator);
			Person sara = emulator.person(1001, "Sara");
			sara.write("/start");
			bot.send(1001, "hello", "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"callback_data\":\"buy\"}]]}");
			bot.call("pinChatMessage", "{\"chat_id\":1001,\"message_id\":2}");
			bot.call("setMyCommands", "{\"commands\":[{\"command\":\"start\",\"description\":\"x\"}]}");
			sara.block(true);
		}
		try (BaleEmulator emulator = start()) {
			TestBot bot = new TestBot(emulator);
			Person sara = emulator.person(1001, "Another");
			assertThat(sara.name()).isEqualTo("Sara");
			assertThat(sara.chat()).extracting(ChatMessage::text).containsExactly("/start", "hello");
			assertThat(sara.chat().get(0).replyMarkup()).isNull();
			assertThat(sara.pinned()).extracting(ChatMessage::messageId).containsExactly(2L);
			assertThat(bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(403);
			assertThat(bot.getMethod("getMyCommands").result()).hasSize(1);
			assertThat(bot.getMethod("getChat?chat_id=1001").result().path("photo").isNull()).isTrue();
			sara.block(false);
			assertThat(sara.press("buy")).isEqualTo(2);
			assertThat(bot.updateIds("")).containsExactly(1L, 2L);
			assertThat(emulator.person("Reza").id()).isEqualTo(5_000_000_001L);
		}
	}

	@Test
	void groupsSurviveARestart() {
		long id;
		String link;
		try (BaleEmulator emulator = start()) {
			Person sara = emulator.person(1001, "Sara");
			Person reza = emulator.person(1002, "Reza");
			Group group = emulator.group("Family", sara, reza);
			group.owner(sara);
			group.promoteBot("can_restrict_members");
			id = group.id();
			link = group.inviteLink();
			new TestBot(emulator).call("banChatMember", "{\"chat_id\":" + id + ",\"user_id\":1002}");
			emulator.channel("News", "news_demo");
		}
		try (BaleEmulator emulator = start()) {
			TestBot bot = new TestBot(emulator);
			JsonNode member = bot.getMethod("getChatMember?chat_id=" + id + "&user_id=1001").result();
			assertThat(member.path("status").stringValue()).isEqualTo("creator");
			assertThat(bot.getMethod("getChatMember?chat_id=" + id + "&user_id=1002").status()).isEqualTo(400);
			assertThat(bot.call("setChatTitle", "{\"chat_id\":" + id + ",\"title\":\"x\"}").status()).isEqualTo(403);
			assertThat(bot.call("sendMessage", "{\"chat_id\":\"@news_demo\",\"text\":\"x\"}").status()).isEqualTo(200);
			assertThat(emulator.person("Mina").joinBy(link)).isPositive();
		}
	}

	@Test
	void filesAndPaymentsSurviveARestart() throws IOException {
		String file;
		String payment;
		try (BaleEmulator emulator = start()) {
			TestBot bot = new TestBot(emulator);
			Person sara = emulator.person(1001, "Sara");
			sara.sendDocument("a.txt", new byte[] { 7 });
			file = sara.chat().get(0).fileId();
			bot.call("sendInvoice",
					"{\"chat_id\":1001,\"title\":\"x\",\"description\":\"x\",\"payload\":\"x\",\"provider_token\":"
							+ "\"WALLET-TEST-1111111111111111\",\"prices\":[{\"label\":\"x\",\"amount\":1000}]}");
			payment = sara.pay(2).id();
			bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + payment + "\",\"ok\":true}");
		}
		try (BaleEmulator emulator = start()) {
			TestBot bot = new TestBot(emulator);
			assertThat(emulator.file(file)).containsExactly(7);
			assertThat(bot.get("/file/bot5:x/" + file).response().headers().firstValue("Content-Type"))
				.contains("text/plain");
			assertThat(
					bot.getMethod("inquireTransaction?transaction_id=" + payment).result().path("status").stringValue())
				.isEqualTo("paid");
			assertThat(emulator.person(1001, "?").pay(2).id()).isNotEqualTo(payment);
			emulator.person(1001, "?").sendDocument("b.txt", new byte[] { 8 });
			assertThat(emulator.file(emulator.person(1001, "?").chat().get(3).fileId())).containsExactly(8);
		}
		try (Stream<Path> files = Files.list(this.folder.resolve("5/files"))) {
			assertThat(files).hasSize(2);
		}
	}

	@Test
	void changesAreSavedWhileTheEmulatorRuns() {
		try (BaleEmulator emulator = start()) {
			emulator.person(1001, "Sara").write("hello");
			Path state = this.folder.resolve("5/state.json");
			await().until(() -> Files.exists(state) && Files.readString(state).contains("hello"));
		}
	}

	@Test
	void leftoversOfACrashAreNotRead() throws IOException {
		Path files = Files.createDirectories(this.folder.resolve("5/files"));
		Files.write(files.resolve("5-1-1-d"), new byte[] { 1 });
		Files.write(files.resolve("5-9-1-d"), new byte[] { 1 });
		Files.write(this.folder.resolve("5/state.json.tmp"), new byte[] { 1 });
		try (BaleEmulator emulator = start()) {
			emulator.person(1001, "Sara").sendDocument("a.txt", new byte[] { 7 });
		}
		try (BaleEmulator emulator = start()) {
			assertThat(emulator.file("5:1:1:d")).containsExactly(7);
		}
		assertThat(files.resolve("5-9-1-d")).doesNotExist();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{\"format\":1}", "{\"format\":1,\"world\":{\"users\":7}}",
			"{\"format\":1,\"world\":{\"users\":[]},\"bot\":{}}" })
	void damagedFileIsExplained(String json) throws IOException {
		Files.createDirectories(this.folder.resolve("5"));
		Path state = Files.writeString(this.folder.resolve("5/state.json"), json);
		assertThatIllegalStateException().isThrownBy(this::start)
			.withMessageContaining(state.toString())
			.withMessageContaining("Remove or rename it")
			.withNoCause();
		assertThat(state).hasContent(json);
		Files.delete(state);
		start().close();
	}

	@Test
	void laterFormatIsExplained() throws IOException {
		Files.createDirectories(this.folder.resolve("5"));
		Files.writeString(this.folder.resolve("5/state.json"), "{\"format\":2}");
		assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("has the format 2");
	}

	@Test
	void folderBelongsToOneEmulator() {
		try (BaleEmulator emulator = start()) {
			assertThat(emulator.isRunning()).isTrue();
			assertThatIllegalStateException().isThrownBy(this::start)
				.withMessageContaining("in use by another emulator");
		}
		start().close();
	}

	private BaleEmulator start() {
		BaleEmulator emulator = BaleEmulator.builder().token("5:x").data(this.folder).build();
		emulator.start();
		return emulator;
	}

}
