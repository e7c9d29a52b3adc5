package io.github.balethon.handler.internal;

import java.util.List;
import java.util.Optional;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Document;
import io.github.balethon.model.Location;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.Video;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Tests for {@link SatisfiabilityChecks}, which find conditions that no update satisfies.
 */
class SatisfiabilityChecksTests {

	private static final String X64 = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

	@Test
	void conditionsThatNoUpdateSatisfies() {
		BotFixture.assertInvalid(CommandAndCallback.class, "requires a command and callback data of the same update",
				"second handler");
		BotFixture.assertInvalid(TextAndRegex.class, "requires a text and a regular expression for the text",
				"'condition'");
		BotFixture.assertInvalid(CommandOfPress.class,
				"CommandOfPress#handle requires command /start of kind [CALLBACK_QUERY]", "Remove 'kind'");
		BotFixture.assertInvalid(ContentOfPress.class, "content photo of kind [CALLBACK_QUERY]", "Remove 'kind'");
		BotFixture.assertInvalid(TextOfService.class,
				"requires a text of a message with [LEFT_CHAT_MEMBER], which has none", "Remove 'content'");
		BotFixture.assertInvalid(FallbackCommand.class, "is a fallback with the condition command /start",
				"Remove 'fallback'");
		BotFixture.assertInvalid(BlankCommand.class, "a command with whitespace", "@CommandArgs");
		BotFixture.assertInvalid(ClassAgainstMethod.class,
				"Handler ClassAgainstMethod#handle requires 'chat' to be [PRIVATE] and [GROUP] at the same time",
				"common value");
		BotFixture.assertInvalid(CommandOnClass.class, "sets 'command', which is supported on methods only",
				"Move it to the methods");
		BotFixture.assertInvalid(AnswerOfMessage.class,
				"sets 'answer', which applies to callback queries only, but matches any message", "return the text");
	}

	@Test
	void parametersThatNoUpdateHasAValueFor() {
		BotFixture.assertInvalid(DocumentOfPhoto.class,
				"DocumentOfPhoto#handle matches any message, content photo, which never has a value for parameter 1 "
						+ "(io.github.balethon.model.Document)",
				"[VOICE, AUDIO, VIDEO, ANIMATION, STICKER, DOCUMENT]");
		BotFixture.assertInvalid(TextOfLocation.class, "which never has a value for parameter 1 (java.lang.String)",
				"@Nullable");
		BotFixture.assertInvalid(PhotosOfVideo.class, "which never has a value for parameter 2", "[PHOTO]");
		BotFixture.assertInvalid(PhotoAndLocation.class, "has parameters that no message has at the same time: "
				+ "io.github.balethon.model.PhotoSize and io.github.balethon.model.Location", "@Nullable");
		BotFixture.assertInvalid(CommandOfSticker.class,
				"CommandOfSticker#handle requires a text of a message with [STICKER]", "Remove 'content'");
		BotFixture.assertInvalid(LocationOfCommand.class, "which never has a value for parameter 1", "content");
		BotFixture.of(PartsThatGoTogether.class).close();
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

}
