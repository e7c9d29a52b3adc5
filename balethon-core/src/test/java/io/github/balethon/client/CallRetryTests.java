package io.github.balethon.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Network;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Retries of calls on the emulator, by what is known about the request.
 */
@Timeout(60)
class CallRetryTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final Person sara = this.emulator.person("Sara");

	@Test
	void pauseThatIsTooLongFailsTheCall() {
		TestBot bot = this.bots.with().start();
		this.emulator.faults().inject("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(61)).times(1));
		assertThatExceptionOfType(BaleTooManyRequestsException.class)
			.isThrownBy(() -> bot.client().blocking().sendMessage(this.sara.id(), "hello"))
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(61)));
		assertThat(this.emulator.calls().of("sendMessage")).hasSize(1);
	}

	@Test
	void messageThatMayHaveArrivedIsNotRetried() {
		TestBot bot = this.bots.with().start();
		BlockingBaleClient bale = bot.client().blocking();
		this.emulator.faults().inject("sendMessage", Fault.cutOff().times(1));
		assertThatExceptionOfType(BaleTransportException.class)
			.isThrownBy(() -> bale.sendMessage(this.sara.id(), "there"))
			.satisfies((ex) -> assertThat(ex.isSent()).isTrue());
		this.emulator.faults().inject("sendMessage", Fault.htmlError(502).times(1));
		assertThatExceptionOfType(BaleServerException.class)
			.isThrownBy(() -> bale.sendMessage(this.sara.id(), "not there"));
		assertThat(texts()).containsExactly("there");
		assertThat(this.emulator.calls().of("sendMessage")).hasSize(2);
	}

	@Test
	void editIsRetriedUntilThereIsAResponse() {
		TestBot bot = this.bots.with().start();
		BlockingBaleClient bale = bot.client().blocking();
		Message message = bale.sendMessage(this.sara.id(), "…");
		this.emulator.faults().inject("editMessageText", Fault.cutOff().times(1));
		this.emulator.faults().inject("editMessageText", Fault.htmlError(502).times(1));
		bale.editMessageText(message, "hello");
		assertThat(texts()).containsExactly("hello");
		assertThat(this.emulator.calls().of("editMessageText")).hasSize(3);
	}

	@Test
	void messageThatWasNotSentArrivesOnceAfterTheOutage() {
		TestBot bot = this.bots.with().start();
		this.emulator.network(Network.REFUSED, Duration.ofMillis(700));
		CompletableFuture<Message> message = bot.client().sendMessage(this.sara.id(), "hello").toFuture();
		assertThat(message).succeedsWithin(LONG);
		assertThat(texts()).containsExactly("hello");
	}

	private List<String> texts() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

}
