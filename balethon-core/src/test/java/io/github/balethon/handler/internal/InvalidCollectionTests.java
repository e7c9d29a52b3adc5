package io.github.balethon.handler.internal;

import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.model.Message;
import org.junit.jupiter.api.Test;

/**
 * Handlers of several messages that fail the start.
 */
class InvalidCollectionTests {

	@Test
	void timeMustBePositiveAndBounded() {
		BotFixture.assertInvalid(Malformed.class, "Malformed#handle has the invalid collect \"soon\"", "\"2s\"");
		BotFixture.assertInvalid(Zero.class, "Zero#handle has the invalid collect \"0s\"", "\"2s\"");
		BotFixture.assertInvalid(TooLong.class, "has the 'collect' time PT31S, which is longer than 30s",
				"Set a shorter time");
	}

	@Test
	void handlerNeedsAListOfMessages() {
		BotFixture.assertInvalid(WithoutList.class, "has 'collect', but no parameter for several messages",
				"Declare a List<Message> parameter");
	}

	@Test
	void commandsAreNotCollected() {
		BotFixture.assertInvalid(Command.class, "has 'collect' and a command", "a handler for a state");
		BotFixture.assertInvalid(Interrupt.class, "is an interrupt that takes several messages",
				"replace the List<Message> parameter by Message");
	}

	@Test
	void pressedButtonsAndTimeoutsHaveNoMessages() {
		BotFixture.assertInvalid(Button.class, "never has a value for parameter 1", "Remove the parameter");
		BotFixture.assertInvalid(WholeClass.class, "sets 'collect', which is supported on methods only",
				"Move it to the methods");
	}

	static class Malformed {

		@BaleText(collect = "soon")
		void handle(List<Message> messages) {
		}

	}

	static class Zero {

		@BaleText(collect = "0s")
		void handle(List<Message> messages) {
		}

	}

	static class TooLong {

		@BaleText(collect = "31s")
		void handle(List<Message> messages) {
		}

	}

	static class WithoutList {

		@BaleText(collect = "2s")
		void handle(Message message) {
		}

	}

	static class Command {

		@BaleHandler(command = "note", collect = "2s")
		void handle(List<Message> messages) {
		}

	}

	static class Interrupt {

		@BaleCommand(value = "cancel", interrupt = true)
		void handle(List<Message> messages) {
		}

	}

	static class Button {

		@BaleHandler(callback = "buy")
		void handle(List<Message> messages) {
		}

	}

	@BaleHandler(collect = "2s")
	static class WholeClass {

		@BaleText
		void handle(List<Message> messages) {
		}

	}

}
