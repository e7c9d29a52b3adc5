package io.github.balethon.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class StickerMethodsTests {

	private static final String SET = "cats_by_demo_bale_bot";

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").build();

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
	void stickerSetIsCreatedAndChanged() {
		Reply uploaded = this.bot.multipart("uploadStickerFile", Map.of("user_id", "1001"), Map.of("sticker", cat(1)));
		String first = uploaded.result().path("file_id").stringValue();
		Reply created = this.bot.multipart("createNewStickerSet",
				Map.of("user_id", "1001", "name", SET, "title", "Cats", "sticker",
						"[{\"sticker\":\"" + first
								+ "\",\"emoji_list\":[\"🐱\"]},{\"sticker\":\"attach://two\",\"emoji\":\"🐈\"}]"),
				Map.of("two", cat(2)));
		assertThat(created.status()).as(created.text()).isEqualTo(200);
		add(first);
		JsonNode set = set();
		assertThat(set.path("title").stringValue()).isEqualTo("Cats");
		assertThat(set.path("stickers")).hasSize(2);
		assertThat(set.path("stickers").get(0).path("emoji").stringValue()).isEqualTo("🐱");
		assertThat(set.path("stickers").get(1).path("set_name").stringValue()).isEqualTo(SET);
		this.bot.form("sendSticker", Map.of("chat_id", "1001", "sticker", first));
		assertThat(this.sara.awaitReply(TestBot.LONG).content().path("sticker").path("emoji").stringValue())
			.isEqualTo("🐱");
		assertThat(this.bot.call("deleteStickerToSet", "{\"sticker\":\"" + first + "\"}").status()).isEqualTo(200);
		assertThat(set().path("stickers")).hasSize(1);
		assertThat(this.bot.call("deleteStickerFromSet", "{\"sticker\":\"" + first + "\"}").status()).isEqualTo(400);
	}

	@Test
	void parameterMayBeNamedStickers() {
		String id = this.bot.multipart("uploadStickerFile", Map.of("user_id", "1001"), Map.of("sticker", cat(1)))
			.result()
			.path("file_id")
			.stringValue();
		Reply reply = this.bot.form("createNewStickerSet",
				Map.of("user_id", "1001", "name", SET, "title", "Cats", "stickers", "[{\"sticker\":\"" + id + "\"}]"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(this.bot
			.form("createNewStickerSet",
					Map.of("user_id", "1001", "name", SET, "title", "Cats", "sticker",
							"[{\"sticker\":\"" + id + "\"}]"))
			.description()).contains("occupied");
	}

	@ParameterizedTest
	@CsvSource({ "cats, Cats, name", "cats_by_other_bot, Cats, name", "1cats_by_demo_bale_bot, Cats, name",
			"ca__ts_by_demo_bale_bot, Cats, name", "گربه_by_demo_bale_bot, Cats, name",
			"cats_by_demo_bale_bot, '', title", "cats_by_demo_bale_bot, Cats, sticker" })
	void invalidStickerSetsAreRefused(String name, String title, String wrong) {
		Reply reply = this.bot.form("createNewStickerSet",
				Map.of("user_id", "1001", "name", name, "title", title, "sticker", "[]"));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).startsWith(wrong + ":");
	}

	@Test
	void uploadsAreRestrictedToStickerTypes() {
		Upload text = new Upload("cat.txt", "text/plain", new byte[] { 1 });
		assertThat(this.bot.multipart("uploadStickerFile", Map.of("user_id", "1001"), Map.of("sticker", text))
			.description()).contains(".webp");
		assertThat(this.bot.form("uploadStickerFile", Map.of("user_id", "1001", "sticker", "x")).description())
			.contains("uploaded");
		assertThat(this.bot.multipart("uploadStickerFile", Map.of("user_id", "5"), Map.of("sticker", cat(1))).status())
			.isEqualTo(404);
		assertThat(this.bot.form("getStickerSet", Map.of("name", "none")).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "attach://cat", "<attach://cat>", "cat" })
	void uploadMayBeReferenced(String reference) {
		assertThat(this.bot
			.multipart("uploadStickerFile", Map.of("user_id", "1001", "sticker", reference), Map.of("cat", cat(1)))
			.status()).isEqualTo(200);
		assertThat(this.bot
			.multipart("uploadStickerFile", Map.of("user_id", "1001", "sticker", reference), Map.of("other", cat(1)))
			.description()).contains("uploaded");
		Upload text = new Upload("cat.txt", "", new byte[] { 1 });
		assertThat(this.bot
			.multipart("uploadStickerFile", Map.of("user_id", "1001", "sticker", reference), Map.of("cat", text))
			.description()).contains(".webp");
		Group group = this.emulator.group("Family");
		group.promoteBot();
		assertThat(this.bot
			.multipart("setChatPhoto", Map.of("chat_id", Long.toString(group.id()), "photo", reference),
					Map.of("cat", cat(1)))
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "webm, video/webm, 400", "webp, image/webp, 200" })
	void setsOfVideosAreFullWithFifty(String extension, String type, int status) {
		Map<String, Upload> uploads = new LinkedHashMap<>();
		StringJoiner items = new StringJoiner(",", "[", "]");
		for (int i = 0; i < 50; i++) {
			uploads.put("s" + i, new Upload("cat" + i + "." + extension, type, new byte[] { (byte) i }));
			items.add("{\"sticker\":\"attach://s" + i + "\"}");
		}
		Map<String, String> created = Map.of("user_id", "1001", "name", SET, "title", "Cats", "sticker",
				items.toString());
		assertThat(this.bot.multipart("createNewStickerSet", created, uploads).status()).isEqualTo(200);
		Map<String, String> added = Map.of("user_id", "1001", "name", SET, "sticker", "{\"sticker\":\"attach://s0\"}");
		assertThat(this.bot.multipart("addStickerToSet", added, Map.of("s0", uploads.get("s0"))).status())
			.isEqualTo(status);
	}

	private void add(String sticker) {
		assertThat(this.bot
			.form("addStickerToSet", Map.of("user_id", "1001", "name", SET, "sticker",
					"{\"sticker\":\"" + sticker + "\",\"emoji_list\":[\"🐱\"]}"))
			.status()).isEqualTo(200);
	}

	private JsonNode set() {
		return this.bot.form("getStickerSet", Map.of("name", SET)).result();
	}

	private Upload cat(int number) {
		return new Upload("cat" + number + ".webp", "image/webp", new byte[] { (byte) number });
	}

}
