package io.github.balethon.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Photos, files, voice messages, albums, locations, contacts and commands that users send
 * on the chat page.
 */
class ChatPageSendingTests extends AbstractChatPageTests {

	private static final byte[] PIXEL = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	@Test
	void photosAndFilesAreSentWithACaption(@TempDir Path folder) throws IOException {
		browser.show(this.emulator);
		choose(Files.write(folder.resolve("garden.png"), PIXEL));
		browser.untilText(SARA + ".tray", "garden.png");
		browser.write(1001, "my garden");
		JsonNode photo = nextMessage();
		assertThat(photo.path("photo").path(0).path("file_id").isString()).isTrue();
		assertThat(photo.path("caption").stringValue()).isEqualTo("my garden");
		browser.untilGone(SARA + ".tray");
		choose(Files.writeString(folder.resolve("list.csv"), "a,b"));
		browser.click(SARA + ".send");
		JsonNode document = nextMessage().path("document");
		assertThat(document.path("file_name").stringValue()).isEqualTo("list.csv");
		assertThat(this.emulator.file(document.path("file_id").stringValue())).asString().isEqualTo("a,b");
		browser.untilText(SARA + ".document .size", "3");
		browser.click(SARA + ".photo .enlarge");
		browser.one(".viewer img");
		browser.screenshot("viewer");
		assertThat(browser.seriousViolations()).isEmpty();
		browser.type(Keys.ESCAPE);
		browser.untilGone(".viewer");
	}

	@Test
	void severalPhotosAreAnAlbumAndCanBeRemoved(@TempDir Path folder) throws IOException {
		browser.show(this.emulator);
		for (String name : List.of("one.png", "two.png", "three.png")) {
			choose(Files.write(folder.resolve(name), PIXEL));
		}
		browser.untilText(SARA + ".tray", "three.png");
		browser.screenshot("tray");
		browser.click(SARA + ".tray li:nth-child(2) button");
		browser.until("two files are left", () -> browser.all(SARA + ".tray li").size() == 2);
		browser.click(SARA + ".send");
		JsonNode first = nextMessage();
		assertThat(first.path("media_group_id").isString()).isTrue();
		assertThat(nextMessage().path("media_group_id")).isEqualTo(first.path("media_group_id"));
		browser.until("both are shown", () -> browser.all(SARA + ".message.own .photo").size() == 2);
	}

	@Test
	void imagesArePastedAndFilesDropped() {
		browser.show(this.emulator);
		browser.one(SARA + "textarea");
		browser.script(transfer("new ClipboardEvent('paste', { clipboardData: data, bubbles: true })", "textarea"));
		browser.untilText(SARA + ".tray", "pasted.png");
		browser.script(transfer("new DragEvent('drop', { dataTransfer: data, bubbles: true })", ".log"));
		browser.until("both are there", () -> browser.all(SARA + ".tray li").size() == 2);
		browser.click(SARA + ".send");
		assertThat(nextMessage().has("photo")).isTrue();
		assertThat(nextMessage().has("photo")).isTrue();
	}

	@Test
	void voiceMessagesAreRecordedAndPlayed() {
		browser.show(this.emulator);
		browser.click(SARA + ".voice");
		browser.one(SARA + ".voice[aria-pressed=true]");
		browser.click(SARA + ".voice");
		JsonNode voice = nextMessage().path("voice");
		assertThat(voice.path("duration").intValue()).isPositive();
		assertThat(this.emulator.file(voice.path("file_id").stringValue())).isNotEmpty();
		browser.one(SARA + ".voice audio[controls]");
		browser.until("the recording is loaded", () -> (Boolean) browser
			.script("return document.querySelector('#pane-1001 .attachment.voice audio').readyState >= 1"));
	}

	@Test
	void locationsAndContactsAreSent() {
		browser.show(this.emulator);
		browser.click(SARA + "[data-label=attach]");
		browser.screenshot("attach-menu");
		assertThat(browser.seriousViolations()).isEmpty();
		menu("Location");
		browser.one(".sheet input[name=latitude]").sendKeys(Keys.ENTER);
		assertThat(nextMessage().path("location").path("latitude").doubleValue()).isEqualTo(35.6997);
		browser.click(SARA + "[data-label=attach]");
		menu("Contact");
		browser.one(".sheet input[name=name]").sendKeys("Office", Keys.ENTER);
		assertThat(nextMessage().path("contact").path("first_name").stringValue()).isEqualTo("Office");
		browser.untilText(SARA + ".contact", "Office");
		this.bot.send(1001, "Where?", "{\"keyboard\":[[{\"text\":\"Here\",\"request_location\":true}]]}");
		browser.click(SARA + ".keyboard button");
		browser.one(".sheet input[name=latitude]").sendKeys(Keys.ENTER);
		assertThat(nextMessage().has("location")).isTrue();
	}

	@Test
	void commandsAreSuggestedAndTapped() {
		this.bot.call("setMyCommands",
				"{\"commands\":[{\"command\":\"start\",\"description\":\"Starts\"},"
						+ "{\"command\":\"status\",\"description\":\"Shows the order\"},"
						+ "{\"command\":\"help\",\"description\":\"Shows help\"}]}");
		browser.show(this.emulator);
		browser.one(SARA + "textarea").sendKeys("/st");
		browser.until("two commands are shown", () -> browser.all(SARA + "[role=option]").size() == 2);
		browser.screenshot("commands");
		assertThat(browser.seriousViolations()).isEmpty();
		browser.type(Keys.ARROW_DOWN, Keys.ENTER);
		assertThat(nextMessage().path("text").stringValue()).isEqualTo("/status");
		browser.untilGone(SARA + "[role=listbox]");
		this.bot.send(1001, "Try /help, not a/b or http://x/y.");
		browser.click(SARA + ".message:not(.own) .command");
		assertThat(nextMessage().path("text").stringValue()).isEqualTo("/help");
		assertThat(browser.all(SARA + ".message:not(.own) .command")).hasSize(1);
		browser.click(SARA + "[data-label=commands]");
		browser.until("all commands are shown", () -> browser.all(SARA + "[role=option]").size() == 3);
		browser.type(Keys.ESCAPE);
		browser.untilGone(SARA + "[role=listbox]");
	}

	private JsonNode nextMessage() {
		return this.bot.nextUpdate().path("message");
	}

	private void choose(Path file) {
		browser.driver()
			.findElement(By.cssSelector(SARA + "input[type=file]"))
			.sendKeys(file.toAbsolutePath().toString());
	}

	static void menu(String label) {
		browser.until("the menu has " + label, () -> {
			browser.all(".menu [role=menuitem]")
				.stream()
				.filter((item) -> item.getText().replaceAll("[\u2068\u2069]", "").equals(label))
				.findFirst()
				.orElseThrow()
				.click();
			return true;
		});
	}

	private static String transfer(String event, String target) {
		return """
				const bytes = Uint8Array.from(atob('%s'), (char) => char.charCodeAt(0));
				const data = new DataTransfer();
				data.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
				document.querySelector('#pane-1001 %s').dispatchEvent(%s);
				""".formatted(Base64.getEncoder().encodeToString(PIXEL), target, event);
	}

}
