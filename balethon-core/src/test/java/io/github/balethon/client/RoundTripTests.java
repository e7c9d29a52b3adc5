package io.github.balethon.client;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;
import io.github.balethon.emulator.Quirk;
import io.github.balethon.method.AddStickerToSet;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.AskReview;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.BanChatMember;
import io.github.balethon.method.Close;
import io.github.balethon.method.CopyMessage;
import io.github.balethon.method.CreateChatInviteLink;
import io.github.balethon.method.CreateInvoiceLink;
import io.github.balethon.method.CreateNewStickerSet;
import io.github.balethon.method.DeleteChatPhoto;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.DeleteMyCommands;
import io.github.balethon.method.DeleteStickerToSet;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.EditMessageCaption;
import io.github.balethon.method.EditMessageReplyMarkup;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.ExportChatInviteLink;
import io.github.balethon.method.ForwardMessage;
import io.github.balethon.method.GetChat;
import io.github.balethon.method.GetChatAdministrators;
import io.github.balethon.method.GetChatMember;
import io.github.balethon.method.GetChatMemberCount;
import io.github.balethon.method.GetChatMembersCount;
import io.github.balethon.method.GetFile;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetMyCommands;
import io.github.balethon.method.GetStickerSet;
import io.github.balethon.method.GetUpdates;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.InputMediaPhoto;
import io.github.balethon.method.InputSticker;
import io.github.balethon.method.InquireTransaction;
import io.github.balethon.method.InviteUser;
import io.github.balethon.method.LeaveChat;
import io.github.balethon.method.Logout;
import io.github.balethon.method.PinChatMessage;
import io.github.balethon.method.PromoteChatMember;
import io.github.balethon.method.RestrictChatMember;
import io.github.balethon.method.RevokeChatInviteLink;
import io.github.balethon.method.SendAnimation;
import io.github.balethon.method.SendAudio;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.method.SendContact;
import io.github.balethon.method.SendDocument;
import io.github.balethon.method.SendInvoice;
import io.github.balethon.method.SendLocation;
import io.github.balethon.method.SendMediaGroup;
import io.github.balethon.method.SendMessage;
import io.github.balethon.method.SendPhoto;
import io.github.balethon.method.SendSticker;
import io.github.balethon.method.SendVideo;
import io.github.balethon.method.SendVoice;
import io.github.balethon.method.SetChatDescription;
import io.github.balethon.method.SetChatPermissions;
import io.github.balethon.method.SetChatPhoto;
import io.github.balethon.method.SetChatTitle;
import io.github.balethon.method.SetMyCommands;
import io.github.balethon.method.SetWebhook;
import io.github.balethon.method.UnbanChatMember;
import io.github.balethon.method.UnpinAllChatMessages;
import io.github.balethon.method.UnpinChatMessage;
import io.github.balethon.method.UploadStickerFile;
import io.github.balethon.model.BotCommand;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatPermissions;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.Message;
import io.github.balethon.model.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each method goes to a Bale of flesh and blood, which is strict about parameters, and
 * its answer comes back as what the method says. The emulator knows nothing of our model,
 * so that a wrong name would show.
 */
@Timeout(60)
class RoundTripTests {

	private static final String WALLET = "WALLET-TEST-1111111111111111";

	private static final List<LabeledPrice> PRICES = List.of(LabeledPrice.of("Book", 1000));

	private static final Predicate<Boolean> DONE = Boolean::booleanValue;

	private static final InputFile UPLOAD = InputFile.of(new byte[] { 1, 2, 3 }, "a.png");

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final Person sara = this.emulator.person(1001, "Sara");

	private BlockingBaleClient bale;

	private Group group;

	private Message message;

	private Message photo;

	private InputFile sticker;

	private String transaction;

	@BeforeEach
	void start() {
		this.emulator.start();
		this.bale = BaleClient.builder(BaleConnection.of(this.emulator.baseUrl(), BotToken.of(this.emulator.token())))
			.build()
			.blocking();
		this.emulator.person(1003, "Mina");
		this.group = this.emulator.group("Family", this.sara, this.emulator.person(1002, "Reza"));
		this.group.promoteBot();
		this.message = this.bale.sendMessage(1001, "first");
		this.photo = this.bale.sendPhoto(1001, UPLOAD);
		this.sticker = InputFile.id(this.bale.execute(SendSticker.of(1001, UPLOAD)).sticker());
		this.bale.execute(
				CreateNewStickerSet.of(1001, "old_by_demo_bale_bot", "x", List.of(InputSticker.of(this.sticker, "x"))));
		this.transaction = this.sara
			.payLink(this.bale.execute(CreateInvoiceLink.of("Book", "x", "order", WALLET, PRICES)))
			.id();
		this.emulator.quirk(Quirk.STRICT_PARAMETERS, true);
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void noMethodIsMissing() {
		assertThat(calls().map((call) -> call.method().methodName()).collect(Collectors.toSet())).isEqualTo(
				MethodSamples.all().stream().map((sample) -> sample.most().methodName()).collect(Collectors.toSet()));
	}

	@TestFactory
	Stream<DynamicTest> methodIsAnswered() {
		return calls().map((call) -> DynamicTest.dynamicTest(call.method().methodName(), () -> run(call)));
	}

	private <R> void run(RoundTrip<R> call) {
		R result = this.bale.execute(call.method());
		assertThat(result).matches(call.expected());
		assertThat(this.emulator.calls().of(call.method().methodName())).isNotEmpty();
	}

	private Stream<RoundTrip<?>> calls() {
		long text = this.message.messageId();
		long chat = this.group.id();
		InputFile file = InputFile.id(this.photo.largestPhoto());
		InlineKeyboardMarkup keyboard = InlineKeyboardMarkup.of(InlineKeyboardButton.callback("a", "b"));
		return Stream.of(call(GetMe.of(), User::isBot),
				call(GetUpdates.of().offset(1).limit(5).timeout(0), (updates) -> !updates.isEmpty()),
				call(SetWebhook.of("https://bot.example.ir/x"), DONE),
				call(GetWebhookInfo.of(), (info) -> info.url().equals("https://bot.example.ir/x")),
				call(DeleteWebhook.of(), DONE),
				call(SendMessage.of(1001, "x").replyToMessageId(text).replyMarkup(keyboard), says("x")),
				call(ForwardMessage.of(1001, 1001, text), says("first")),
				call(CopyMessage.of(1001, 1001, text), (id) -> id.messageId() > text),
				call(SendPhoto.of(1001, file).caption("x"), (sent) -> sent.largestPhoto() != null),
				call(SendAudio.of(1001, UPLOAD).caption("x"),
						(sent) -> sent.document() != null || sent.audio() != null),
				call(SendDocument.of(1001, UPLOAD).caption("x"), (sent) -> sent.document() != null),
				call(SendVideo.of(1001, UPLOAD).caption("x"), (sent) -> sent.video() != null),
				call(SendAnimation.of(1001, UPLOAD), (sent) -> sent.messageId() > text),
				call(SendVoice.of(1001, UPLOAD).caption("x"), (sent) -> sent.voice() != null),
				call(SendSticker.of(1001, this.sticker), (sent) -> sent.sticker() != null),
				call(SendMediaGroup.of(1001,
						List.of(InputMediaPhoto.of(UPLOAD).caption("x"), InputMediaPhoto.of(file))),
						(sent) -> sent.size() == 2),
				call(SendLocation.of(1001, 35.7, 51.4).horizontalAccuracy(5), (sent) -> sent.location() != null),
				call(SendContact.of(1001, "98912", "A").lastName("B"), (sent) -> sent.contact() != null),
				call(SendChatAction.of(1001, ChatAction.TYPING), DONE),
				call(GetFile.of(this.photo.largestPhoto().fileId()), (found) -> found.fileSize() == 3),
				call(AnswerCallbackQuery.of("2000000001").text("x").asAlert(), DONE), call(AskReview.of(1001, 0), DONE),
				call(SetChatPhoto.of(chat, UPLOAD), DONE), call(DeleteChatPhoto.of(chat), DONE),
				call(SetChatTitle.of(chat, "Friends"), DONE), call(SetChatDescription.of(chat, "all"), DONE),
				call(GetChat.of(chat), (found) -> "Friends".equals(found.title()) && "all".equals(found.description())),
				call(SetChatPermissions.of(chat, ChatPermissions.all()), DONE),
				call(RestrictChatMember.of(chat, 1002, ChatPermissions.none()), DONE),
				call(PromoteChatMember.of(chat, 1002).canChangeInfo(true).canDeleteMessages(false), DONE),
				call(GetChatAdministrators.of(chat), (members) -> members.size() >= 2),
				call(GetChatMembersCount.of(chat), (count) -> count >= 2),
				call(GetChatMemberCount.of(chat), (count) -> count >= 2),
				call(GetChatMember.of(chat, 1001), (member) -> member.user().id() == 1001),
				call(InviteUser.of(chat, 1003), DONE), call(BanChatMember.of(chat, 1003), DONE),
				call(UnbanChatMember.of(chat, 1003).onlyIfBanned(true), DONE),
				call(PinChatMessage.of(1001, text), DONE), call(UnpinChatMessage.of(1001, text), DONE),
				call(UnpinAllChatMessages.of(1001), DONE),
				call(CreateChatInviteLink.of(chat), (link) -> link.inviteLink().contains("ble.ir/join/")),
				call(RevokeChatInviteLink.of(chat, this.group.inviteLink()), (link) -> !link.inviteLink().isEmpty()),
				call(ExportChatInviteLink.of(chat), (link) -> link.inviteLink().contains("ble.ir/join/")),
				call(EditMessageText.of(1001, text, "y").replyMarkup(keyboard), (edited) -> true),
				call(EditMessageCaption.of(1001, this.photo.messageId()).caption("x"), (edited) -> true),
				call(EditMessageReplyMarkup.of(1001, text).replyMarkup(keyboard), (edited) -> true),
				call(DeleteMessage.of(1001, text), DONE),
				call(UploadStickerFile.of(1001, UPLOAD), (found) -> !found.fileId().isEmpty()),
				call(CreateNewStickerSet.of(1001, "new_by_demo_bale_bot", "x",
						List.of(InputSticker.of(this.sticker, "x"))), DONE),
				call(AddStickerToSet.of(1001, "new_by_demo_bale_bot", InputSticker.of(UPLOAD, "y")), DONE),
				call(GetStickerSet.of("new_by_demo_bale_bot"), (set) -> set.stickers().size() == 2),
				call(DeleteStickerToSet.of(this.sticker.reference()), DONE),
				call(SendInvoice.of(1001, "Book", "x", "order", WALLET, PRICES), (sent) -> sent.invoice() != null),
				call(CreateInvoiceLink.of("Book", "x", "order", WALLET, PRICES), (link) -> !link.isEmpty()),
				call(InquireTransaction.of(this.transaction), (found) -> found.id().equals(this.transaction)),
				call(AnswerPreCheckoutQuery.of(this.transaction), DONE),
				call(SetMyCommands.of(List.of(BotCommand.of("/start", "x"))), DONE),
				call(GetMyCommands.of(), (commands) -> commands.size() == 1), call(DeleteMyCommands.of(), DONE),
				call(LeaveChat.of(chat), DONE), call(Close.of(), DONE), call(Logout.of(), DONE));
	}

	private static Predicate<Message> says(String text) {
		return (message) -> text.equals(message.text());
	}

	private static <R> RoundTrip<R> call(BaleMethod<R> method, Predicate<R> expected) {
		return new RoundTrip<>(method, expected);
	}

	/**
	 * A call and what is expected of its result.
	 *
	 * @param <R> the type of the result
	 * @param method the request
	 * @param expected what is true for its result
	 */
	private record RoundTrip<R>(BaleMethod<R> method, Predicate<R> expected) {

	}

}
