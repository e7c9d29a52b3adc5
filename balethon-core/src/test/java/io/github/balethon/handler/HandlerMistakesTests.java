package io.github.balethon.handler;

import java.io.IOException;
import java.util.Date;
import java.util.List;

import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Location;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each mistake that the author of a handler can make fails the start with a sentence.
 */
class HandlerMistakesTests {

	@Test
	void twoHandlersForTheSame() {
		assertInvalid(TwoCommands.class,
				"Two handlers are meant for the same command /start: TwoCommands#one and TwoCommands#two.", "@Order");
		assertInvalid(TwoTexts.class, "Two handlers are meant for the same text hi", "@Order");
		assertInvalid(TwoTemplates.class, "Two handlers are meant for the same update of kind CALLBACK_QUERY",
				"@Order");
		assertInvalid(TwoKinds.class, "Two handlers are meant for the same update of kind MESSAGE", "@Order");
		assertInvalid(TwoFallbacks.class, "update of kind MESSAGE that nobody else handles", "@Order");
	}

	@Test
	void handlerThatIsNeverReached() {
		assertInvalid(Hidden.class, "Handler Hidden#second is never reached: Hidden#first comes first",
				"BaleFlow.next()");
		assertInvalid(HiddenCommand.class, "Handler HiddenCommand#inGroup is never reached", "narrower condition");
	}

	@Test
	void handlersThatDifferAreNoMistake() {
		BotFixture.of(NotHidden.class).close();
	}

	@Test
	void conditionThatNothingCanMatch() {
		assertInvalid(CommandAndCallback.class, "wants a command and callback data of the same update",
				"second handler");
		assertInvalid(TextAndRegex.class, "wants a text and a regular expression for the text", "'condition'");
		assertInvalid(CommandOfPress.class, "CommandOfPress#handle wants command /start of kind [CALLBACK_QUERY]",
				"Take 'kind' away");
		assertInvalid(ContentOfPress.class, "content photo of kind [CALLBACK_QUERY]", "Take 'kind' away");
		assertInvalid(TextOfService.class, "wants a text of a message with [LEFT_CHAT_MEMBER], which has none",
				"Take 'content' away");
		assertInvalid(FallbackCommand.class, "is a fallback for command /start", "Take 'fallback' away");
		assertInvalid(BlankCommand.class, "a command that has a blank in it", "@CommandArgs");
		assertInvalid(ClassAgainstMethod.class,
				"Handler ClassAgainstMethod#handle wants 'chat' to be [PRIVATE] and [GROUP] at once",
				"make them agree");
		assertInvalid(CommandOnClass.class, "has 'command', which only a method can have", "Move it to the methods");
		assertInvalid(AnswerOfMessage.class, "has an answer to callback queries, but is for any message",
				"return the text");
	}

	@Test
	void conditionThatCannotBeRead() {
		assertInvalid(BadRegex.class, "has the regular expression \"(\", which is none: Unclosed group",
				"Mend it near index");
		assertInvalid(BadTemplate.class, "in which {id} is no variable of its own", "such as {id}");
		assertInvalid(BadAge.class, "BadAge#handle has the maxAge \"soon\", which is no time", "\"5m\"");
		assertInvalid(NoAge.class, "NoAge#handle has the maxAge \"0s\", which is no time", "\"5m\"");
		assertInvalid(BadSpel.class, "has the condition \"#text ==\", which is no SpEL", "Mend it near position");
		assertInvalid(UnknownName.class, "in which nobody knows 'pivate'", "'private'");
		assertInvalid(MixedOperators.class, "which cannot be read", "put parentheses where both occur");
		assertInvalid(TakenName.class, "The BaleCondition bean 'reply' has the name of a condition that is built in",
				"another name");
		assertInvalid(StateWithoutStates.class, "is for the state [address], but nothing knows the states",
				"ConversationStates");
	}

	@Test
	void parameterThatNobodyCanServe() {
		assertInvalid(StrangeParameter.class,
				"Handler StrangeParameter#handle takes a java.util.Date as parameter 2, and nothing in an update is one.",
				"A handler may take Animation, Audio, BaleClient, BaleContext, BlockingBaleClient, CallbackQuery, Chat");
		assertInvalid(PressOfMessage.class,
				"PressOfMessage#handle is for command /start, which never has a value for parameter 1 "
						+ "(io.github.balethon.model.CallbackQuery)",
				"[CALLBACK_QUERY]");
		assertInvalid(LocationOfPress.class, "is for callback [x], which never has a value for parameter 1", "kind");
		assertInvalid(UnknownCapture.class, "takes what is captured as 'name', but captures [id]", "{name}");
		assertInvalid(CaptureOfNothing.class, "takes what is captured as 'id', but captures nothing", "(?<id>…)");
		assertInvalid(ArgsWithoutCommand.class, "takes @CommandArgs as parameter 1, but is for no command",
				"@BaleCommand");
		assertInvalid(WordTwice.class, "takes word 0 of its command twice", "@CommandArgs(0), @CommandArgs(1)");
		assertInvalid(NoConverter.class, "takes a java.lang.Runnable as parameter 1, which no text can be converted to",
				"ConversionService");
	}

	@Test
	void returnTypeThatNobodyCanServe() {
		assertInvalid(StrangeReturn.class, "Handler StrangeReturn#handle returns java.util.Date, which is no answer.",
				"Let it return void, a String");
		assertInvalid(StrangeMono.class, "reactor.core.publisher.Mono<java.util.Date>", "BaleReturnValueHandler");
		assertInvalid(StrangeList.class, "java.util.List<java.util.Date>", "a collection");
	}

	@Test
	void errorHandlersWithoutOrWithTheSameError() {
		assertInvalid(ErrorOfNothing.class, "Error handler ErrorOfNothing#error is for no type of error",
				"take it as a parameter");
		assertInvalid(TwoErrors.class, "Two error handlers are for java.io.IOException: TwoErrors#", "narrower type");
		assertInvalid(StrangeErrorParameter.class, "StrangeErrorParameter#error takes a java.util.Date", "BaleContext");
	}

	private static void assertInvalid(Class<?> bot, String description, String action) {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> BotFixture.of(bot))
			.withMessageContaining(description)
			.satisfies((ex) -> assertThat(ex.getAction()).contains(action));
	}

	static class TwoCommands {

		@BaleCommand("start")
		void one() {
		}

		@BaleCommand({ "other", "START" })
		void two() {
		}

	}

	static class TwoTexts {

		@BaleText("hi")
		void one() {
		}

		@BaleText({ "hello", " hi " })
		void two() {
		}

	}

	static class TwoTemplates {

		@BaleCallback("buy:{id}")
		void one() {
		}

		@BaleCallback("buy:{name}")
		void two() {
		}

	}

	static class TwoKinds {

		@BaleHandler
		void one() {
		}

		@BaleHandler
		void two(Update update) {
		}

	}

	static class TwoFallbacks {

		@BaleHandler(fallback = true)
		void one() {
		}

		@BaleHandler(fallback = true)
		void two() {
		}

	}

	static class Hidden {

		@Order(1)
		@BaleHandler
		void first() {
		}

		@Order(2)
		@BaleHandler
		void second(String text) {
		}

	}

	static class HiddenCommand {

		@Order(1)
		@BaleCommand("rules")
		void everywhere() {
		}

		@Order(2)
		@BaleCommand(value = "rules", chat = ChatType.GROUP)
		void inGroup() {
		}

	}

	static class NotHidden {

		@Order(1)
		@BaleHandler
		BaleFlow passesOn() {
			return BaleFlow.next();
		}

		@Order(2)
		@BaleHandler
		void needsText(String text) {
		}

		@Order(3)
		@BaleHandler
		void needsNothing() {
		}

		@Order(1)
		@BaleCommand("rules")
		void rules(Location location) {
		}

		@Order(2)
		@BaleCommand("rules")
		void rulesEverywhere(@Nullable String text) {
		}

	}

	static class CommandAndCallback {

		@BaleHandler(command = "start", callback = "x")
		void handle() {
		}

	}

	static class TextAndRegex {

		@BaleText(value = "a", regex = "b")
		void handle() {
		}

	}

	static class CommandOfPress {

		@BaleHandler(command = "start", kind = UpdateKind.CALLBACK_QUERY)
		void handle() {
		}

	}

	static class ContentOfPress {

		@BaleHandler(content = Content.PHOTO, kind = UpdateKind.CALLBACK_QUERY)
		void handle() {
		}

	}

	static class TextOfService {

		@BaleHandler(content = Content.LEFT_CHAT_MEMBER, text = "x")
		void handle() {
		}

	}

	static class FallbackCommand {

		@BaleHandler(command = "start", fallback = true)
		void handle() {
		}

	}

	static class BlankCommand {

		@BaleCommand("start now")
		void handle() {
		}

	}

	@BaleHandler(chat = ChatType.GROUP)
	static class ClassAgainstMethod {

		@BaleCommand(value = "x", chat = ChatType.PRIVATE)
		void handle() {
		}

	}

	@BaleHandler(command = "x")
	static class CommandOnClass {

		@BaleHandler
		void handle() {
		}

	}

	static class AnswerOfMessage {

		@BaleHandler(answer = "done")
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

	static class StateWithoutStates {

		@BaleHandler(state = "address")
		void handle() {
		}

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

	static class StrangeReturn {

		@BaleHandler
		Date handle() {
			return new Date();
		}

	}

	static class StrangeMono {

		@BaleHandler
		Mono<Date> handle() {
			return Mono.empty();
		}

	}

	static class StrangeList {

		@BaleHandler
		List<Date> handle() {
			return List.of();
		}

	}

	static class ErrorOfNothing {

		@BaleExceptionHandler
		void error() {
		}

	}

	static class TwoErrors {

		@BaleExceptionHandler
		void one(IOException ex) {
		}

		@BaleExceptionHandler(IOException.class)
		void two() {
		}

	}

	static class StrangeErrorParameter {

		@BaleExceptionHandler
		void error(IOException ex, Date date) {
		}

	}

}
