package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Chat;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.ForgetfulBot;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls to Bale that handlers start, await, return or forget.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HandlerCallsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void messageIsSentAwaitedAndEditedInAnyStyle() {
		this.bots.with(EditingBot.class).start();
		for (String command : List.of("/reactive", "/blocking", "/task", "/future")) {
			Person sara = this.emulator.person("Sara");
			sara.write(command);
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(sara.chat()).hasSize(2)
					.last()
					.satisfies((message) -> assertThat(message.text()).isEqualTo("Hello"))
					.satisfies((message) -> assertThat(message.edited()).isTrue()));
		}
	}

	@Test
	void forgottenEditArrives() {
		this.emulator.faults().delay("editMessageText", Duration.ofMillis(500));
		Person sara = this.emulator.person("Sara");
		this.bots.with(ForgetfulBot.class).start();
		sara.write("hello");
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(sara.chat()).last()
				.satisfies((message) -> assertThat(message.text()).isEqualTo("edited")));
	}

	@Test
	void callThatIsNeverSentIsLoggedOnce(CapturedOutput output) {
		try (TestBot bot = this.bots.with(UnsentBot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			sara.write("two");
			sara.write("/done");
			sara.awaitReply(LONG);
		}
		assertThat(output.toString()
			.split("UnsentBot#handle built sendMessage but never sent it: return it, or call .toFuture\\(\\)", -1))
			.hasSize(2);
		assertThat(this.emulator.calls().of("sendMessage")).hasSize(1);
	}

	@Test
	void forgottenCallThatFailsIsLoggedOnceWithMethodAndHandler(CapturedOutput output) {
		this.emulator.faults().fail("editMessageText", 400, "Bad Request: message not found", 1);
		try (TestBot bot = this.bots.with(ForgetfulBot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
		}
		assertThat(output.toString().split("Call of editMessageText that handler ForgetfulBot#handle started", -1))
			.hasSize(2);
	}

	@Test
	void failureThatTheHandlerSeesIsLoggedOnceAndOtherUpdatesAreHandled(CapturedOutput output) {
		this.emulator.faults().fail("sendMessage", 403, "permission_denied", 1);
		try (TestBot bot = this.bots.with(EditingBot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("/future");
			sara.write("/blocking");
			Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(replies(sara)).containsExactly("Hello"));
		}
		assertThat(output.toString().split("Bale refused sendMessage with code 403: permission_denied", -1)).hasSize(2);
		assertThat(output).contains("Handler EditingBot#future failed on update 1").doesNotContain("did not await");
	}

	private static List<String> replies(Person user) {
		return user.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	static class EditingBot {

		@BaleCommand("reactive")
		Mono<EditedMessage> reactive(Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "…").flatMap((message) -> bale.editMessageText(message, "Hello"));
		}

		@BaleCommand("blocking")
		void blocking(Chat chat, BlockingBaleClient bale) {
			Message message = bale.sendMessage(chat.id(), "…");
			bale.editMessageText(message, "Hello");
		}

		@BaleCommand("task")
		void task(Chat chat, BaleClient bale) {
			Message message = bale.blocking().sendMessage(chat.id(), "…");
			CompletableFuture<EditedMessage> task = bale.editMessageText(message, "Hello").toFuture();
			task.join();
		}

		@BaleCommand("future")
		CompletableFuture<EditedMessage> future(Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "…")
				.flatMap((message) -> bale.editMessageText(message, "Hello"))
				.toFuture();
		}

	}

	static class UnsentBot {

		private final AtomicReference<Mono<Message>> built = new AtomicReference<>();

		@BaleHandler
		void handle(Chat chat, BaleClient bale) {
			this.built.set(bale.sendMessage(chat.id(), "never"));
		}

		@BaleCommand("done")
		String done() {
			return "done";
		}

	}

}
