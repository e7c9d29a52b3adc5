package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.MessageContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Attachments of users.
 */
class AttachmentTests {

	private static final byte[] BYTES = "content".getBytes(StandardCharsets.UTF_8);

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(new TestClock()).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void filesAreDeliveredAndDownloaded() {
		this.sara.sendPhoto(BYTES);
		this.sara.sendVoice(BYTES);
		this.sara.sendDocument("list.pdf", BYTES);
		this.sara.sendSticker(BYTES);
		this.sara.send(Attachment.video(BYTES).seconds(7));
		this.sara.send(Attachment.animation(BYTES));
		this.sara.send(Attachment.audio("song.mp3", BYTES));
		this.sara.send(Attachment.document("song.mp3", "audio/mpeg", BYTES));
		for (String kind : List.of("photo", "voice", "document", "sticker", "video", "animation", "audio",
				"document")) {
			JsonNode message = this.bot.nextUpdate().path("message");
			assertThat(message.has(kind)).as(kind).isTrue();
			JsonNode file = this.bot.query("getFile", Map.of("file_id", MessageContent.fileId(message))).result();
			assertThat(this.bot.get("/file/bot123:abc/" + file.path("file_path").stringValue()).body())
				.isEqualTo(BYTES);
		}
		assertThat(this.sara.chat()).extracting(ChatMessage::kind)
			.containsExactly("photo", "voice", "document", "sticker", "video", "animation", "audio", "document");
		assertThat(this.sara.chat().get(4).content().path("video").path("duration").intValue()).isEqualTo(7);
		assertThat(this.sara.chat().get(2).content().path("document").path("mime_type").stringValue())
			.isEqualTo("application/pdf");
	}

	@Test
	void captionsHaveEntitiesAndCanBeEdited() {
		this.sara.send(Attachment.photo(BYTES).caption("/buy this"));
		JsonNode message = this.bot.nextUpdate().path("message");
		assertThat(message.path("caption").stringValue()).isEqualTo("/buy this");
		assertThat(message.path("caption_entities").get(0).path("type").stringValue()).isEqualTo("bot_command");
		assertThat(message.has("text")).isFalse();
		this.sara.edit(1, "never mind");
		assertThat(this.bot.nextUpdate().path("edited_message").path("caption").stringValue()).isEqualTo("never mind");
	}

	@Test
	void repliesAndGroups() {
		Group group = this.emulator.group("Family", this.sara);
		this.bot.send(1001, "Send me a photo");
		this.sara.reply(1, Attachment.photo(BYTES));
		assertThat(this.bot.nextUpdate().path("message").path("reply_to_message").path("text").stringValue())
			.isEqualTo("Send me a photo");
		this.sara.in(group).send(Attachment.voice(BYTES));
		assertThat(this.bot.nextUpdate().path("message").path("chat").path("id").longValue()).isEqualTo(group.id());
		this.sara.in(group).reply(1, "listen");
		assertThat(this.bot.nextUpdate().path("message").path("reply_to_message").has("voice")).isTrue();
	}

	@Test
	void albumsShareAnId() {
		List<Long> ids = this.sara.sendAlbum(Attachment.photo(BYTES).caption("one"), Attachment.video(BYTES));
		assertThat(ids).containsExactly(1L, 2L);
		JsonNode updates = this.bot.getMethod("getUpdates").result();
		assertThat(updates.get(0).path("message").path("media_group_id"))
			.isEqualTo(updates.get(1).path("message").path("media_group_id"));
		Group group = this.emulator.group("Family", this.sara);
		this.sara.in(group).sendAlbum(Attachment.photo(BYTES), Attachment.photo(BYTES));
		assertThat(group.chat()).hasSize(2);
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.sendAlbum(Attachment.photo(BYTES)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.sara.sendAlbum(Attachment.photo(BYTES), Attachment.location(1, 2)));
	}

	@Test
	void contactsLocationsAndMiniAppData() {
		this.sara.shareContact("+989120000000");
		assertThat(this.bot.nextUpdate().path("message").path("contact"))
			.isEqualTo(Json.read("{\"phone_number\":\"+989120000000\",\"first_name\":\"Sara\",\"user_id\":1001}"));
		this.sara.sendContact("021", "Office");
		assertThat(this.bot.nextUpdate().path("message").path("contact").has("user_id")).isFalse();
		this.sara.sendLocation(35.7, 51.4);
		assertThat(this.bot.nextUpdate().path("message").path("location"))
			.isEqualTo(Json.read("{\"latitude\":35.7,\"longitude\":51.4}"));
		this.sara.sendWebAppData("{\"a\":1}");
		assertThat(this.bot.nextUpdate().path("message").path("web_app_data").path("data").stringValue())
			.isEqualTo("{\"a\":1}");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.edit(3, "there"))
			.withMessageContaining("no text");
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.location(1, 2).caption("x"));
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.photo(BYTES).seconds(1));
	}

	@Test
	void forwards() {
		Person reza = this.emulator.person(1002, "Reza");
		Group group = this.emulator.group("Family", this.sara);
		reza.send(Attachment.photo(BYTES).caption("look"));
		this.sara.forward(reza.chat().get(0));
		this.sara.in(group).forward(reza.chat().get(0));
		JsonNode updates = this.bot.getMethod("getUpdates?offset=2").result();
		for (JsonNode update : updates) {
			assertThat(update.path("message").path("forward_from").path("id").longValue()).isEqualTo(1002);
			assertThat(update.path("message").path("caption").stringValue()).isEqualTo("look");
		}
		assertThat(updates).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"kind":"photo","bytes":"$","caption":"x"}                           | photo
			{"kind":"voice","bytes":"$","seconds":3}                             | voice
			{"kind":"video","bytes":"$"}                                         | video
			{"kind":"animation","bytes":"$"}                                     | animation
			{"kind":"audio","bytes":"$","file_name":"a.mp3"}                     | audio
			{"kind":"document","bytes":"$","file_name":"a.pdf"}                  | document
			{"kind":"sticker","bytes":"$","emoji":"x"}                           | sticker
			{"kind":"contact","phone_number":"1"}                                | contact
			{"kind":"contact","phone_number":"1","first_name":"A"}               | contact
			{"kind":"location","latitude":1,"longitude":2}                       | location
			{"kind":"web_app_data","data":"x"}                                   | web_app_data
			""")
	void attachmentsAreSentOverHttp(String attachment, String kind) {
		String bytes = Base64.getEncoder().encodeToString(BYTES);
		Reply reply = post("messages", "{\"attachment\":" + attachment.replace("$", bytes) + "}");
		assertThat(reply.text()).isEqualTo("{\"update_id\":1,\"message_id\":1}");
		assertThat(this.bot.nextUpdate().path("message").has(kind)).isTrue();
		JsonNode shown = this.bot.get("/emulator/chats/1001/messages").json().get(0);
		assertThat(shown.path("kind").stringValue()).isEqualTo(kind);
		String file = MessageContent.fileId(shown.path("content"));
		if (file != null) {
			assertThat(this.bot.get("/emulator/files/" + file).body()).isEqualTo(BYTES);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"kind":"poll"}                        | 'kind'
			{"kind":"photo","bytes":"?"}           | 'bytes'
			{"kind":"location","latitude":1}       | 'longitude'
			{"kind":"location","latitude":1,"longitude":1,"caption":"x"} | captions
			{"kind":"location","latitude":500,"longitude":1} | latitude
			{"kind":"location","latitude":1,"longitude":-180.5} | longitude
			{"kind":"location","latitude":1,"longitude":1,"place":"x"} | 'place'
			{"kind":"document","bytes":"","mime_type":"text/plain\\r\\nX-Evil: 1"} | type
			{"kind":"document","bytes":"","mime_type":"text"} | type
			{"kind":"document","bytes":"","file_name":"a\\nb"} | name
			{"kind":"photo","bytes":"","file_name":"a.jpg"} | 'file_name'
			{"kind":"voice","bytes":"","seconds":-1} | 'seconds'
			{"kind":"voice","bytes":"","seconds":4294967297} | 'seconds'
			{"kind":"contact"} | 'phone_number'
			{"kind":"contact","phone_number":"1","user_id":7} | 'first_name'
			{"kind":"contact","phone_number":"1","first_name":"A","user_id":0} | 'user_id'
			{"kind":"web_app_data"} | 'data'
			""")
	void invalidAttachmentsOverHttpAreRefused(String attachment, String words) {
		Reply reply = post("messages", "{\"attachment\":" + attachment + "}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.text()).contains(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					{"phone_number":"1"}                                      | {"phone_number":"1","first_name":"Sara","user_id":1001}
					{"phone_number":"1","first_name":"A"}                     | {"phone_number":"1","first_name":"A"}
					{"phone_number":"1","first_name":"A","user_id":1001}      | {"phone_number":"1","first_name":"A","user_id":1001}
					{"phone_number":"1","first_name":"A","last_name":"B","user_id":7} | {"phone_number":"1","first_name":"A","last_name":"B","user_id":7}
					{"phone_number":"1","user_id":1001}                       | {"phone_number":"1","first_name":"Sara","user_id":1001}
					""")
	void contactsAreSentOverHttp(String fields, String contact) {
		Reply reply = post("messages", "{\"attachment\":" + fields.replaceFirst("\\{", "{\"kind\":\"contact\",") + "}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(this.bot.nextUpdate().path("message").path("contact")).isEqualTo(Json.read(contact));
	}

	@Test
	void filesSentOverHttpKeepTheirNameAndType() {
		post("messages", "{\"attachment\":{\"kind\":\"video\",\"bytes\":\"AA==\",\"file_name\":\"a.mkv\","
				+ "\"mime_type\":\"video/x-matroska\"}}");
		JsonNode video = this.bot.nextUpdate().path("message").path("video");
		assertThat(video.path("file_name").stringValue()).isEqualTo("a.mkv");
		assertThat(video.path("mime_type").stringValue()).isEqualTo("video/x-matroska");
		assertThat(this.bot.get("/emulator/files/" + video.path("file_id").stringValue()).status()).isEqualTo(200);
	}

	@Test
	void attachmentsAreValidated() {
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.location(500, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.location(0, Double.NaN));
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.document("a", "text/plain\n", BYTES));
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.document("a\r", "text/plain", BYTES));
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.voice(BYTES).seconds(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> Attachment.photo(BYTES).caption("x".repeat(4097)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.write("x".repeat(4097)));
		this.sara.write("x".repeat(4096));
	}

	@Test
	void malformedTypeOfAnUploadIsNotReturned() {
		String id = this.bot
			.multipart("sendDocument", Map.of("chat_id", "1001"),
					Map.of("document", new Upload("a.txt", "te\u0001xt", BYTES)))
			.result()
			.path("document")
			.path("file_id")
			.stringValue();
		assertThat(this.bot.get("/file/bot123:abc/" + id).body()).isEqualTo(BYTES);
	}

	@Test
	void groupsAndPaymentsOverHttp() {
		JsonNode group = post("groups", "{\"title\":\"Family\",\"members\":[1001]}").json();
		String path = "groups/" + group.path("id").longValue();
		assertThat(group.path("members")).hasSize(1);
		this.emulator.person(1002, "Reza");
		assertThat(post(path, "{\"action\":\"join\",\"person\":1002}").json().path("members")).hasSize(2);
		assertThat(post(path, "{\"action\":\"promote\",\"person\":1002,\"rights\":[\"can_pin_messages\"]}").json()
			.path("administrators")).hasSize(1);
		post(path, "{\"action\":\"demote\",\"person\":1002}");
		post(path, "{\"action\":\"promote\"}");
		assertThat(this.bot.call("setChatTitle", "{\"chat_id\":" + group.path("id") + ",\"title\":\"New\"}").status())
			.isEqualTo(200);
		assertThat(this.bot.get("/emulator/" + path).json().path("title").stringValue()).isEqualTo("New");
		post(path, "{\"action\":\"leave\",\"person\":1002}");
		post(path, "{\"action\":\"add\",\"person\":1002}");
		assertThat(post(path, "{\"action\":\"remove\",\"person\":1002}").json().path("members")).hasSize(1);
		assertThat(post(path, "{\"action\":\"remove\"}").json().path("bot").booleanValue(true)).isFalse();
		assertThat(post(path, "{\"action\":\"add\"}").json().path("bot").booleanValue()).isTrue();
		post(path, "{\"action\":\"demote\"}");
		assertThat(post("groups", "{\"title\":\"News\",\"username\":\"news\"}").status()).isEqualTo(200);
		assertThat(post("groups", "{\"title\":\"News\",\"username\":\"news\"}").status()).isEqualTo(400);
		assertThat(post("groups", "{\"title\":\"x\",\"members\":[5]}").status()).isEqualTo(404);
		assertThat(post("groups/5", "{\"action\":\"add\"}").status()).isEqualTo(404);
		assertThat(post(path, "{\"action\":\"fly\"}").text()).contains("'action'");
		assertThat(post(path, "{\"action\":\"join\"}").text()).contains("'person'");
		this.bot.call("sendInvoice", "{\"chat_id\":1001,\"title\":\"a\",\"description\":\"b\",\"payload\":\"c\","
				+ "\"provider_token\":\"WALLET-TEST-1111111111111111\",\"prices\":[{\"label\":\"x\",\"amount\":5}]}");
		assertThat(post("payments", "{\"message_id\":1}").json().path("amount").longValue()).isEqualTo(5);
		assertThat(post("payments", "{\"message_id\":2}").status()).isEqualTo(400);
		assertThat(post("payments", "{\"link\":\"x\"}").status()).isEqualTo(400);
	}

	private Reply post(String path, String json) {
		return this.bot.post("/emulator/" + path, "application/json", json);
	}

}
