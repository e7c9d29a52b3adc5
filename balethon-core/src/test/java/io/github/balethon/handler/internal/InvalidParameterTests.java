package io.github.balethon.handler.internal;

import java.util.Date;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Location;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Parameters of handlers for which there is no value, and command arguments that
 * contradict each other.
 */
class InvalidParameterTests {

	@Test
	void unsupportedParameters() {
		BotFixture.assertInvalid(StrangeParameter.class,
				"Handler StrangeParameter#handle has the unsupported type java.util.Date of parameter 2.",
				"Supported types are Animation, Audio, BaleClient, BaleContext, BlockingBaleClient, CallbackQuery, Chat");
		BotFixture.assertInvalid(PressOfMessage.class,
				"PressOfMessage#handle matches command /start, which never has a value for parameter 1 "
						+ "(io.github.balethon.model.CallbackQuery)",
				"[CALLBACK_QUERY]");
		BotFixture.assertInvalid(LocationOfPress.class, "matches callback [x], which never has a value for parameter 1",
				"kind");
		BotFixture.assertInvalid(UnknownCapture.class, "has a @Capture parameter 'name', but captures [id]", "{name}");
		BotFixture.assertInvalid(CaptureOfNothing.class, "has a @Capture parameter 'id', but captures nothing",
				"(?<id>…)");
		BotFixture.assertInvalid(ArgsWithoutCommand.class, "has @CommandArgs on parameter 1, but no command",
				"@BaleCommand");
		BotFixture.assertInvalid(WordTwice.class, "has two parameters for command argument 0",
				"@CommandArgs(0), @CommandArgs(1)");
		BotFixture.assertInvalid(NoConverter.class,
				"has the type java.lang.Runnable of parameter 1, to which no text can be converted",
				"ConversionService");
	}

	@Test
	void contradictoryCommandArguments() {
		BotFixture.assertInvalid(WordLeftOut.class,
				"WordLeftOut#handle has a parameter for command argument 2, but none for argument 1", "from 0");
		BotFixture.assertInvalid(NegativeWord.class, "NegativeWord#handle has the invalid argument index -2", "from 0");
		BotFixture.assertInvalid(WordAfterRest.class,
				"has a parameter for command argument 1 after the rest of the text", "last");
		BotFixture.assertInvalid(RequiredAfterOptional.class, "requires command argument 1, but not argument 0",
				"@Nullable");
		BotFixture.assertInvalid(NameTwice.class, "has two parameters for the command argument 'city'", "Remove one");
		BotFixture.assertInvalid(NameAndWord.class, "sets both a name and an index for the command argument 'city'",
				"either");
		BotFixture.assertInvalid(CaptureAndArgs.class, "has @CommandArgs and @Capture on parameter 1", "one of them");
		BotFixture.assertInvalid(NullablePrimitive.class, "has the nullable parameter 1 of the primitive type int",
				"Integer");
		BotFixture.assertInvalid(BareChar.class, "has the unsupported type char of parameter 1", "@CommandArgs");
	}

	static class StrangeParameter {

		@BaleHandler
		void handle(String text, Date date) {
		}

	}

	static class PressOfMessage {

		@BaleCommand("start")
		void handle(CallbackQuery query) {
		}

	}

	static class LocationOfPress {

		@BaleCallback("x")
		void handle(Location location) {
		}

	}

	static class UnknownCapture {

		@BaleCallback("buy:{id}")
		void handle(@Capture String name) {
		}

	}

	static class CaptureOfNothing {

		@BaleCommand("buy")
		void handle(@Capture String id) {
		}

	}

	static class ArgsWithoutCommand {

		@BaleText("x")
		void handle(@CommandArgs(0) String word) {
		}

	}

	static class WordTwice {

		@BaleCommand("x")
		void handle(@CommandArgs(0) String one, @CommandArgs(0) String two) {
		}

	}

	static class NoConverter {

		@BaleCommand("x")
		void handle(@CommandArgs(0) Runnable word) {
		}

	}

	static class WordLeftOut {

		@BaleCommand("x")
		void handle(@CommandArgs(0) String one, @CommandArgs(2) String three) {
		}

	}

	static class NegativeWord {

		@BaleCommand("x")
		void handle(@CommandArgs(-2) String one) {
		}

	}

	static class WordAfterRest {

		@BaleCommand("x")
		void handle(@CommandArgs(value = 0, rest = true) String one, @CommandArgs(1) String two) {
		}

	}

	static class RequiredAfterOptional {

		@BaleCommand("x")
		void handle(@CommandArgs(0) @Nullable String one, @CommandArgs(1) String two) {
		}

	}

	static class NameTwice {

		@BaleCommand("x")
		void handle(@CommandArgs(name = "city") String one, @CommandArgs(name = "city") String two) {
		}

	}

	static class NameAndWord {

		@BaleCommand("x")
		void handle(@CommandArgs(value = 0, name = "city") String one) {
		}

	}

	static class CaptureAndArgs {

		@BaleCommand("x")
		void handle(@CommandArgs(0) @Capture String one) {
		}

	}

	static class NullablePrimitive {

		@BaleCommand("x")
		void handle(@CommandArgs(0) @Nullable int number) {
		}

	}

	static class BareChar {

		@BaleHandler
		void handle(char character) {
		}

	}

}
