package io.github.balethon.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.balethon.model.BaleFile;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatFullInfo;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import io.github.balethon.model.ChatMember;
import io.github.balethon.model.ChatMemberStatus;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.File;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageEntityType;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.Poll;
import io.github.balethon.model.PollType;
import io.github.balethon.model.StickerSet;
import io.github.balethon.model.Transaction;
import io.github.balethon.model.TransactionStatus;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import io.github.balethon.model.WebhookInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The types as Bale sends them, and as it might.
 */
class ModelReadingTests {

	private static final String PHOTO = """
			{"message_id":910,"from":{"id":1050637241,"is_bot":false,"first_name":"Sara"},"date":1767226000,\
			"chat":{"id":4695281546,"type":"group","title":"Test group","photo":null},\
			"photo":[{"file_id":"1284905312:880:1:a","file_unique_id":"pq1","width":90,"height":60,"file_size":2110},\
			{"file_id":"1284905312:880:1:b","file_unique_id":"pq2","width":1280,"height":853,"file_size":190221}],\
			"caption":"Garden","media_group_id":5570,"reply_to_message":{"message_id":901,"date":1767225900,\
			"chat":{"id":4695281546,"type":"group","title":"Test group"},"text":"pictures?"}}""";

	private final JsonMapper mapper = new BaleJson().mapper();

	@Test
	void photoIsReadWithAllItsSizes() {
		Message message = read(PHOTO, Message.class);
		assertThat(message.content()).isEqualTo(Content.PHOTO);
		assertThat(message.photo()).hasSize(2);
		assertThat(message.largestPhoto().width()).isEqualTo(1280);
		assertThat(message.file()).extracting(BaleFile::fileId).isEqualTo("1284905312:880:1:b");
		assertThat(message.contentText()).isEqualTo("Garden");
		assertThat(message.mediaGroupId()).isEqualTo("5570");
		assertThat(message.replyToMessage().text()).isEqualTo("pictures?");
		assertThat(message.chat().kind()).isEqualTo(ChatType.GROUP);
		assertThat(message.chat().photo()).isNull();
		assertThat(message.unknownFields()).isEmpty();
	}

	@Test
	void audioThatCameAsADocumentIsAudio() {
		Message message = read("""
				{"message_id":912,"date":1767226100,"chat":{"id":1050637241,"type":"private","first_name":"Sara"},\
				"document":{"file_id":"1284905312:902:1:c","file_unique_id":"dz9","file_name":"song.mp3",\
				"mime_type":"audio/mpeg","file_size":4100233,"thumb":null},"caption":""}""", Message.class);
		assertThat(message.content()).isEqualTo(Content.AUDIO);
		assertThat(message.content().isMedia()).isTrue();
		assertThat(message.caption()).isNull();
		assertThat(message.document().fileSize()).isEqualTo(4100233);
		assertThat(message.file().fileId()).isEqualTo("1284905312:902:1:c");
	}

	@Test
	void paymentIsRead() {
		Message message = read("""
				{"message_id":930,"date":1767226200,"chat":{"id":1050637241,"type":"private"},"successful_payment":\
				{"currency":"IRR","total_amount":3000000000,"invoice_payload":"order-311",\
				"telegram_payment_charge_id":"txn-90af31","provider_payment_charge_id":84120077}}""", Message.class);
		assertThat(message.content()).isEqualTo(Content.SUCCESSFUL_PAYMENT);
		assertThat(message.content().isService()).isFalse();
		assertThat(message.successfulPayment().totalAmount()).isEqualTo(3_000_000_000L);
		assertThat(message.successfulPayment().providerPaymentChargeId()).isEqualTo("84120077");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			TEXT                    | "text":"x","photo":[]
			PHOTO                   | "photo":[{"file_id":"1"}]
			VOICE                   | "voice":{"file_id":"1"},"document":{"mime_type":"audio/ogg"}
			AUDIO                   | "audio":{"file_id":"1"}
			AUDIO                   | "document":{"mime_type":"Audio/mpeg"}
			VIDEO                   | "video":{"file_id":"1"},"document":{"mime_type":"video/mp4"}
			ANIMATION               | "animation":{"file_id":"1"},"document":{"mime_type":"image/gif"}
			ANIMATION               | "document":{"mime_type":"video/mp4"}
			CONTACT                 | "contact":{"phone_number":"98912"}
			LOCATION                | "location":{"latitude":35.7,"longitude":51.4}
			STICKER                 | "sticker":{"file_id":"1","type":"regular"}
			DOCUMENT                | "document":{"mime_type":"application/pdf"}
			DOCUMENT                | "document":{}
			POLL                    | "poll":{"id":5}
			INVOICE                 | "invoice":{"total_amount":5}
			SUCCESSFUL_PAYMENT      | "successful_payment":{"total_amount":5}
			WEB_APP_DATA            | "web_app_data":{"data":"x"}
			NEW_CHAT_MEMBERS        | "new_chat_members":[{"id":1}]
			LEFT_CHAT_MEMBER        | "left_chat_member":{"id":1}
			NEW_CHAT_TITLE          | "new_chat_title":"x"
			NEW_CHAT_PHOTO          | "new_chat_photo":[{"file_id":"1"}]
			DELETE_CHAT_PHOTO       | "delete_chat_photo":true
			GROUP_CHAT_CREATED      | "group_chat_created":true
			SUPERGROUP_CHAT_CREATED | "supergroup_chat_created":true
			CHANNEL_CHAT_CREATED    | "channel_chat_created":true
			PINNED_MESSAGE          | "pinned_message":{"message_id":1}
			UNKNOWN                 | "text":"","story":{"id":1}
			""")
	void contentIsTold(Content content, String fields) {
		Message message = read("{\"message_id\":1,\"date\":2," + fields + "}", Message.class);
		assertThat(message.content()).isEqualTo(content);
	}

	@ParameterizedTest
	@EnumSource(Content.class)
	void contentIsServiceOrMediaOrNeither(Content content) {
		assertThat(content.isMedia() && content.isService()).isFalse();
		boolean ofTheChat = content.ordinal() >= Content.NEW_CHAT_MEMBERS.ordinal() && content != Content.UNKNOWN;
		assertThat(content.isService()).isEqualTo(ofTheChat);
	}

	@Test
	void smallPictureHasTwoNames() {
		String picture = "{\"file_id\":\"t\",\"width\":9}";
		for (String fields : List.of("\"thumb\":" + picture, "\"thumbnail\":" + picture,
				"\"thumbnail\":" + picture + ",\"thumb\":null", "\"thumb\":null,\"thumbnail\":" + picture,
				"\"thumb\":{\"file_id\":\"old\"},\"thumbnail\":" + picture,
				"\"thumbnail\":" + picture + ",\"thumb\":{\"file_id\":\"old\"}")) {
			for (String kind : List.of("animation", "audio", "document", "video", "sticker")) {
				Message message = read("{\"" + kind + "\":{\"file_id\":\"1\"," + fields + "}}", Message.class);
				assertThat(thumbnail(message)).as(kind + fields).isEqualTo("t");
			}
			assertThat(read("{\"name\":\"x\"," + fields + "}", StickerSet.class).thumbnail().fileId()).isEqualTo("t");
		}
	}

	private static String thumbnail(Message message) {
		return switch (message.content()) {
			case ANIMATION -> message.animation().thumbnail().fileId();
			case AUDIO -> message.audio().thumbnail().fileId();
			case DOCUMENT -> message.document().thumbnail().fileId();
			case VIDEO -> message.video().thumbnail().fileId();
			default -> message.sticker().thumbnail().fileId();
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"\"" })
	void nullAndEmptyTextMeanMissing(String nothing) {
		String message = "{\"message_id\":1" + fields(nothing, "from", "chat", "sender_chat", "forward_from",
				"forward_from_chat", "forward_from_message_id", "forward_date", "forward_origin", "reply_to_message",
				"edit_date", "media_group_id", "text", "entities", "animation", "audio", "document", "photo", "sticker",
				"video", "voice", "caption", "caption_entities", "contact", "location", "new_chat_members",
				"left_chat_member", "invoice", "successful_payment", "web_app_data", "reply_markup", "poll",
				"new_chat_title", "new_chat_photo", "delete_chat_photo", "group_chat_created",
				"supergroup_chat_created", "channel_chat_created", "pinned_message", "date") + "}";
		assertThat(read(message, Message.class)).isEqualTo(Message.builder(1).build());
		String update = "{\"update_id\":1" + fields(nothing, "message", "edited_message", "callback_query",
				"pre_checkout_query", "channel_post", "edited_channel_post", "shipping_query") + "}";
		assertThat(read(update, Update.class)).isEqualTo(Update.builder(1).build());
		String user = "{\"id\":1" + fields(nothing, "is_bot", "first_name", "last_name", "username", "language_code")
				+ "}";
		assertThat(read(user, User.class)).isEqualTo(new User(1, false, "", null, null, null));
		String chat = "{\"id\":1" + fields(nothing, "type", "title", "username", "first_name", "last_name", "photo")
				+ "}";
		assertThat(read(chat, Chat.class)).isEqualTo(new Chat(1, null, null, null, null, null));
		String info = "{\"id\":1"
				+ fields(nothing, "type", "photo", "bio", "description", "invite_link", "linked_chat_id", "username")
				+ "}";
		assertThat(read(info, ChatFullInfo.class)).isEqualTo(read("{\"id\":1}", ChatFullInfo.class));
		String member = "{" + fields(nothing, "status", "user", "is_anonymous", "can_pin_messages").substring(1) + "}";
		assertThat(read(member, ChatMember.class)).isEqualTo(read("{}", ChatMember.class));
	}

	private static String fields(String value, String... names) {
		StringBuilder fields = new StringBuilder();
		for (String name : names) {
			fields.append(",\"").append(name).append("\":").append(value);
		}
		return fields.toString();
	}

	@Test
	void textsAndNumbersStandForEachOther() {
		assertThat(read("{\"message_id\":\"7\",\"date\":\"1767226000\",\"media_group_id\":5,\"chat\":{\"id\":\"9\"}}",
				Message.class))
			.isEqualTo(Message.builder(7)
				.date(1767226000)
				.mediaGroupId("5")
				.chat(new Chat(9, null, null, null, null, null))
				.build());
		assertThat(read("{\"id\":2004518826}", CallbackQuery.class).id()).isEqualTo("2004518826");
		for (String id : List.of("77", "\"77\"")) {
			ChatFullInfo info = read("{\"id\":1,\"linked_chat_id\":" + id + "}", ChatFullInfo.class);
			assertThat(info.linkedChatId()).isEqualTo(ChatId.of(77));
		}
		assertThat(read("{\"id\":1,\"linked_chat_id\":\"comments\"}", ChatFullInfo.class).linkedChatId())
			.isEqualTo(ChatId.of("@comments"));
		assertThat(read("{\"id\":1,\"linked_chat_id\":0}", ChatFullInfo.class).linkedChatId()).isNull();
	}

	@Test
	void listsHaveNoHoles() {
		Message message = read("{\"message_id\":1,\"entities\":[null,{\"type\":\"mention\"},null],\"photo\":[null],"
				+ "\"reply_markup\":{\"inline_keyboard\":[null,[null,{\"text\":\"a\",\"callback_data\":\"b\"}]]}}",
				Message.class);
		assertThat(message.entities()).hasSize(1);
		assertThat(message.content()).isEqualTo(Content.UNKNOWN);
		assertThat(message.replyMarkup().inlineKeyboard()).hasSize(1).first().asList().hasSize(1);
	}

	@Test
	void unknownTextsAreKept() {
		Chat chat = read("{\"id\":1,\"type\":\"forum\"}", Chat.class);
		assertThat(chat.kind()).isEqualTo(ChatType.UNKNOWN);
		assertThat(chat.type()).isEqualTo("forum");
		assertThat(read("{\"id\":1,\"type\":\"supergroup\"}", Chat.class).kind()).isEqualTo(ChatType.GROUP);
		ChatMember member = read("{\"status\":\"kicked\"}", ChatMember.class);
		assertThat(member.kind()).isEqualTo(ChatMemberStatus.UNKNOWN);
		assertThat(member.status()).isEqualTo("kicked");
		Message message = read("{\"entities\":[{\"type\":\"hashtag\"},{\"type\":\"bot_command\"}]}", Message.class);
		assertThat(message.entities()).extracting((entity) -> entity.kind())
			.containsExactly(MessageEntityType.UNKNOWN, MessageEntityType.BOT_COMMAND);
		assertThat(read("{\"type\":\"quiz\"}", Poll.class).kind()).isEqualTo(PollType.QUIZ);
		assertThat(read("{\"status\":\"timeout\"}", Transaction.class).kind()).isEqualTo(TransactionStatus.UNKNOWN);
	}

	@Test
	void unknownFieldsAreKeptAndWrittenBack() {
		String json = "{\"message_id\":1,\"date\":0,\"from\":{\"id\":2,\"is_bot\":true,\"first_name\":\"\",\"badge\":null},"
				+ "\"chat\":{\"id\":3,\"level\":4},\"reactions\":{\"a\":[1,\"x\"]}}";
		Message message = read(json, Message.class);
		assertThat(message.unknownFields()).isEqualTo(Map.of("reactions", Map.of("a", Arrays.asList(1, "x"))));
		assertThat(message.from().isBot()).isTrue();
		assertThat(message.from().unknownFields()).containsOnlyKeys("badge");
		assertThat(message.chat().unknownFields()).containsEntry("level", 4);
		assertThat(read(this.mapper.writeValueAsString(message), Message.class)).isEqualTo(message);
		ChatMember member = read("{\"status\":\"administrator\",\"can_manage_topics\":false}", ChatMember.class);
		assertThat(member.unknownFields()).containsEntry("can_manage_topics", false);
		assertThat(message).hasToString("Message[messageId=1, from=User[id=2], chat=Chat[id=3, type=null]]");
	}

	@Test
	void adminIsReadWithItsRights() {
		ChatMember member = read("""
				{"status":"administrator","user":{"id":1620384001,"is_bot":true,"first_name":"Demo"},\
				"is_anonymous":false,"can_be_edited":false,"can_delete_messages":true,"can_pin_messages":true}""",
				ChatMember.class);
		assertThat(member.kind()).isEqualTo(ChatMemberStatus.ADMINISTRATOR);
		assertThat(member.administers()).isTrue();
		assertThat(member.canDeleteMessages()).isTrue();
		assertThat(member.canBeEdited()).isFalse();
		assertThat(member.canPostMessages()).isNull();
		assertThat(member.user().isBot()).isTrue();
	}

	@Test
	void chatIsReadWithWhatItSaysOfItself() {
		ChatFullInfo chat = read("""
				{"id":4695281546,"type":"group","title":"Test group","username":"","photo":\
				{"small_file_id":"1284905312:771:1:s","small_file_unique_id":"u-s1",\
				"big_file_id":"1284905312:771:1:b","big_file_unique_id":"u-b1"},"description":"demo",\
				"invite_link":"ble.ir/join/AbCdEf12","accent_color_id":0,"max_reaction_count":0,\
				"accepted_gift_types":{"unlimited_gifts":false}}""", ChatFullInfo.class);
		assertThat(chat.id()).isEqualTo(4695281546L);
		assertThat(chat.photo().bigFileId()).isEqualTo("1284905312:771:1:b");
		assertThat(chat.inviteUrl()).isEqualTo("https://ble.ir/join/AbCdEf12");
		assertThat(chat.link()).isNull();
		assertThat(chat.unknownFields()).containsKeys("accent_color_id", "accepted_gift_types");
	}

	@Test
	void transactionHasKeysInCamelCaseAndADateInSecondsOrMilliseconds() {
		Transaction transaction = read("""
				{"id":"txn-90af31","status":"paid","userID":1050637241,"amount":1500000,"createdAt":1767226190}""",
				Transaction.class);
		assertThat(transaction.kind()).isEqualTo(TransactionStatus.PAID);
		assertThat(transaction.userID()).isEqualTo(1050637241);
		assertThat(transaction.created()).isEqualTo(Instant.ofEpochSecond(1767226190));
		assertThat(read("{\"user_id\":5,\"createdAt\":1767226190000}", Transaction.class)).satisfies((other) -> {
			assertThat(other.userID()).isEqualTo(5);
			assertThat(other.created()).isEqualTo(transaction.created());
		});
	}

	@Test
	void resultsOfUncertainShapeAreReadEitherWay() {
		assertThat(read("\"ble.ir/join/A\"", ChatInviteLink.class).url()).isEqualTo("https://ble.ir/join/A");
		assertThat(read("{\"invite_link\":\"https://ble.ir/join/A\",\"is_revoked\":false}", ChatInviteLink.class).url())
			.isEqualTo("https://ble.ir/join/A");
		assertThat(read("{\"message_id\":5,\"from\":{},\"chat\":{}}", MessageId.class).messageId()).isEqualTo(5);
		assertThat(read("5", MessageId.class)).isEqualTo(new MessageId(5));
		assertThat(read("\"1:2\"", File.class).fileId()).isEqualTo("1:2");
		assertThat(read("{\"file_id\":\"1:2\",\"file_path\":\"a/b\"}", File.class).filePath()).isEqualTo("a/b");
		assertThat(read("{\"url\":null,\"pending_update_count\":3}", WebhookInfo.class).url()).isEmpty();
	}

	@Test
	void updatesOfEveryKindNameTheirSenderAndChat() {
		assertThat(read("""
				{"update_id":5189,"pre_checkout_query":{"id":"txn-90af31","from":{"id":1050637241},\
				"currency":"IRR","total_amount":1500000,"invoice_payload":"order-311"}}""", Update.class))
			.satisfies((update) -> {
				assertThat(update.preCheckoutQuery().totalAmount()).isEqualTo(1500000);
				assertThat(update.from().id()).isEqualTo(1050637241);
				assertThat(update.chat()).isNull();
				assertThat(update.anyMessage()).isNull();
			});
		for (String kind : List.of("message", "edited_message", "channel_post", "edited_channel_post")) {
			Update update = read("{\"update_id\":1,\"" + kind + "\":{\"message_id\":2,\"from\":{\"id\":3},"
					+ "\"chat\":{\"id\":4}}}", Update.class);
			assertThat(update.from().id()).isEqualTo(3);
			assertThat(update.chat().id()).isEqualTo(4);
			assertThat(update.anyMessage().messageId()).isEqualTo(2);
		}
		assertThat(read("{\"update_id\":1,\"shipping_query\":{\"id\":\"5\",\"from\":{\"id\":3}}}", Update.class).from()
			.id()).isEqualTo(3);
	}

	private <T> T read(String json, Class<T> type) {
		return this.mapper.readValue(json, type);
	}

}
