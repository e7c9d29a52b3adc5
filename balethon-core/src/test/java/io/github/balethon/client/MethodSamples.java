package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
import io.github.balethon.method.InputMediaVideo;
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
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatPermissions;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.KeyboardButton;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.ReplyKeyboardRemove;
import io.github.balethon.model.ReplyMarkup;

import org.springframework.http.MediaType;

/**
 * Every method of Bale, with as little and with as much as it can have.
 */
final class MethodSamples {

	private static final InlineKeyboardMarkup INLINE = InlineKeyboardMarkup
		.of(InlineKeyboardButton.callback("Gold", "plan:gold"), InlineKeyboardButton.url("Site", "https://example.ir"))
		.row(InlineKeyboardButton.webApp("Open", "https://app.example.ir"),
				InlineKeyboardButton.copyText("Copy", "A-77"));

	private static final ReplyMarkup REPLY = ReplyKeyboardMarkup
		.of(KeyboardButton.of("Phone").asContactRequest(), KeyboardButton.of("Place").asLocationRequest(),
				KeyboardButton.of("App").asWebApp("https://app.example.ir"))
		.row("Back")
		.resized()
		.oneTime();

	private static final InputFile ID = InputFile.id("1284905312:880:1:a");

	private static final InputFile URL = InputFile.url("https://example.ir/x");

	private static final InputFile PHOTO = InputFile.of(bytes("abc"), "cat.jpg");

	private static final Message MESSAGE = Message.builder(9)
		.chat(new Chat(7, "private", null, null, null, null))
		.build();

	private static final List<LabeledPrice> PRICES = List.of(LabeledPrice.of("Book", 1500000),
			LabeledPrice.of("Post", 3000000000L));

	private MethodSamples() {
	}

	static List<Sample> all() {
		return List
			.of(new Sample(GetMe.of(), GetMe.of()),
					new Sample(GetUpdates.of(), GetUpdates.of().offset(5188).limit(100).timeout(25)),
					new Sample(SetWebhook.of("https://bot.example.ir/hook"),
							SetWebhook.of("https://bot.example.ir/hook")),
					new Sample(DeleteWebhook.of(), DeleteWebhook.of()),
					new Sample(GetWebhookInfo.of(), GetWebhookInfo.of()),
					new Sample(SendMessage.of(7, "سلام 😀"),
							SendMessage.of(7, "سلام 😀").replyToMessageId(3).replyMarkup(INLINE)),
					new Sample(ForwardMessage.of(7, 8, 9), ForwardMessage.of(8, 9, 10).chatId(ChatId.of("news"))),
					new Sample(CopyMessage.of(7, 8, 9), CopyMessage.of(7, MESSAGE)),
					new Sample(SendPhoto.of(7, ID),
							SendPhoto.of(7, PHOTO).caption("باغ *x*").replyToMessageId(3).replyMarkup(INLINE)),
					new Sample(SendAudio.of(7, ID), SendAudio.of(7, URL)
						.caption("x")
						.duration(201)
						.performer("Banan")
						.title("Khab")
						.replyToMessageId(3)
						.replyMarkup(REPLY)),
					new Sample(SendDocument.of(7, ID),
							SendDocument.of(7, InputFile.of(bytes("abc"), "گزارش \"1\".pdf"))
								.caption("x")
								.replyToMessageId(3)
								.replyMarkup(new ReplyKeyboardRemove())),
					new Sample(SendVideo.of(7, ID),
							SendVideo.of(7, InputFile.of(bytes("abc"), "x.mp4"))
								.caption("x")
								.duration(2)
								.width(4)
								.height(3)
								.replyToMessageId(3)
								.replyMarkup(INLINE)),
					new Sample(
							SendAnimation.of(7, ID),
							SendAnimation
								.of(7, URL)
								.caption("x")
								.duration(2)
								.width(4)
								.height(3)
								.replyToMessageId(3)
								.replyMarkup(INLINE)),
					new Sample(SendVoice.of(7, ID), SendVoice
						.of(7, InputFile.of(bytes("abc"), "x").contentType(MediaType.parseMediaType("audio/ogg")))
						.caption("x")
						.duration(5)
						.replyToMessageId(3)
						.replyMarkup(INLINE)),
					new Sample(
							SendMediaGroup.of(7, List.of(InputMediaPhoto.of(ID))),
							SendMediaGroup.of(7,
									List.of(InputMediaPhoto.of(PHOTO).caption("first"), InputMediaPhoto.of(ID),
											InputMediaVideo.of(InputFile.of(bytes("v"), "b.mp4"))
												.caption("x")
												.thumbnail(PHOTO)
												.width(4)
												.height(3)
												.duration(2)))
								.replyToMessageId(3)),
					new Sample(SendLocation.of(7, 35.7, 51.4),
							SendLocation.of(7, 35.7, 51.4)
								.horizontalAccuracy(12.5)
								.replyToMessageId(3)
								.replyMarkup(REPLY)),
					new Sample(SendContact.of(7, "989120000000", "Sara"),
							SendContact.of(7, "989120000000", "Sara")
								.lastName("Kh.")
								.replyToMessageId(3)
								.replyMarkup(INLINE)),
					new Sample(SendChatAction.of(7, ChatAction.TYPING), SendChatAction.of(7, ChatAction.UPLOAD_PHOTO)),
					new Sample(SendSticker.of(7, ID), SendSticker.of(7, ID).replyToMessageId(3).replyMarkup(INLINE)),
					new Sample(GetFile.of("1:2:3"), GetFile.of("1:2:3")),
					new Sample(AnswerCallbackQuery.of("2001"), AnswerCallbackQuery.of("2001").text("x").asAlert()),
					new Sample(AskReview.of(9, 0), AskReview.of(9, 60)),
					new Sample(BanChatMember.of(7, 9), BanChatMember.of(7, 9)),
					new Sample(UnbanChatMember.of(7, 9), UnbanChatMember.of(7, 9).onlyIfBanned(false)),
					new Sample(RestrictChatMember.of(7, 9, ChatPermissions.none()),
							RestrictChatMember.of(7, 9, ChatPermissions.none().canSendMessages(true))),
					new Sample(
							PromoteChatMember.of(7, 9),
							PromoteChatMember.of(7, 9)
								.canChangeInfo(true)
								.canPostMessages(true)
								.canEditMessages(true)
								.canDeleteMessages(true)
								.canManageVideoChats(true)
								.canInviteUsers(true)
								.canRestrictMembers(true)
								.canPinMessages(true)
								.canPromoteMembers(false)
								.right("can_see_members", true)),
					new Sample(SetChatPhoto.of(7, PHOTO), SetChatPhoto.of(7, PHOTO)),
					new Sample(DeleteChatPhoto.of(7), DeleteChatPhoto.of(7)),
					new Sample(SetChatTitle.of(7, "x"), SetChatTitle.of(7, "x")),
					new Sample(SetChatDescription.of(7, ""), SetChatDescription.of(7, "x")),
					new Sample(LeaveChat.of(7), LeaveChat.of(7)),
					new Sample(GetChat.of(7), GetChat.of().chatId(ChatId.of("@news"))),
					new Sample(GetChatAdministrators.of(7), GetChatAdministrators.of(7)),
					new Sample(GetChatMembersCount.of(7), GetChatMembersCount.of(7)),
					new Sample(GetChatMemberCount.of(7), GetChatMemberCount.of(7)),
					new Sample(GetChatMember.of(7, 9), GetChatMember.of(7, 9)),
					new Sample(PinChatMessage.of(7, 9), PinChatMessage.of(MESSAGE)),
					new Sample(UnpinChatMessage.of(7, 9), UnpinChatMessage.of(MESSAGE)),
					new Sample(UnpinAllChatMessages.of(7), UnpinAllChatMessages.of(7)),
					new Sample(CreateChatInviteLink.of(7), CreateChatInviteLink.of(7)),
					new Sample(RevokeChatInviteLink.of(7, "ble.ir/join/A"),
							RevokeChatInviteLink.of(7, "ble.ir/join/A")),
					new Sample(ExportChatInviteLink.of(7), ExportChatInviteLink.of(7)),
					new Sample(InviteUser.of(7, 9), InviteUser.of(7, 9)),
					new Sample(SetChatPermissions.of(7, ChatPermissions.none()),
							SetChatPermissions.of(7, ChatPermissions.all().canPinMessages(false))),
					new Sample(EditMessageText.of(7, 8, "x"), EditMessageText.of(MESSAGE, "x").replyMarkup(INLINE)),
					new Sample(
							EditMessageCaption.of(7, 8),
							EditMessageCaption.of(MESSAGE).caption("x").replyMarkup(INLINE)),
					new Sample(EditMessageReplyMarkup.of(7, 8), EditMessageReplyMarkup.of(MESSAGE).replyMarkup(INLINE)),
					new Sample(DeleteMessage.of(7, 8), DeleteMessage.of(MESSAGE)),
					new Sample(
							UploadStickerFile.of(9,
									InputFile.of(bytes("abc"), "x.webp")),
							UploadStickerFile.of(9, InputFile.of(bytes("abc"), "x.webp"))),
					new Sample(
							CreateNewStickerSet.of(9, "cats_by_demo_bot", "Cats", List.of(InputSticker.of(ID, "😀"))),
							CreateNewStickerSet.of(
									9, "cats_by_demo_bot", "Cats",
									List.of(InputSticker.of(ID, "😀"),
											InputSticker.of(InputFile.of(bytes("abc"), "x.webp"), "😀", "😁")
												.format("static")
												.keywords("cat")))),
					new Sample(AddStickerToSet.of(9, "cats_by_demo_bot", InputSticker.of(ID, "😀")),
							AddStickerToSet.of(9, "cats_by_demo_bot", InputSticker.of(ID, "😀"))),
					new Sample(GetStickerSet.of("cats_by_demo_bot"), GetStickerSet.of("cats_by_demo_bot")),
					new Sample(DeleteStickerToSet.of("1:2:3:4:5"), DeleteStickerToSet.of("1:2:3:4:5")),
					new Sample(
							SendInvoice
								.of(7, "Book", "A good one", "order-311", "WALLET-TEST-1111111111111111", PRICES),
							SendInvoice
								.of(7, "Book", "A good one", "order-311", "WALLET-TEST-1111111111111111", PRICES)
								.photoUrl("https://example.ir/b.jpg")
								.replyToMessageId(3)),
					new Sample(
							CreateInvoiceLink.of("Book", "A good one", "order-311", "WALLET-TEST-1111111111111111",
									PRICES),
							CreateInvoiceLink.of("Book", "A good one", "order-311", "WALLET-TEST-1111111111111111",
									PRICES)),
					new Sample(AnswerPreCheckoutQuery.of("txn-1"),
							AnswerPreCheckoutQuery.of("txn-1").refuse("sold out")),
					new Sample(InquireTransaction.of("txn-1"), InquireTransaction.of("txn-1")),
					new Sample(Logout.of(), Logout.of()), new Sample(Close.of(), Close.of()),
					new Sample(SetMyCommands.of(List.of(BotCommand.of("/start", "Begin"))),
							SetMyCommands.of(List.of(BotCommand.of("/start", "Begin")))),
					new Sample(GetMyCommands.of(), GetMyCommands.of()),
					new Sample(DeleteMyCommands.of(), DeleteMyCommands.of()));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A method.
	 *
	 * @param least with the required parameters only
	 * @param most with all parameters
	 */
	record Sample(BaleMethod<?> least, BaleMethod<?> most) {

	}

}
