package io.github.balethon.handler.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Document;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Location;
import io.github.balethon.model.Markdown;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.ReplyMarkup;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.Video;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Each mistake that the author of a handler can make fails the start with a sentence.
 */
class HandlerMistakesTests {

	private static final String X64 = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

	private static final String X512 = X64 + X64 + X64 + X64 + X64 + X64 + X64 + X64;

	private static final String LONG = X512 + X512 + X512 + X512 + X512 + X512 + X512 + X512;

	private static final String ANSWER = X64 + X64 + X64 + "xxxxxxxx";

	@Test
	void twoHandlersForTheSame() {
		assertInvalid(TwoCommands.class,
				"Ambiguous handlers for the same command /start: TwoCommands#one and TwoCommands#two.", "@Order");
		assertInvalid(TwoTexts.class, "Ambiguous handlers for the same text hi", "@Order");
		assertInvalid(TwoTemplates.class, "Ambiguous handlers for the same update of kind CALLBACK_QUERY", "@Order");
		assertInvalid(TwoKinds.class, "Ambiguous handlers for the same update of kind MESSAGE", "@Order");
		assertInvalid(TwoFallbacks.class, "update of kind MESSAGE without another handler", "@Order");
	}

	@Test
	void handlerThatIsNeverReached() {
		assertInvalid(Hidden.class, "Handler Hidden#second is never invoked: Hidden#first takes precedence",
				"BaleFlow.next()");
		assertInvalid(HiddenCommand.class, "Handler HiddenCommand#inGroup is never invoked", "narrow the condition");
	}

	@Test
	void handlersThatDifferAreNoMistake() {
		BotFixture.of(NotHidden.class).close();
	}

	@Test
	void conditionThatNothingCanMatch() {
		assertInvalid(CommandAndCallback.class, "requires a command and callback data of the same update",
				"second handler");
		assertInvalid(TextAndRegex.class, "requires a text and a regular expression for the text", "'condition'");
		assertInvalid(CommandOfPress.class, "CommandOfPress#handle requires command /start of kind [CALLBACK_QUERY]",
				"Remove 'kind'");
		assertInvalid(ContentOfPress.class, "content photo of kind [CALLBACK_QUERY]", "Remove 'kind'");
		assertInvalid(TextOfService.class, "requires a text of a message with [LEFT_CHAT_MEMBER], which has none",
				"Remove 'content'");
		assertInvalid(FallbackCommand.class, "is a fallback with the condition command /start", "Remove 'fallback'");
		assertInvalid(BlankCommand.class, "a command with whitespace", "@CommandArgs");
		assertInvalid(ClassAgainstMethod.class,
				"Handler ClassAgainstMethod#handle requires 'chat' to be [PRIVATE] and [GROUP] at the same time",
				"common value");
		assertInvalid(CommandOnClass.class, "sets 'command', which is supported on methods only",
				"Move it to the methods");
		assertInvalid(AnswerOfMessage.class,
				"sets 'answer', which applies to callback queries only, but matches any message", "return the text");
	}

	@Test
	void conditionThatCannotBeRead() {
		assertInvalid(BadRegex.class, "has an invalid regular expression \"(\": Unclosed group",
				"Fix the pattern near index");
		assertInvalid(BadTemplate.class, "with the invalid or duplicate variable {id}", "such as {id}");
		assertInvalid(BadAge.class, "BadAge#handle has the invalid maxAge \"soon\"", "\"5m\"");
		assertInvalid(NoAge.class, "NoAge#handle has the invalid maxAge \"0s\"", "\"5m\"");
		assertInvalid(BadSpel.class, "has an invalid SpEL condition \"#text ==\"", "Fix the expression near position");
		assertInvalid(UnknownName.class, "with the unknown name 'pivate'", "'private'");
		assertInvalid(MixedOperators.class, "which cannot be parsed", "use parentheses if both occur");
		assertInvalid(TakenName.class, "The BaleCondition bean 'reply' has the name of a built-in condition", "Rename");
		assertInvalid(StateWithoutStates.class, "has the state [address], but there is no bean that provides states",
				"ConversationStates");
	}

	@Test
	void parameterThatNobodyCanServe() {
		assertInvalid(StrangeParameter.class,
				"Handler StrangeParameter#handle has the unsupported type java.util.Date of parameter 2.",
				"Supported types are Animation, Audio, BaleClient, BaleContext, BlockingBaleClient, CallbackQuery, Chat");
		assertInvalid(PressOfMessage.class,
				"PressOfMessage#handle matches command /start, which never has a value for parameter 1 "
						+ "(io.github.balethon.model.CallbackQuery)",
				"[CALLBACK_QUERY]");
		assertInvalid(LocationOfPress.class, "matches callback [x], which never has a value for parameter 1", "kind");
		assertInvalid(UnknownCapture.class, "has a @Capture parameter 'name', but captures [id]", "{name}");
		assertInvalid(CaptureOfNothing.class, "has a @Capture parameter 'id', but captures nothing", "(?<id>…)");
		assertInvalid(ArgsWithoutCommand.class, "has @CommandArgs on parameter 1, but no command", "@BaleCommand");
		assertInvalid(WordTwice.class, "has two parameters for command argument 0", "@CommandArgs(0), @CommandArgs(1)");
		assertInvalid(NoConverter.class,
				"has the type java.lang.Runnable of parameter 1, to which no text can be converted",
				"ConversionService");
	}

	@Test
	void unsupportedReturnType() {
		assertInvalid(StrangeReturn.class,
				"Handler StrangeReturn#handle returns unsupported type java.util.Date. Supported types are void, a String",
				"BaleReturnValueHandler");
		assertInvalid(StrangeMono.class, "reactor.core.publisher.Mono<java.util.Date>", "BaleReturnValueHandler");
		assertInvalid(StrangeList.class, "java.util.List<java.util.Date>", "Change the return type");
		assertInvalid(StrangeError.class, "Handler StrangeError#error returns unsupported type", "Change the return");
	}

	@ParameterizedTest
	@ValueSource(classes = { ReplyKeyboardMarkup.class, InlineKeyboardMarkup.class, ReplyMarkup.class, Markdown.class,
			ChatId.class, Location.class, PhotoSize.class, Update.class, UpdateKind.class, ChatInviteLink.class,
			byte[].class, InputFile.class, Map.class })
	void typeThatCannotBeSentIsAnUnsupportedReturnType(Class<?> type) {
		ReturnValues values = new ReturnValues(List.of());
		assertThat(values.supports(ResolvableType.forClass(type))).isFalse();
		assertThat(values.supports(ResolvableType.forClassWithGenerics(Mono.class, type))).isFalse();
		assertThat(values.supports(ResolvableType.forClassWithGenerics(List.class, type))).isFalse();
		assertThat(values.supports(ResolvableType.forArrayComponent(ResolvableType.forClass(type)))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(classes = { Message.class, MessageId.class, Boolean.class, boolean.class, void.class, char.class,
			Character.class, int.class, String[].class, Object.class, SendMessage.class })
	void typeThatCanBeSentOrWasSentIsASupportedReturnType(Class<?> type) {
		assertThat(new ReturnValues(List.of()).supports(ResolvableType.forClass(type))).isTrue();
	}

	@Test
	void textThatNoUpdateCanHave() {
		assertInvalid(LongCallback.class, "LongCallback#handle has callback data of 66 bytes, which no button can have",
				"at most 64 bytes");
		assertInvalid(LongTemplate.class,
				"LongTemplate#handle has the callback template \"%s{id}\", which fits only data of 65 bytes or more"
					.formatted("x".repeat(64)),
				"at most 64 bytes");
		assertInvalid(EmptyCallback.class, "EmptyCallback#handle has empty callback data", "at least one character");
		assertInvalid(Unclosed.class, "Unclosed#handle has the callback data \"buy:{id\" with an unclosed brace",
				"{id}");
		assertInvalid(UnclosedTemplate.class, "has the callback data \"buy:{id}:{count\" with an unclosed brace",
				"callbackRegex");
		assertInvalid(Unopened.class, "has the callback data \"buy:id}\" with an unopened brace", "callbackRegex");
		assertInvalid(Adjacent.class, "has the callback template \"{a}{b}\", in which nothing separates two variables",
				"{a}:{b}");
		assertInvalid(EmptyText.class, "EmptyText#handle has an empty text", "at least one character");
		assertInvalid(LongText.class, "LongText#handle has a text of 4097 characters", "4096");
		assertInvalid(AddressedCommand.class,
				"AddressedCommand#handle has the command \"/start@my_bot\", which contains an @", "username");
		assertInvalid(LongAnswer.class, "LongAnswer#handle has an answer of 201 characters", "200");
		assertThatExceptionOfType(InvalidHandlerException.class)
			.isThrownBy(() -> BotFixture.of(UnknownPlaceholder.class, PropertySourcesPlaceholderConfigurer.class))
			.withMessage("Handler UnknownPlaceholder#handle has a placeholder that cannot be resolved.")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("shop.greeting"));
	}

	@Test
	void identifierThatNobodyHas() {
		assertInvalid(NegativeSender.class, "NegativeSender#handle has the sender -5, which no user has", "'chatId'");
		assertInvalid(NoChat.class, "NoChat#handle has the chatId 0, which no chat has", "'chatId'");
		assertInvalid(MalformedChat.class, "MalformedChat#handle has an invalid chatId \"my_channel\"", "@my_channel");
		assertInvalid(MalformedSender.class, "MalformedSender#handle has an invalid sender \"\"",
				"separated by commas");
		assertInvalid(NoSender.class, "NoSender#handle has the sender \"${bot.admins:}\", which resolves to no value",
				"remove 'sender' to match all");
	}

	@Test
	void contentThatNeverHasThePart() {
		assertInvalid(DocumentOfPhoto.class,
				"DocumentOfPhoto#handle matches any message, content photo, which never has a value for parameter 1 "
						+ "(io.github.balethon.model.Document)",
				"[VOICE, AUDIO, VIDEO, ANIMATION, STICKER, DOCUMENT]");
		assertInvalid(TextOfLocation.class, "which never has a value for parameter 1 (java.lang.String)", "@Nullable");
		assertInvalid(PhotosOfVideo.class, "which never has a value for parameter 2", "[PHOTO]");
		assertInvalid(PhotoAndLocation.class, "has parameters that no message has at the same time: "
				+ "io.github.balethon.model.PhotoSize and io.github.balethon.model.Location", "@Nullable");
		assertInvalid(CommandOfSticker.class, "CommandOfSticker#handle requires a text of a message with [STICKER]",
				"Remove 'content'");
		assertInvalid(LocationOfCommand.class, "which never has a value for parameter 1", "content");
		BotFixture.of(PartsThatGoTogether.class).close();
	}

	@Test
	void argumentsThatDoNotGoTogether() {
		assertInvalid(WordLeftOut.class,
				"WordLeftOut#handle has a parameter for command argument 2, but none for argument 1", "from 0");
		assertInvalid(NegativeWord.class, "NegativeWord#handle has the invalid argument index -2", "from 0");
		assertInvalid(WordAfterRest.class, "has a parameter for command argument 1 after the rest of the text", "last");
		assertInvalid(RequiredAfterOptional.class, "requires command argument 1, but not argument 0", "@Nullable");
		assertInvalid(NameTwice.class, "has two parameters for the command argument 'city'", "Remove one");
		assertInvalid(NameAndWord.class, "sets both a name and an index for the command argument 'city'", "either");
		assertInvalid(CaptureAndArgs.class, "has @CommandArgs and @Capture on parameter 1", "one of them");
		assertInvalid(NullablePrimitive.class, "has the nullable parameter 1 of the primitive type int", "Integer");
		assertInvalid(BareChar.class, "has the unsupported type char of parameter 1", "@CommandArgs");
	}

	@Test
	void errorHandlerThatCannotTakeItsError() {
		assertInvalid(WrongError.class,
				"Exception handler WrongError#error handles java.io.IOException, but none of its parameters accepts it",
				"common superclass");
		assertInvalid(ErrorsOfNobody.class, "Exception handler ErrorsOfNobody#error is never invoked", "@BaleAdvice");
	}

	@Test
	void errorHandlersWithoutOrWithTheSameError() {
		assertInvalid(ErrorOfNothing.class, "Exception handler ErrorOfNothing#error has no exception type",
				"declare a parameter");
		assertInvalid(TwoErrors.class, "Ambiguous exception handlers for java.io.IOException: TwoErrors#",
				"more specific exception type");
		assertInvalid(StrangeErrorParameter.class,
				"StrangeErrorParameter#error has the unsupported type java.util.Date", "BaleContext");
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
		void rules(PhotoSize photo) {
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

	static class StrangeError {

		@BaleHandler
		void handle() {
		}

		@BaleExceptionHandler
		ReplyKeyboardMarkup error(IOException ex) {
			throw new UncheckedIOException(ex);
		}

	}

	static class WrongError {

		@BaleHandler
		void handle() {
		}

		@BaleExceptionHandler({ IllegalStateException.class, IOException.class })
		void error(IllegalStateException ex) {
		}

	}

	static class ErrorsOfNobody {

		@BaleExceptionHandler
		void error(IOException ex) {
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

	static class DocumentOfPhoto {

		@BaleHandler(content = Content.PHOTO)
		void handle(Document document) {
		}

	}

	static class TextOfLocation {

		@BaleHandler(content = Content.LOCATION)
		void handle(String text) {
		}

	}

	static class PhotosOfVideo {

		@BaleHandler(content = Content.VIDEO)
		void handle(Video video, List<PhotoSize> photos) {
		}

	}

	static class PhotoAndLocation {

		@BaleHandler
		void handle(PhotoSize photo, Location location) {
		}

	}

	static class CommandOfSticker {

		@BaleHandler(command = "x", content = Content.STICKER)
		void handle() {
		}

	}

	static class LocationOfCommand {

		@BaleCommand("x")
		void handle(Location location) {
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

	static class PartsThatGoTogether {

		@BaleHandler(content = { Content.PHOTO, Content.DOCUMENT })
		void file(Document document, String caption) {
		}

		@BaleHandler(content = Content.AUDIO)
		void song(Document document) {
		}

		@BaleHandler(content = Content.VIDEO)
		void video(@Nullable PhotoSize photo, Optional<Location> location) {
		}

		@BaleHandler(callback = "x", content = Content.LOCATION)
		void press(String data) {
		}

		@BaleText(regex = "^#")
		void tagged(PhotoSize photo) {
		}

		@BaleCallback("{a}:{b}")
		void variables(@Capture String a, @Capture String b) {
		}

		@BaleCallback(X64)
		void longest() {
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
