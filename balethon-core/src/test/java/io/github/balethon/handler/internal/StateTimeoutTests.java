package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.model.StateTimeout;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Handlers of timeouts of states.
 */
class StateTimeoutTests {

	@Test
	void timeoutIsHandledOnceForTheUserOfTheState() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/order"));
			bot.pass(Duration.ofMinutes(29));
			assertThat(bot.dueTimeouts()).isEmpty();
			bot.pass(Duration.ofMinutes(1));
			Update due = bot.dueTimeouts().get(0);
			assertThat(bot.answers(due)).containsExactly("Sara, still there? null");
			assertThat(bot.dueTimeouts()).isEmpty();
			assertThat(bot.answers(due)).isEmpty();
			assertThat(bot.answers(Updates.text("Tehran"))).containsExactly("ordered");
		}
	}

	@Test
	void answerInTimeCancelsTheTimeout() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/order"));
			bot.pass(Duration.ofMinutes(30));
			Update due = bot.dueTimeouts().get(0);
			bot.handle(Updates.text("Tehran"));
			assertThat(bot.dueTimeouts()).isEmpty();
			assertThat(bot.handle(due)).isEmpty();
			assertThat(bot.bean(OrderBot.class).unhandled).isEmpty();
		}
	}

	@Test
	void moveToTheSameStateStartsTheTimeoutAgain() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/order"));
			bot.pass(Duration.ofMinutes(30));
			Update late = bot.dueTimeouts().get(0);
			bot.handle(Updates.text("/order"));
			assertThat(bot.handle(late)).isEmpty();
			bot.pass(Duration.ofMinutes(30));
			assertThat(bot.dueTimeouts()).hasSize(1).doesNotContain(late);
		}
	}

	@Test
	void handlerCanMoveToAStateWithATimeout() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/remind"));
			for (int i = 0; i < 3; i++) {
				bot.pass(Duration.ofMinutes(5));
				assertThat(bot.answers(bot.dueTimeouts().get(0))).containsExactly("reminder");
			}
		}
	}

	@Test
	void dataKeepsTheTimeout() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/remind"));
			bot.handle(Updates.text("/note"));
			bot.pass(Duration.ofMinutes(5));
			assertThat(bot.dueTimeouts()).hasSize(1);
		}
	}

	@Test
	void changesOfAFailedHandlerAreDiscardedButTheTimeoutIsNot() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/fail"));
			bot.pass(Duration.ofMinutes(1));
			assertThat(bot.answers(bot.dueTimeouts().get(0))).containsExactly("sorry");
			assertThat(bot.dueTimeouts()).isEmpty();
			assertThat(bot.answers(Updates.text("/where"))).containsExactly("failing");
		}
	}

	@Test
	void expiredConversationHasNoTimeout() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/short"));
			bot.pass(Duration.ofMinutes(6));
			assertThat(bot.handle(bot.dueTimeouts().get(0))).isEmpty();
			assertThat(bot.dueTimeouts()).isEmpty();
			assertThat(bot.store().size()).isZero();
		}
	}

	@Test
	void handlersOfUpdatesAreNotInvokedForATimeout() {
		try (BotFixture bot = BotFixture.of(EveryUpdateBot.class)) {
			bot.handle(Updates.text("/begin"));
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("every");
			bot.pass(Duration.ofMinutes(1));
			assertThat(bot.handler(bot.dueTimeouts().get(0))).isEqualTo("late");
		}
	}

	@Test
	void contextOfATimeoutHasAChatAndNoMessage() {
		try (BotFixture bot = BotFixture.of(OrderBot.class)) {
			bot.handle(Updates.text("/order"));
			bot.pass(Duration.ofMinutes(30));
			Update due = bot.dueTimeouts().get(0);
			BaleContext context = bot.contextOf(due);
			assertThat(context.kind()).isEqualTo(UpdateKind.STATE_TIMEOUT);
			assertThat(context.message()).isNull();
			assertThat(context.text()).isNull();
			assertThat(context.chatId().value()).isEqualTo(1001L);
			assertThat(due.stateTimeout()).extracting(StateTimeout::state).isEqualTo("order.address");
			assertThat(context.updateKey()).isEqualTo(bot.contextOf(due).updateKey()).hasSizeLessThanOrEqualTo(50);
			assertThatIllegalStateException().isThrownBy(() -> context.answer("x"));
		}
	}

	@Test
	void timeoutThatCannotBeIsRejected() {
		BotFixture.assertInvalid(NoStateBot.class, "has a timeout, but no state", "Set 'state'");
		BotFixture.assertInvalid(TwoBot.class, "both handle the timeout of the state 's'", "Keep one");
		BotFixture.assertInvalid(TextBot.class, "handles the timeout of a state, but requires content",
				"A timeout has no message");
		BotFixture.assertInvalid(CommandBot.class, "but requires a text", "A timeout has no message");
		BotFixture.assertInvalid(MalformedBot.class, "invalid timeout \"soon\"", "30m");
		BotFixture.assertInvalid(LongBot.class, "has a timeout of 1h, but its conversation expires after 1h",
				"shorter timeout");
		BotFixture.assertInvalid(ParameterBot.class, "never has a value for parameter 1", "Remove the parameter");
		BotFixture.assertInvalid(ClassBot.class, "sets 'timeout', which is supported on methods only", "Move it");
		BotFixture.assertInvalid(KindBot.class, "which never has it", "Remove 'kind'");
	}

	@BaleConversation("order")
	static class OrderBot {

		private final List<UnhandledUpdateEvent> unhandled = new ArrayList<>();

		@EventListener
		void unhandled(UnhandledUpdateEvent event) {
			this.unhandled.add(event);
		}

		@BaleCommand
		String order(Conversation<String> conversation) {
			conversation.moveTo("address");
			return "address?";
		}

		@BaleText(state = "address")
		String address(Conversation<String> conversation) {
			conversation.end();
			return "ordered";
		}

		@BaleHandler(state = "address", timeout = "30m")
		String late(User user, BaleContext context) {
			return "Sara, still there? " + context.message();
		}

		@BaleCommand
		void remind(Conversation<String> conversation) {
			conversation.moveTo("reminding");
		}

		@BaleCommand
		void note(Conversation<String> conversation) {
			conversation.data("note");
		}

		@BaleHandler(state = "reminding", timeout = "5m")
		String reminder(Conversation<String> conversation) {
			conversation.moveTo("reminding");
			return "reminder";
		}

		@BaleCommand("short")
		void expiring(Conversation<String> conversation) {
			conversation.moveTo("reminding");
			conversation.expireAfter(Duration.ofMinutes(2));
		}

		@BaleCommand
		void fail(Conversation<String> conversation) {
			conversation.moveTo("failing");
		}

		@BaleHandler(state = "failing", timeout = "1m")
		void failing(Conversation<String> conversation) {
			conversation.end();
			throw new IllegalStateException("expected by this test");
		}

		@BaleExceptionHandler
		String sorry(IllegalStateException ex) {
			return "sorry";
		}

		@BaleCommand
		String where(Conversation<String> conversation) {
			return conversation.state();
		}

	}

	static class EveryUpdateBot {

		@BaleCommand
		void begin(Conversation<String> conversation) {
			conversation.moveTo("s");
		}

		@BaleHandler(state = "s")
		void every(Update update) {
		}

		@BaleHandler(state = "s", timeout = "1m")
		void late(Update update) {
		}

	}

	static class NoStateBot {

		@BaleHandler(timeout = "1m")
		void late() {
		}

	}

	static class TwoBot {

		@BaleHandler(state = "s", timeout = "1m")
		void one() {
		}

		@BaleHandler(state = "s", timeout = "2m")
		void two() {
		}

	}

	static class TextBot {

		@BaleText(state = "s")
		@BaleHandler(timeout = "1m")
		void late() {
		}

	}

	static class CommandBot {

		@BaleHandler(command = "x", state = "s", timeout = "1m")
		void late() {
		}

	}

	static class MalformedBot {

		@BaleHandler(state = "s", timeout = "soon")
		void late() {
		}

	}

	static class LongBot {

		@BaleHandler(state = "s", timeout = "1h")
		void late() {
		}

	}

	static class ParameterBot {

		@BaleHandler(state = "s", timeout = "1m")
		void late(String text) {
		}

	}

	@BaleHandler(state = "s", timeout = "1m")
	static class ClassBot {

		@BaleHandler
		void late() {
		}

	}

	static class KindBot {

		@BaleHandler(kind = UpdateKind.STATE_TIMEOUT)
		void late() {
		}

	}

}
