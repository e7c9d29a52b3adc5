package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MediaMethodsTests {

	private static final Map<String, String> TO_SARA = Map.of("chat_id", "1001");

	private final TestClock clock = new TestClock();

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(this.clock).build();

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
	void punctuationInAFileNameIsKept() {
		JsonNode document = this.bot
			.multipart("sendDocument", TO_SARA, Map.of("document", file("a; b: c, d = e.txt", "text/plain", "x")))
			.result()
			.path("document");
		assertThat(document.path("file_name").stringValue()).isEqualTo("a; b: c, d = e.txt");
	}

	@Test
	void photoHasAscendingSizes() {
		Reply reply = this.bot.multipart("sendPhoto", Map.of("chat_id", "1001", "caption", "باغ"),
				Map.of("photo", file("garden.png", "image/png", "pixels")));
		JsonNode sizes = reply.result().path("photo");
		assertThat(reply.result().path("caption").stringValue()).isEqualTo("باغ");
		assertThat(sizes).hasSize(2);
		assertThat(sizes.get(0).path("width").intValue()).isLessThan(sizes.get(1).path("width").intValue());
		ChatMessage message = this.sara.awaitReply(TestBot.LONG);
		assertThat(message.kind()).isEqualTo("photo");
		assertThat(message.text()).isEqualTo("باغ");
		assertThat(message.fileId()).isEqualTo(sizes.get(1).path("file_id").stringValue()).contains(":");
		assertThat(this.emulator.file(message.fileId())).asString().isEqualTo("pixels");
		sizes.forEach((size) -> {
			JsonNode file = this.bot.form("getFile", Map.of("file_id", size.path("file_id").stringValue())).result();
			assertThat(file.path("file_size").intValue()).isEqualTo(6);
			assertThat(file.path("file_unique_id")).isEqualTo(size.path("file_unique_id"));
			Reply content = this.bot.get("/file/bot123:abc/" + file.path("file_path").stringValue());
			assertThat(content.text()).isEqualTo("pixels");
			assertThat(content.response().headers().firstValue("Content-Type")).contains("image/png");
			assertThat(content.response().headers().firstValue("Content-Security-Policy").orElse(""))
				.contains("sandbox");
		});
		assertThat(this.emulator.calls().of("sendPhoto").get(0).parameters().path("photo"))
			.isEqualTo(Json.read("{\"file_name\":\"garden.png\",\"content_type\":\"image/png\",\"file_size\":6}"));
		assertThat(this.emulator.calls().of("download")).hasSize(2);
	}

	@Test
	void sameContentHasOneUniqueIdAndSeveralIds() {
		JsonNode first = this.bot.multipart("sendVoice", TO_SARA, Map.of("voice", file("a.ogg", "", "sound")))
			.result()
			.path("voice");
		JsonNode second = this.bot.multipart("sendVoice", TO_SARA, Map.of("voice", file("b.ogg", "", "sound")))
			.result()
			.path("voice");
		assertThat(first.path("file_unique_id")).isEqualTo(second.path("file_unique_id"));
		assertThat(first.path("file_id")).isNotEqualTo(second.path("file_id"));
		assertThat(first.has("duration")).isFalse();
		JsonNode again = this.bot
			.form("sendVoice", Map.of("chat_id", "1001", "voice", first.path("file_id").stringValue()))
			.result()
			.path("voice");
		assertThat(again).isEqualTo(first);
	}

	@Test
	void durationAndSizeAreReturned() {
		JsonNode audio = this.bot
			.multipart("sendAudio", Map.of("chat_id", "1001", "duration", "180", "title", "Song"),
					Map.of("audio", file("a.mp3", "", "x")))
			.result()
			.path("audio");
		assertThat(audio.path("duration").intValue()).isEqualTo(180);
		assertThat(audio.path("title").stringValue()).isEqualTo("Song");
		assertThat(audio.path("mime_type").stringValue()).isEqualTo("audio/mpeg");
		JsonNode message = this.bot
			.multipart("sendAnimation", TO_SARA, Map.of("animation", file("a.gif", "image/gif", "x")))
			.result();
		assertThat(message.path("animation").path("file_id")).isEqualTo(message.path("document").path("file_id"));
		assertThat(message.path("animation").path("thumb")).isEqualTo(message.path("animation").path("thumbnail"));
		assertThat(this.sara.chat()).extracting(ChatMessage::kind).containsExactly("audio", "animation");
	}

	@Test
	void kindOfAFileCannotChange() {
		String photo = id(this.bot.multipart("sendPhoto", TO_SARA, Map.of("photo", file("a.png", "", "x"))));
		Reply reply = this.bot.form("sendDocument", Map.of("chat_id", "1001", "document", photo));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).contains("file_id of a photo");
		assertThat(this.bot.form("sendPhoto", Map.of("chat_id", "1001", "photo", "1:2:3:p")).description())
			.contains("wrong file_id");
	}

	@ParameterizedTest
	@CsvSource({ "sendPhoto, photo, https://example.ir/a.jpg, 200",
			"sendDocument, document, https://example.ir/a.pdf, 200",
			"sendDocument, document, https://example.ir/a.docx, 400", "sendVoice, voice, http://example.ir/a.ogg, 200",
			"sendVoice, voice, http://example.ir/a.mp3, 400", "sendPhoto, photo, http://exa mple.ir/a.jpg, 400",
			"sendPhoto, photo, '', 400" })
	void filesAreSentByUrl(String method, String field, String address, int status) {
		Reply reply = this.bot.form(method, Map.of("chat_id", "1001", field, address));
		assertThat(reply.status()).as(reply.text()).isEqualTo(status);
		if (status == 200) {
			assertThat(this.emulator.file(this.sara.awaitReply(TestBot.LONG).fileId())).asString().isEqualTo(address);
		}
	}

	@Test
	void uploadsHaveLimits() {
		Upload photo = new Upload("a.png", "image/png", new byte[10 * 1024 * 1024 + 1]);
		Reply reply = this.bot.multipart("sendPhoto", TO_SARA, Map.of("photo", photo));
		assertThat(reply.status()).isEqualTo(413);
		assertThat(reply.json().path("error_code").intValue()).isEqualTo(413);
		assertThat(this.bot.multipart("sendPhoto", TO_SARA, Map.of("photo", file("a.png", "", ""))).status())
			.isEqualTo(400);
		Upload document = new Upload("a.bin", "application/x", new byte[21 * 1024 * 1024]);
		String id = id(this.bot.multipart("sendDocument", TO_SARA, Map.of("document", document)));
		assertThat(this.bot.form("getFile", Map.of("file_id", id)).description()).contains("too big");
		assertThat(this.bot.get("/file/bot123:abc/" + id).status()).isEqualTo(404);
		Upload huge = new Upload("a.bin", "application/x", new byte[65 * 1024 * 1024]);
		Reply tooLarge = this.bot.multipart("sendDocument", TO_SARA, Map.of("document", huge));
		assertThat(tooLarge.status()).isEqualTo(413);
		assertThat(tooLarge.json().path("ok").booleanValue()).isFalse();
		assertThat(this.sara.chat()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "attach://one", "<attach://one>", "one" })
	void albumRefersToItsUploads(String reference) {
		String media = "[{\"type\":\"photo\",\"media\":\"" + reference + "\",\"caption\":\"first\"},"
				+ "{\"type\":\"video\",\"media\":\"attach://two\"}]";
		Reply reply = this.bot.multipart("sendMediaGroup", Map.of("chat_id", "1001", "media", media),
				Map.of("one", file("1.png", "image/png", "1"), "two", file("2.mp4", "video/mp4", "2")));
		assertThat(reply.status()).as(reply.text()).isEqualTo(200);
		assertThat(reply.result()).hasSize(2);
		assertThat(reply.result().get(0).path("media_group_id").isString()).isTrue();
		assertThat(reply.result().get(0).path("media_group_id"))
			.isEqualTo(reply.result().get(1).path("media_group_id"));
		assertThat(this.sara.chat()).extracting(ChatMessage::kind).containsExactly("photo", "video");
		assertThat(this.sara.chat()).extracting(ChatMessage::text).containsExactly("first", "");
		assertThat(this.emulator.file(this.sara.chat().get(1).fileId())).asString().isEqualTo("2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					[]                                                                     | between 2 and 10
					[{"type":"photo","media":"https://x.ir/a.jpg"}]                        | between 2 and 10
					[{"type":"photo","media":"https://x.ir/a.jpg"},{"type":"audio","media":"https://x.ir/a.mp3"}] | mixed
					[{"type":"animation","media":"https://x.ir/a.gif"},{"type":"photo","media":"https://x.ir/a.jpg"}] | type must be
					[{"type":"photo","media":""},{"type":"photo","media":"x"}]             | cannot be blank
					[{"type":"photo","media":"attach://no"},{"type":"photo","media":"x"}]  | wrong file_id
					[1,2]                                                                  | type must be
					""")
	void invalidAlbumsAreRefused(String media, String words) {
		Reply reply = this.bot.form("sendMediaGroup", Map.of("chat_id", "1001", "media", media));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).contains(words);
		assertThat(this.sara.chat()).isEmpty();
	}

	@Test
	void captionsHaveLimits() {
		String photo = "https://example.ir/a.jpg";
		assertThat(this.bot.form("sendPhoto", Map.of("chat_id", "1001", "photo", photo, "caption", "x".repeat(4096)))
			.status()).isEqualTo(200);
		assertThat(this.bot.form("sendPhoto", Map.of("chat_id", "1001", "photo", photo, "caption", "x".repeat(4097)))
			.status()).isEqualTo(400);
		String media = "[{\"type\":\"photo\",\"media\":\"" + photo + "\",\"caption\":\"" + "x".repeat(1025)
				+ "\"},{\"type\":\"photo\",\"media\":\"" + photo + "\"}]";
		assertThat(this.bot.form("sendMediaGroup", Map.of("chat_id", "1001", "media", media)).description())
			.contains("1024");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			sendLocation | {"chat_id":1001,"latitude":91,"longitude":1}    | latitude
			sendLocation | {"chat_id":1001,"latitude":1}                   | longitude
			sendLocation | {"chat_id":1001,"latitude":"north","longitude":1} | latitude
			sendLocation | {"chat_id":1001,"latitude":1,"longitude":1,"horizontal_accuracy":1501} | horizontal_accuracy
			sendContact  | {"chat_id":1001,"phone_number":"1"}             | first_name
			sendContact  | {"chat_id":1001,"first_name":"A"}               | phone_number
			sendPhoto    | {"chat_id":1001}                                | photo
			getFile      | {}                                              | file_id
			getFile      | {"file_id":"1:2:3"}                             | file_id
			""")
	void invalidMediaIsRefused(String method, String body, String name) {
		Reply reply = this.bot.call(method, body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).contains(name);
	}

	@Test
	void locationsAndContactsAreSent() {
		this.bot.call("sendLocation", "{\"chat_id\":1001,\"latitude\":35.7,\"longitude\":\"51.4\"}");
		this.bot.call("sendContact", "{\"chat_id\":1001,\"phone_number\":98912,\"first_name\":\"Ali\"}");
		assertThat(this.sara.chat()).extracting(ChatMessage::content)
			.containsExactly(Json.read("{\"location\":{\"longitude\":51.4,\"latitude\":35.7}}"),
					Json.read("{\"contact\":{\"phone_number\":\"98912\",\"first_name\":\"Ali\"}}"));
	}

	@Test
	void animationsAndStickersRefuseJson() {
		String animation = id(this.bot.multipart("sendAnimation", TO_SARA, Map.of("animation", file("a", "", "x"))));
		String sticker = id(this.bot.multipart("sendSticker", TO_SARA, Map.of("sticker", file("a", "", "x"))));
		String json = "{\"chat_id\":1001,\"animation\":\"" + animation + "\",\"sticker\":\"" + sticker + "\"}";
		assertThat(this.bot.call("sendAnimation", json).status()).isEqualTo(500);
		assertThat(this.bot.call("sendSticker", json).status()).isEqualTo(400);
		this.emulator.quirk(Quirk.ANIMATION_IN_JSON, true);
		this.emulator.quirk(Quirk.STICKER_IN_JSON, true);
		assertThat(this.bot.call("sendAnimation", json).status()).isEqualTo(200);
		assertThat(this.bot.call("sendSticker", json).status()).isEqualTo(200);
	}

	@Test
	void pathsMayDifferAndExpireAfterAnHour() {
		this.emulator.quirk(Quirk.FILE_PATHS_DIFFER, true);
		String id = id(this.bot.multipart("sendDocument", TO_SARA, Map.of("document", file("سند.txt", "", "text"))));
		String path = this.bot.form("getFile", Map.of("file_id", id)).result().path("file_path").stringValue();
		assertThat(path).isNotEqualTo(id).endsWith("/سند.txt");
		String address = "/file/bot123:abc/" + path.replace("سند", "%D8%B3%D9%86%D8%AF");
		assertThat(this.bot.get(address).text()).isEqualTo("text");
		assertThat(this.bot.get("/file/bot123:abc/" + id).text()).isEqualTo("text");
		this.clock.advance(Duration.ofMinutes(61));
		assertThat(this.bot.get(address).status()).isEqualTo(404);
		assertThat(this.bot.get("/file/bot123:abc/" + id).text()).isEqualTo("text");
	}

	@Test
	void downloadsRequireTheTokenAndCanFail() {
		String id = id(this.bot.multipart("sendDocument", TO_SARA, Map.of("document", file("a.txt", "", "text"))));
		assertThat(this.bot.get("/file/bot123:wrong/" + id).status()).isEqualTo(403);
		assertThat(this.bot.get("/file/bot123:abc/nothing").json().path("error_code").intValue()).isEqualTo(404);
		assertThat(this.bot.get("/file/bot123:abc").status()).isEqualTo(404);
		assertThat(this.bot.post("/file/bot123:abc/" + id, "text/plain", "x").status()).isEqualTo(404);
		this.emulator.faults().inject("download", Fault.truncated().times(1));
		assertThat(this.bot.get("/file/bot123:abc/" + id).text()).isEqualTo("te");
		this.emulator.faults().inject("download", Fault.htmlError(502).times(1));
		assertThat(this.bot.get("/file/bot123:abc/" + id).status()).isEqualTo(502);
		assertThat(this.bot.getMethod("download").status()).isEqualTo(404);
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.file("nothing"));
	}

	@Test
	void malformedMultipartIsRefused() {
		Reply reply = this.bot.post("/bot123:abc/sendPhoto", "multipart/form-data", "no boundary");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).contains("multipart");
		Reply unfinished = this.bot.post("/bot123:abc/sendPhoto", "multipart/form-data; boundary=x",
				"--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a\"\r\n\r\nhalf");
		assertThat(unfinished.status()).isEqualTo(400);
	}

	private Upload file(String name, String type, String content) {
		return new Upload(name, type, content.getBytes(StandardCharsets.UTF_8));
	}

	private String id(Reply reply) {
		assertThat(reply.status()).as(reply.text()).isEqualTo(200);
		return MessageContent.fileId(reply.result());
	}

}
