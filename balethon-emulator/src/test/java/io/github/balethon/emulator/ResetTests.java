package io.github.balethon.emulator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.TestBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResetTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("5:x").quirks(Quirk.OLD_CLIENTS).build();

	private final TestBot bot = new TestBot(this.emulator);

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void chatsAndUpdatesAreRemoved() {
		Person sara = this.emulator.person(1001, "Sara");
		sara.sendDocument("a.txt", new byte[] { 1 });
		String file = sara.chat().get(0).fileId();
		Group group = this.emulator.group("Family", sara);
		this.emulator.reset();
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(this.bot.get("/emulator/chats").text()).isEqualTo("[]");
		assertThat(this.bot.get("/emulator/people").text()).isEqualTo("[]");
		assertThat(this.bot.getMethod("getFile?file_id=" + file).status()).isEqualTo(400);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"late\"}").status()).isEqualTo(404);
		assertThat(this.bot.getMethod("getChat?chat_id=" + group.id()).status()).isEqualTo(404);
	}

	@Test
	void identifiersContinue() {
		Person sara = this.emulator.person("Sara");
		long update = sara.write("/start");
		long group = this.emulator.group("Family").id();
		this.emulator.reset();
		Person reza = this.emulator.person("Reza");
		assertThat(reza.id()).isGreaterThan(sara.id());
		assertThat(this.emulator.group("Work").id()).isGreaterThan(group);
		assertThat(reza.write("/start")).isEqualTo(update + 1);
		assertThat(this.bot.updateIds("?offset=" + (update + 1))).containsExactly(update + 1);
	}

	@Test
	void blockedPollGetsTheNextTest() {
		long update = this.emulator.person("Sara").write("/start");
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600&offset=" + (update + 1));
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		this.emulator.reset();
		long next = this.emulator.person("Reza").write("/start");
		assertThat(poll.join().updateIds()).containsExactly(next);
	}

	@Test
	void earlierObjectsAreRefused() {
		Person sara = this.emulator.person(1001, "Sara");
		Group group = this.emulator.group("Family", sara);
		this.emulator.reset();
		assertThatIllegalStateException().isThrownBy(() -> sara.write("x"))
			.withMessageContaining("Sara was removed when the emulator was reset");
		assertThatIllegalStateException().isThrownBy(() -> sara.in(group).write("x"));
		assertThat(this.emulator.person(1001, "Sara").write("x")).isPositive();
	}

	@Test
	void faultsQuirksAndTheNetworkAreRestored() {
		this.emulator.faults().inject("getMe", Fault.status(502));
		this.emulator.faults().delay(Duration.ofHours(1));
		this.emulator.faults().refuseToken(true);
		this.emulator.quirk(Quirk.OLD_CLIENTS, false);
		this.emulator.quirk(Quirk.EDITS_RETURN_TRUE, true);
		this.emulator.network(Network.BLACK_HOLE);
		this.emulator.reset();
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		assertThat(this.bot.get("/emulator/quirks").text()).isEqualTo("[\"old_clients\"]");
		assertThat(this.emulator.network()).isEqualTo(Network.UP);
	}

	@Test
	void callsAndWhatTheBotHasSetAreForgotten() {
		this.bot.call("setMyCommands", "{\"commands\":[{\"command\":\"start\",\"description\":\"x\"}]}");
		this.bot.call("setWebhook", "{\"url\":\"https://example.ir\"}");
		this.emulator.reset();
		assertThat(this.emulator.calls().all()).isEmpty();
		assertThat(this.bot.getMethod("getMyCommands").result()).isEmpty();
		assertThat(this.bot.getMethod("getUpdates").status()).isEqualTo(200);
		assertThat(this.emulator.calls().maxInFlight("getUpdates")).isOne();
	}

	@Test
	void controlApiResets() {
		this.emulator.person(1001, "Sara").write("hello");
		assertThat(this.bot.post("/emulator/reset", "application/json", "{}").text()).isEqualTo("{}");
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(this.bot.post("/emulator/reset", "application/json", "{\"all\":true}").status()).isEqualTo(400);
	}

}
