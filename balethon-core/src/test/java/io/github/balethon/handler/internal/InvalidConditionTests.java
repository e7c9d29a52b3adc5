package io.github.balethon.handler.internal;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.ChatType;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Conditions of handlers that are malformed, or that no text, callback data or identifier
 * can have.
 */
class InvalidConditionTests {

	private static final String X64 = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

	private static final String X512 = X64 + X64 + X64 + X64 + X64 + X64 + X64 + X64;

	private static final String LONG = X512 + X512 + X512 + X512 + X512 + X512 + X512 + X512;

	private static final String ANSWER = X64 + X64 + X64 + "xxxxxxxx";

	@Test
	void malformedConditions() {
		BotFixture.assertInvalid(BadRegex.class, "has an invalid regular expression \"(\": Unclosed group",
				"Fix the pattern near index");
		BotFixture.assertInvalid(BadTemplate.class, "with the invalid or duplicate variable {id}", "such as {id}");
		BotFixture.assertInvalid(BadAge.class, "BadAge#handle has the invalid maxAge \"soon\"", "\"5m\"");
		BotFixture.assertInvalid(NoAge.class, "NoAge#handle has the invalid maxAge \"0s\"", "\"5m\"");
		BotFixture.assertInvalid(BadSpel.class, "has an invalid SpEL condition \"#text ==\"",
				"Fix the expression near position");
		BotFixture.assertInvalid(UnknownName.class, "with the unknown name 'pivate'", "'private'");
		BotFixture.assertInvalid(MixedOperators.class, "which cannot be parsed", "use parentheses if both occur");
		BotFixture.assertInvalid(TakenName.class, "The BaleCondition bean 'reply' has the name of a built-in condition",
				"Rename");
	}

	@Test
	void interruptsWithMoreConditionsThanACommand() {
		BotFixture.assertInvalid(NoCommand.class, "NoCommand#handle is an interrupt without a command",
				"interrupt = true");
		BotFixture.assertInvalid(StatefulInterrupt.class,
				"StatefulInterrupt#handle is an interrupt with more conditions than its command",
				"recognized on receipt, by its command only");
		BotFixture.assertInvalid(PrivateInterrupt.class, "is an interrupt with more conditions than its command",
				"Check the rest in the method");
		BotFixture.assertInvalid(InterruptingClass.class, "sets 'interrupt', which is supported on methods only",
				"Move it to the methods");
	}

	@Test
	void textsThatNoUpdateCanHave() {
		BotFixture.assertInvalid(LongCallback.class,
				"LongCallback#handle has callback data of 66 bytes, which no button can have", "at most 64 bytes");
		BotFixture.assertInvalid(LongTemplate.class,
				"LongTemplate#handle has the callback template \"%s{id}\", which fits only data of 65 bytes or more"
					.formatted("x".repeat(64)),
				"at most 64 bytes");
		BotFixture.assertInvalid(EmptyCallback.class, "EmptyCallback#handle has empty callback data",
				"at least one character");
		BotFixture.assertInvalid(Unclosed.class,
				"Unclosed#handle has the callback data \"buy:{id\" with an unclosed brace", "{id}");
		BotFixture.assertInvalid(UnclosedTemplate.class,
				"has the callback data \"buy:{id}:{count\" with an unclosed brace", "callbackRegex");
		BotFixture.assertInvalid(Unopened.class, "has the callback data \"buy:id}\" with an unopened brace",
				"callbackRegex");
		BotFixture.assertInvalid(Adjacent.class,
				"has the callback template \"{a}{b}\", in which nothing separates two variables", "{a}:{b}");
		BotFixture.assertInvalid(EmptyText.class, "EmptyText#handle has an empty text", "at least one character");
		BotFixture.assertInvalid(LongText.class, "LongText#handle has a text of 4097 characters", "4096");
		BotFixture.assertInvalid(AddressedCommand.class,
				"AddressedCommand#handle has the command \"/start@my_bot\", which contains an @", "username");
		BotFixture.assertInvalid(LongAnswer.class, "LongAnswer#handle has an answer of 201 characters", "200");
		assertThatExceptionOfType(InvalidHandlerException.class)
			.isThrownBy(() -> BotFixture.of(UnknownPlaceholder.class, PropertySourcesPlaceholderConfigurer.class))
			.withMessage("Handler UnknownPlaceholder#handle has a placeholder that cannot be resolved.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("shop.greeting"));
	}

	@Test
	void identifiersThatNoChatOrUserHas() {
		BotFixture.assertInvalid(NegativeSender.class, "NegativeSender#handle has the sender -5, which no user has",
				"'chatId'");
		BotFixture.assertInvalid(NoChat.class, "NoChat#handle has the chatId 0, which no chat has", "'chatId'");
		BotFixture.assertInvalid(MalformedChat.class, "MalformedChat#handle has an invalid chatId \"my_channel\"",
				"@my_channel");
		BotFixture.assertInvalid(MalformedSender.class, "MalformedSender#handle has an invalid sender \"\"",
				"separated by commas");
		BotFixture.assertInvalid(NoSender.class,
				"NoSender#handle has the sender \"${bot.admins:}\", which resolves to no value",
				"remove 'sender' to match all");
	}

	static class NoCommand {

		@BaleHandler(text = "cancel", interrupt = true)
		void handle() {
		}

	}

	static class StatefulInterrupt {

		@BaleCommand(value = "cancel", state = "asked", interrupt = true)
		void handle() {
		}

	}

	@BaleHandler(chat = ChatType.PRIVATE)
	static class PrivateInterrupt {

		@BaleCommand(value = "cancel", interrupt = true)
		void handle() {
		}

	}

	@BaleHandler(interrupt = true)
	static class InterruptingClass {

		@BaleCommand("cancel")
		void handle() {
		}

	}

	static class BadRegex {

		@BaleText(regex = "(")
		void handle() {
		}

	}

	static class BadTemplate {

		@BaleCallback("{id}:{id}")
		void handle() {
		}

	}

	static class BadAge {

		@BaleHandler(maxAge = "soon")
		void handle() {
		}

	}

	@BaleHandler(maxAge = "0s")
	static class NoAge {

		@BaleHandler
		void handle() {
		}

	}

	static class BadSpel {

		@BaleHandler(condition = "#text ==")
		void handle() {
		}

	}

	static class UnknownName {

		@BaleHandler(when = "pivate")
		void handle() {
		}

	}

	static class MixedOperators {

		@BaleHandler(when = "reply & photo | video")
		void handle() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TakenName {

		@Bean
		BaleCondition reply() {
			return (context) -> true;
		}

	}

	static class LongCallback {

		@BaleCallback("سسسسسسسسسسسسسسسسسسسسسسسسسسسسسسسسس")
		void handle() {
		}

	}

	static class LongTemplate {

		@BaleCallback(X64 + "{id}")
		void handle() {
		}

	}

	static class EmptyCallback {

		@BaleHandler(callback = "")
		void handle() {
		}

	}

	static class Unclosed {

		@BaleCallback("buy:{id")
		void handle() {
		}

	}

	static class UnclosedTemplate {

		@BaleCallback("buy:{id}:{count")
		void handle() {
		}

	}

	static class Unopened {

		@BaleCallback("buy:id}")
		void handle() {
		}

	}

	static class Adjacent {

		@BaleCallback("{a}{b}")
		void handle() {
		}

	}

	static class EmptyText {

		@BaleHandler(text = " ")
		void handle() {
		}

	}

	static class LongText {

		@BaleText(LONG + "x")
		void handle() {
		}

	}

	static class AddressedCommand {

		@BaleCommand("start@my_bot")
		void handle() {
		}

	}

	static class LongAnswer {

		@BaleCallback(value = "x", answer = ANSWER + "x")
		void handle() {
		}

	}

	static class UnknownPlaceholder {

		@BaleText("${shop.greeting}")
		void handle() {
		}

	}

	static class NegativeSender {

		@BaleHandler(sender = "-5")
		void handle() {
		}

	}

	static class NoChat {

		@BaleHandler(chatId = "0")
		void handle() {
		}

	}

	static class MalformedChat {

		@BaleHandler(chatId = { "6", "my_channel" })
		void handle() {
		}

	}

	static class MalformedSender {

		@BaleHandler(sender = "1001,,1002")
		void handle() {
		}

	}

	static class NoSender {

		@BaleHandler(sender = "${bot.admins:}")
		void handle() {
		}

	}

}
