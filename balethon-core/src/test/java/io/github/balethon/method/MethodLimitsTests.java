package io.github.balethon.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatPermissions;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.lang.CheckReturnValue;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(OutputCaptureExtension.class)
class MethodLimitsTests {

	@Test
	void textHasOneTo4096CharactersCountedAsAPersonWould() {
		assertThat(SendMessage.of("😀".repeat(4096)).text()).hasSize(8192);
		assertThatIllegalArgumentException().isThrownBy(() -> SendMessage.of(""))
			.withMessage("'text' must have 1 to 4096 characters, but has 0");
		assertThatIllegalArgumentException().isThrownBy(() -> EditMessageText.of(1, "x".repeat(4097)))
			.withMessage("'text' must have 1 to 4096 characters, but has 4097");
	}

	@Test
	void callbackDataHasOneTo64Bytes() {
		assertThat(InlineKeyboardButton.callback("x", "س".repeat(32)).callbackData()).hasSize(32);
		assertThatIllegalArgumentException().isThrownBy(() -> InlineKeyboardButton.callback("x", "س".repeat(33)))
			.withMessage("'callback_data' of a button must have 1 to 64 bytes, but has 66");
	}

	@Test
	void idOfAnEditedMessageIsNoIdToGoOnWith() {
		assertThatIllegalArgumentException().isThrownBy(() -> EditMessageText.of(7, 0, "x"))
			.withMessageContaining("Use the identifier of the message that was sent");
		Message withoutChat = Message.builder(1).build();
		assertThatIllegalArgumentException().isThrownBy(() -> DeleteMessage.of(withoutChat))
			.withMessageContaining("has no chat");
	}

	@Test
	void limitsHoldForConstructorsToo() {
		String tooLong = "x".repeat(4097);
		assertThatIllegalArgumentException().isThrownBy(() -> new SendMessage(null, tooLong, null, null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SendPhoto(null, InputFile.id("1"), tooLong, null, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new EditMessageText(null, 1, tooLong, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new EditMessageText(null, 0, "x", null));
		assertThatIllegalArgumentException().isThrownBy(() -> new SendMessage(null, "x", 0L, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new GetUpdates(-1L, null, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new AnswerPreCheckoutQuery("1", false, null));
		assertThatIllegalArgumentException().isThrownBy(() -> new SendMediaGroup(null, List.of(), null));
		assertThatIllegalArgumentException().isThrownBy(() -> new RawMethod<>("../x", String.class, Map.of(), false));
		assertThatIllegalArgumentException().isThrownBy(() -> new BanChatMember(null, 0));
	}

	@Test
	void everyFluentMethodReturnsTheTypeOfTheRequest() {
		Message message = Message.builder(5).chat(new Chat(7, "private", null, null, null, null)).build();
		SendPhoto photo = SendPhoto.of(InputFile.id("1")).replyTo(message).caption("x");
		assertThat(photo.replyToMessageId()).isEqualTo(5);
		SendMediaGroup album = SendMediaGroup.of(List.of(InputMediaPhoto.of(InputFile.id("1"))))
			.replyTo(message)
			.chatId(ChatId.of("news"));
		assertThat(album.chatId()).hasToString("@news");
	}

	@Test
	void requestsAreMadeByOfAndChangedByCheckedMethods() {
		List<Class<?>> types = MethodTypes.all();
		assertThat(types).hasSizeGreaterThan(62);
		for (Class<?> type : types) {
			List<Method> methods = Stream.of(type.getDeclaredMethods())
				.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
				.toList();
			assertThat(methods.stream().filter((method) -> Modifier.isStatic(method.getModifiers())))
				.as("factory methods of %s", type)
				.isNotEmpty()
				.allMatch((method) -> method.getName().equals("of"));
			// The annotation is not visible to reflection.
			assertThat(new ClassFileImporter().importClass(type).getMethods())
				.filteredOn((method) -> method.getRawReturnType().isEquivalentTo(type)
						&& !method.getModifiers().contains(JavaModifier.STATIC)
						&& !method.getModifiers().contains(JavaModifier.SYNTHETIC))
				.as("fluent methods of %s", type)
				.allMatch((method) -> method.isAnnotatedWith(CheckReturnValue.class));
			assertThat(Stream.of(type.getMethods())
				.filter((method) -> !method.isBridge() && ChatMethod.class.isAssignableFrom(method.getReturnType())))
				.as("fluent methods of %s", type)
				.allMatch((method) -> method.getReturnType() == type);
			for (Method factory : methods) {
				Class<?>[] parameters = factory.getParameterTypes();
				if (Modifier.isStatic(factory.getModifiers()) && factory.getParameterCount() > 0
						&& factory.getParameters()[0].getName().equals("chatId")) {
					Class<?>[] other = Stream.of(factory.getParameters())
						.map((parameter) -> parameter.getName().toLowerCase(Locale.ROOT).endsWith("chatid")
								? ((parameters[0] == long.class) ? ChatId.class : long.class) : parameter.getType())
						.toArray(Class<?>[]::new);
					assertThat(ReflectionUtils.findMethod(type, "of", other)).as("the other overload of %s", factory)
						.isNotNull();
				}
			}
		}
	}

	@Test
	void rawMethodNamesAChat() {
		assertThat(RawMethod.of("sendHologram").chatId(7).parameters()).containsEntry("chat_id", ChatId.of(7));
		assertThat(RawMethod.of("sendHologram").chatId(ChatId.of("news")).parameters()).containsEntry("chat_id",
				ChatId.of("@news"));
	}

	@Test
	void negativeOffsetIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> GetUpdates.of().offset(-1))
			.withMessageContaining("forget");
		assertThatIllegalArgumentException().isThrownBy(() -> GetUpdates.of().limit(101))
			.withMessage("'limit' must be 1 to 100, but is 101");
	}

	@Test
	void nothingThatPeopleWroteIsPrinted() {
		Message message = Message.builder(5)
			.chat(new Chat(7, "private", null, "sara_demo", "Sara", null))
			.text("secret")
			.build();
		assertThat(message).hasToString("Message[messageId=5, from=null, chat=Chat[id=7, type=private]]");
		assertThat(SendMessage.of(7, "secret")).asString().doesNotContain("secret");
		assertThat(EditMessageText.of(7, 5, "secret")).asString().doesNotContain("secret");
		assertThat(AnswerCallbackQuery.of("1").text("secret")).asString().doesNotContain("secret");
	}

	@Test
	void textsOfFilesHaveTheirLimits() {
		InputFile file = InputFile.id("1");
		assertThat(SendPhoto.of(file).caption("x".repeat(4096)).caption()).hasSize(4096);
		assertThatIllegalArgumentException().isThrownBy(() -> SendPhoto.of(file).caption("x".repeat(4097)))
			.withMessage("'caption' must have 0 to 4096 characters, but has 4097");
		assertThatIllegalArgumentException().isThrownBy(() -> InputMediaPhoto.of(file).caption("x".repeat(1025)))
			.withMessage("'caption' must have 0 to 1024 characters, but has 1025");
		assertThatIllegalArgumentException().isThrownBy(() -> AnswerCallbackQuery.of("1").text("x".repeat(201)))
			.withMessage("'text' must have 0 to 200 characters, but has 201");
	}

	@Test
	void uploadOnlyParametersTakeNoReference() {
		assertThatIllegalArgumentException().isThrownBy(() -> SetChatPhoto.of(7, InputFile.id("1")))
			.withMessage("'photo' must be an upload, but is InputFile[id]");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> UploadStickerFile.of(7, InputFile.url("https://example.ir/x")))
			.withMessage("'sticker' must be an upload, but is InputFile[url]");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> InputMediaVideo.of(InputFile.id("1")).thumbnail(InputFile.id("2")))
			.withMessageStartingWith("'thumbnail' must be an upload");
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.url("/tmp/x.jpg"))
			.withMessageContaining("InputFile.of(Path)");
		assertThatIllegalArgumentException().isThrownBy(() -> InputFile.id("1").fileName("x"))
			.withMessage("Only an upload has a name, but this is InputFile[id]");
	}

	@Test
	void albumHasAnItemAndKindsThatMix() {
		InputFile file = InputFile.id("1");
		assertThatIllegalArgumentException().isThrownBy(() -> SendMediaGroup.of(List.of()))
			.withMessage("'media' must hold at least 1, but holds 0");
		assertThat(SendMediaGroup.of(List.of(InputMediaPhoto.of(file), InputMediaVideo.of(file))).media()).hasSize(2);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SendMediaGroup.of(List.of(InputMediaPhoto.of(file), InputMediaAudio.of(file))))
			.withMessageContaining("photos or videos and audio");
		assertThatIllegalArgumentException().isThrownBy(() -> SendMediaGroup.of(List.of(InputMediaAnimation.of(file))))
			.withMessageContaining("SendAnimation");
	}

	@Test
	void largeAlbumIsSentWithAWarning(CapturedOutput output) {
		assertThat(SendMediaGroup.of(Collections.nCopies(11, InputMediaPhoto.of(InputFile.id("1")))).media())
			.hasSize(11);
		assertThat(output).contains("Album of 11 items created");
	}

	@Test
	void buttonHasExactlyOneAction() {
		InlineKeyboardButton none = new InlineKeyboardButton("x", null, null, null, null);
		InlineKeyboardButton both = new InlineKeyboardButton("x", "https://example.ir", "data", null, null);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SendMessage.of("x").replyMarkup(InlineKeyboardMarkup.of(none)))
			.withMessage("A button of 'reply_markup' must have exactly one of 'url', 'callback_data', 'web_app' and "
					+ "'copy_text', but has 0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EditMessageReplyMarkup.of(7, 8).replyMarkup(InlineKeyboardMarkup.of(both)))
			.withMessageEndingWith("but has 2");
		assertThatIllegalArgumentException().isThrownBy(() -> InlineKeyboardButton.copyText("x", "x".repeat(257)))
			.withMessage("'copy_text' of a button must have 1 to 256 characters, but has 257");
	}

	@Test
	void invoiceHasItsLimits() {
		List<LabeledPrice> prices = List.of(LabeledPrice.of("Book", 1000));
		assertThatIllegalArgumentException().isThrownBy(() -> SendInvoice.of(7, "x".repeat(33), "d", "p", "t", prices))
			.withMessage("'title' must have 1 to 32 characters, but has 33");
		assertThatIllegalArgumentException().isThrownBy(() -> SendInvoice.of(7, "x", "d".repeat(256), "p", "t", prices))
			.withMessage("'description' must have 1 to 255 characters, but has 256");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CreateInvoiceLink.of("x", "d", "س".repeat(65), "t", prices))
			.withMessage("'payload' must have 1 to 128 bytes, but has 130");
		assertThatIllegalArgumentException().isThrownBy(() -> SendInvoice.of(7, "x", "d", "p", " ", prices))
			.withMessage("'provider_token' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> SendInvoice.of(7, "x", "d", "p", "t", List.of()))
			.withMessage("'prices' must hold at least 1, but holds 0");
		assertThatIllegalArgumentException().isThrownBy(() -> AnswerPreCheckoutQuery.of("1").refuse(""))
			.withMessage("'error_message' must not be empty");
	}

	@Test
	void otherLimits() {
		assertThatIllegalArgumentException().isThrownBy(() -> SendLocation.of(91, 0))
			.withMessage("'latitude' must be -90 to 90, but is 91.0");
		assertThatIllegalArgumentException().isThrownBy(() -> SendLocation.of(0, 0).horizontalAccuracy(1501))
			.withMessage("'horizontal_accuracy' must be 0 to 1500, but is 1501.0");
		assertThatIllegalArgumentException().isThrownBy(() -> BanChatMember.of(7, -9))
			.withMessage("'user_id' must be positive, but is -9");
		for (String name : List.of("1cats_by_bot", "cats__x_by_bot", "cats", "گربه_by_bot", "cats-x_by_bot")) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> AddStickerToSet.of(9, name, InputSticker.of(InputFile.id("1"), "😀")))
				.withMessageContaining("'_by_'");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> CreateNewStickerSet.of(9, "a_by_bot", "x", List.of()))
			.withMessage("'sticker' must hold 1 to 50, but holds 0");
		assertThatIllegalArgumentException().isThrownBy(() -> RawMethod.of("../getMe"))
			.withMessage("The name of a method must consist of letters and digits");
		assertThat(ChatPermissions.none().canSendMessages(true).canSendMessages()).isTrue();
	}

	@Test
	void answerQuotesTheMessage() {
		Message message = Message.builder(5).chat(new Chat(7, "private", null, null, null, null)).build();
		assertThat(SendPhoto.of(InputFile.id("1")).caption("x").replyTo(message))
			.hasToString("SendPhoto[chatId=7, photo=InputFile[id]]")
			.isInstanceOf(SendPhoto.class);
		Message edited = Message.builder(0).chat(message.chat()).build();
		assertThatIllegalArgumentException().isThrownBy(() -> SendMessage.of("x").replyTo(edited))
			.withMessageContaining("Use the identifier of the message that was sent");
		assertThatIllegalArgumentException().isThrownBy(() -> ForwardMessage.of(7, edited));
		assertThatIllegalArgumentException().isThrownBy(() -> CopyMessage.of(edited));
		assertThatIllegalArgumentException().isThrownBy(() -> PinChatMessage.of(edited));
	}

}
