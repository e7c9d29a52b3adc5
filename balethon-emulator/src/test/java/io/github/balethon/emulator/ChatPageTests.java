package io.github.balethon.emulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpServer;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.NewMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Actions of users on the chat page.
 */
@Tag("browser")
@Timeout(60)
class ChatPageTests {

	private static final String SARA = "#pane-1001 ";

	private static final String REZA = "#pane-1002 ";

	/** An image of one pixel. */
	private static final byte[] PIXEL = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

	private static Browser browser;

	private final TestClock clock = new TestClock();

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(this.clock).build();

	private final TestBot bot = new TestBot(this.emulator);

	@BeforeAll
	static void openBrowser() {
		browser = Browser.openIfInstalled();
	}

	@AfterAll
	static void closeBrowser() {
		if (browser != null) {
			browser.close();
		}
	}

	@BeforeEach
	void start() {
		Browser.assumeInstalled();
		this.clock.advance(Duration.between(this.clock.instant(), Instant.now()));
		this.emulator.start();
		this.emulator.person(1001, "Sara");
		browser.size(1200, 900);
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void botReceivesMessagesAndReplies() {
		browser.show(this.emulator);
		browser.untilText("#bot-name", "Demo");
		browser.write(1001, "سلام");
		JsonNode message = this.bot.nextUpdate().path("message");
		assertThat(message.path("text").stringValue()).isEqualTo("سلام");
		this.bot.send(1001, "سلام سارا");
		browser.untilText(SARA + ".message.own .text", "سلام");
		browser.untilText(SARA + ".message:not(.own) .text", "سلام سارا");
		browser.untilText(SARA + ".day", "Today");
		assertThat(browser.is(SARA + "[role=log][aria-live=polite] time")).isTrue();
		assertThat(browser.one(SARA + "textarea").getAttribute("value")).isEmpty();
	}

	@Test
	void firstUserIsCreated() {
		BaleEmulator empty = BaleEmulator.builder().token("123:abc").build();
		empty.start();
		try (empty) {
			browser.show(empty);
			browser.click(SARA + ".empty button");
			browser.untilText(SARA + ".own", "/start");
			assertThat(empty.person(1001, "?").name()).isEqualTo("Sara");
			assertThat(browser.driver().getPageSource()).doesNotContain("123:abc");
		}
	}

	@Test
	void enterSendsAndShiftEnterInsertsALineBreak() {
		browser.show(this.emulator);
		browser.one(SARA + "textarea").sendKeys("one", Keys.chord(Keys.SHIFT, Keys.ENTER), "two", Keys.ENTER);
		assertThat(this.bot.nextUpdate().path("message").path("text").stringValue()).isEqualTo("one\ntwo");
	}

	@Test
	void editsAndDeletionsOfTheBotAreShown() {
		this.bot.send(1001, "first");
		this.bot.send(1001, "second");
		browser.show(this.emulator);
		browser.untilText(SARA + "[data-id='1'] .text", "first");
		this.bot.call("editMessageText", "{\"chat_id\":1001,\"message_id\":1,\"text\":\"changed\"}");
		browser.untilText(SARA + "[data-id='1'] .text", "changed");
		browser.untilText(SARA + "[data-id='1'] .edited", "edited");
		this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":2}");
		browser.untilGone(SARA + "[data-id='2']");
	}

	@Test
	void ownMessageIsEditedAndAMessageIsRepliedTo() {
		this.emulator.person(1001, "Sara").write("helo");
		this.bot.nextUpdate();
		this.bot.send(1001, "What is your name?");
		browser.show(this.emulator);
		browser.one(SARA + "textarea").sendKeys(Keys.ARROW_UP);
		browser.untilText(SARA + ".aim", "Edit message");
		browser.one(SARA + "textarea").sendKeys(Keys.chord(Keys.CONTROL, "a"), "hello", Keys.ENTER);
		assertThat(this.bot.nextUpdate().path("edited_message").path("text").stringValue()).isEqualTo("hello");
		browser.untilText(SARA + ".own .text", "hello");
		// As a touch, which cannot hover.
		browser.click(SARA + "[data-id='2'] .bubble");
		browser.click(SARA + "[data-id='2'] .actions button");
		browser.untilText(SARA + ".aim", "Reply to");
		browser.write(1001, "Sara");
		JsonNode answered = this.bot.nextUpdate().path("message").path("reply_to_message");
		assertThat(answered.path("text").stringValue()).isEqualTo("What is your name?");
		browser.untilText(SARA + ".own blockquote", "What is your name?");
		this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":2}");
		browser.untilText(SARA + "blockquote.gone", "Deleted message");
	}

	@Test
	void pageIsConnectedOnceItHasReceivedTheState() {
		this.bot.send(1001, "Hello");
		browser.latency(Duration.ofMillis(400));
		try {
			browser.show(this.emulator);
			assertThat(browser.all(SARA + ".text")).extracting(WebElement::getText).containsExactly("Hello");
			browser.one("#new-user-name").sendKeys("Reza", Keys.ENTER);
			browser.until("there are two panes", () -> browser.all(".pane").size() == 2);
		}
		finally {
			browser.latency(Duration.ZERO);
		}
	}

	@Test
	void typingIsShownUntilTheMessageArrives() {
		browser.show(this.emulator);
		this.bot.call("sendChatAction", "{\"chat_id\":\"1001\",\"action\":\"typing\"}");
		browser.one(SARA + ".typing");
		browser.untilText(SARA + ".state", "typing");
		this.bot.send(1001, "here");
		browser.untilGone(SARA + ".typing");
		this.bot.call("sendChatAction", "{\"chat_id\":\"1001\",\"action\":\"typing\"}");
		browser.one(SARA + ".typing");
		// After six seconds.
		browser.untilGone(SARA + ".typing");
	}

	@Test
	void pressedButtonIsBusyUntilTheAnswer() {
		this.bot.send(1001, "Choose",
				"{\"inline_keyboard\":[[{\"text\":\"Red\",\"callback_data\":\"red\"},{\"text\":\"Site\",\"url\":"
						+ "\"https://example.ir/\"}],[{\"text\":\"App\",\"web_app\":{\"url\":\"https://example.ir/app\"}},"
						+ "{\"text\":\"Bad\",\"url\":\"javascript:alert(1)\"},"
						+ "{\"text\":\"Code\",\"copy_text\":{\"text\":\"A-77\"}}]]}");
		browser.show(this.emulator);
		browser.untilText(SARA + ".inline", "Code");
		assertThat(browser.all(SARA + ".inline a")).extracting((link) -> link.getAttribute("href"))
			.containsExactly("https://example.ir/", "https://example.ir/app");
		assertThat(browser.is(SARA + ".inline [aria-disabled=true]")).isTrue();
		String red = SARA + ".inline .row:first-child button";
		browser.click(red);
		JsonNode query = this.bot.nextUpdate().path("callback_query");
		assertThat(query.path("data").stringValue()).isEqualTo("red");
		browser.one(red + "[aria-busy=true]");
		browser.show(this.emulator);
		browser.one(red + "[aria-busy=true]");
		this.bot.answer(query, "Noted", false);
		browser.untilText(SARA + ".notice", "Noted");
		browser.untilGone(red + "[aria-busy=true]");
		browser.click(red);
		this.bot.answer(this.bot.nextUpdate().path("callback_query"), "Really red?", true);
		browser.untilText("dialog[open]", "Really red?");
		browser.screenshot("alert");
		browser.type(Keys.ENTER);
		browser.untilGone("dialog[open]");
		browser.driver()
			.executeCdpCommand("Browser.grantPermissions",
					Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
		browser.click(SARA + ".inline .row:last-child button:last-child");
		browser.untilText(SARA + ".notice", "Copied");
	}

	@Test
	void attachmentsAreShownAndInvoicesPaid() {
		Person sara = this.emulator.person(1001, "Sara");
		sara.send(Attachment.photo(PIXEL).caption("garden"));
		sara.sendDocument("<b>list.txt", new byte[] { 1 });
		sara.sendLocation(35.7, 51.4);
		this.bot.call("sendContact", "{\"chat_id\":1001,\"phone_number\":\"021\",\"first_name\":\"Office\"}");
		this.bot.call("sendInvoice",
				"{\"chat_id\":1001,\"title\":\"Book\",\"description\":\"A book\","
						+ "\"payload\":\"x\",\"provider_token\":\"WALLET-TEST-1111111111111111\","
						+ "\"prices\":[{\"label\":\"x\",\"amount\":5000}]}");
		browser.show(this.emulator);
		browser.untilText(SARA + "[data-id='1'] .text", "garden");
		browser.until("the picture is loaded", () -> Long.valueOf(1)
			.equals(browser.script("return document.querySelector('.photo img').naturalWidth")));
		browser.untilText(SARA + ".document a", "<b>list.txt");
		browser.untilText(SARA + ".location", "35.7, 51.4");
		browser.untilText(SARA + ".contact", "021");
		this.bot.getMethod("getUpdates?offset=4");
		browser.click(SARA + ".invoice button");
		JsonNode query = this.bot.nextUpdate().path("pre_checkout_query");
		assertThat(query.path("total_amount").intValue()).isEqualTo(5000);
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
		browser.untilText(SARA + ".successful_payment", "5000");
		browser.screenshot("attachments");
	}

	@Test
	void pageStaysAtTheEndWhenAnImageLoads() throws IOException {
		Person sara = this.emulator.person(1001, "Sara");
		for (int i = 0; i < 40; i++) {
			this.bot.send(1001, "text");
		}
		sara.sendPhoto(picture());
		browser.show(this.emulator);
		untilPicturesAreLoaded(1);
		untilAtEnd();
		String id = sara.chat().get(40).fileId();
		this.bot.call("sendPhoto", "{\"chat_id\":1001,\"photo\":\"" + id + "\"}");
		sara.sendPhoto(picture());
		untilPicturesAreLoaded(3);
		untilAtEnd();
		// Older messages stay in view.
		browser.script("document.querySelector('#pane-1001 .log').scrollTop = 0");
		browser.one(SARA + ".down");
		this.bot.call("sendPhoto", "{\"chat_id\":1001,\"photo\":\"" + id + "\"}");
		browser.until("the new picture is there", () -> browser.all(".photo img").size() == 4);
		assertThat(browser.script("return document.querySelector('#pane-1001 .log').scrollTop")).isEqualTo(0L);
		browser.click(SARA + ".down");
		untilPicturesAreLoaded(4);
		untilAtEnd();
	}

	@Test
	void refusedAndExpiredPaymentsAreShown() {
		this.bot.call("sendInvoice",
				"{\"chat_id\":1001,\"title\":\"Book\",\"description\":\"A book\","
						+ "\"payload\":\"x\",\"provider_token\":\"WALLET-TEST-1111111111111111\","
						+ "\"prices\":[{\"label\":\"x\",\"amount\":5000}]}");
		browser.show(this.emulator);
		browser.click(SARA + ".invoice button");
		browser.one(SARA + ".invoice button[aria-busy=true]");
		JsonNode query = this.bot.nextUpdate().path("pre_checkout_query");
		this.bot.call("answerPreCheckoutQuery",
				"{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":false,\"error_message\":\"<b>Sold out\"}");
		browser.untilText(SARA + ".invoice .outcome", "<b>Sold out");
		browser.untilText(SARA + ".notice", "<b>Sold out");
		browser.screenshot("payment-refused");
		browser.untilGone(SARA + ".invoice button[aria-busy=true]");
		browser.show(this.emulator);
		browser.untilText(SARA + ".invoice .outcome", "<b>Sold out");
		browser.click(SARA + ".invoice button");
		query = this.bot.nextUpdate().path("pre_checkout_query");
		browser.one(SARA + ".invoice button[aria-busy=true]");
		browser.untilGone(SARA + ".invoice .outcome");
		this.clock.advance(Duration.ofSeconds(11));
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
		browser.untilText(SARA + ".invoice .outcome", "did not answer");
		browser.click(SARA + ".invoice button");
		query = this.bot.nextUpdate().path("pre_checkout_query");
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
		browser.untilText(SARA + ".successful_payment", "5000");
		browser.untilGone(SARA + ".invoice .outcome");
		browser.untilGone(SARA + ".invoice button[aria-busy=true]");
	}

	@Test
	void replyKeyboardSendsItsLabels() {
		this.bot.send(1001, "Well?",
				"{\"keyboard\":[[\"Yes\",{\"text\":\"No\"}],[{\"text\":\"Number\",\"request_contact\":true}]]}");
		browser.show(this.emulator);
		browser.untilText(SARA + ".keyboard", "No");
		browser.click(SARA + ".keyboard .row:last-child button");
		browser.untilText(SARA + ".notice", "cannot be sent");
		browser.click(SARA + ".keyboard .row:first-child button");
		assertThat(this.bot.nextUpdate().path("message").path("text").stringValue()).isEqualTo("Yes");
		browser.untilText(SARA + ".own .text", "Yes");
		this.bot.send(1001, "Thanks", "{\"remove_keyboard\":true}");
		browser.untilGone(SARA + ".keyboard");
	}

	@Test
	void malformedMessagesDoNotAffectOthers() {
		Chat chat = this.emulator.world().chats().privateChat(this.emulator.person(1001, "Sara").user());
		this.bot.send(1001, "before");
		for (String content : List.of("{\"photo\":[]}", "{\"contact\":null}", "{\"new_chat_members\":5}")) {
			chat.add(new NewMessage(true, 123, "Demo", (ObjectNode) Json.read(content), null, null), Instant.now());
		}
		for (String markup : List.of("{\"inline_keyboard\":[[null]]}",
				"{\"inline_keyboard\":[[{\"text\":\"a\"},null]]}", "{\"keyboard\":[[null,\"Yes\"]]}")) {
			chat.add(new NewMessage(true, 123, "Demo", MessageContent.text("keyboard"), 2L, Json.read(markup)),
					Instant.now());
		}
		this.bot.send(1001, "after", "{\"inline_keyboard\":[[{\"text\":\"Red\",\"url\":null,\"copy_text\":null,"
				+ "\"web_app\":null,\"callback_data\":\"red\"}]]}");
		browser.show(this.emulator);
		browser.untilText(SARA + "[data-id='1'] .text", "before");
		for (int id = 2; id <= 6; id++) {
			browser.untilText(SARA + "[data-id='" + id + "']", "cannot be displayed");
		}
		browser.untilText(SARA + "[data-id='8'] .text", "after");
		browser.untilText(SARA + ".keyboard", "cannot be displayed");
		chat.add(new NewMessage(true, 123, "Demo", MessageContent.text("live"), null,
				Json.read("{\"inline_keyboard\":[[null]]}")), Instant.now());
		browser.untilText(SARA + "[data-id='9']", "cannot be displayed");
		browser.write(1001, "and on");
		browser.untilText(SARA + ".own .text", "and on");
		browser.click("#language");
		browser.untilText(SARA + "[data-id='9']", "نمایش");
		browser.untilText(SARA + "[data-id='8'] .text", "after");
		this.bot.nextUpdate();
		browser.click(SARA + "[data-id='8'] .inline button");
		assertThat(this.bot.nextUpdate().path("callback_query").path("data").stringValue()).isEqualTo("red");
	}

	@Test
	void chatsAreShownSideBySide() {
		browser.show(this.emulator);
		browser.one("#new-user-name").sendKeys("رضا", Keys.ENTER);
		browser.until("there are two panes", () -> browser.all(".pane").size() == 2);
		WebElement second = browser.all(".pane").get(1);
		long id = Long.parseLong(second.getAttribute("id").substring("pane-".length()));
		browser.write(id, "from Reza");
		browser.write(1001, "from Sara");
		browser.untilText("#pane-" + id + " .own", "from Reza");
		browser.untilText(SARA + ".own", "from Sara");
		assertThat(browser.all(".message.own")).hasSize(2);
		browser.driver().navigate().refresh();
		browser.untilText("#pane-" + id + " .own", "from Reza");
		browser.size(420, 800);
		browser.untilGone("#pane-" + id);
		this.bot.send(id, "for Reza");
		browser.untilText("#tab-" + id + " .count", "1");
		browser.one("[role=tab][aria-selected=true]").sendKeys(Keys.ARROW_RIGHT);
		browser.untilText("#pane-" + id, "for Reza");
		browser.untilGone(SARA);
		browser.click("#pane-" + id + " .close");
		browser.untilGone("#pane-" + id);
		browser.untilText(SARA + ".own", "from Sara");
	}

	@Test
	void markdownIsRenderedAsInBale() {
		this.bot.send(1001, "*bold* and _italic_ but not 2*3*4 or a_b_c, [Bale](https://bale.ai), [Reza](uid:1002)\n"
				+ "```[More]hidden *text*```");
		browser.show(this.emulator);
		browser.untilText(SARA + ".text strong", "bold");
		browser.untilText(SARA + ".text em", "italic");
		assertThat(browser.all(SARA + ".text :is(strong, em)")).hasSize(3);
		WebElement link = browser.one(SARA + ".text a");
		assertThat(link.getAttribute("href")).isEqualTo("https://bale.ai/");
		assertThat(link.getAttribute("rel")).contains("noopener");
		browser.untilText(SARA + ".text .mention", "Reza");
		browser.click(SARA + ".text summary");
		browser.untilText(SARA + ".text details[open]", "hidden text");
	}

	@Test
	void foreignPagesHaveNoAccess() throws IOException {
		URI address = this.emulator.baseUrl();
		String html = ("<!DOCTYPE html><title>waiting</title><a href='$/'>chat</a>"
				+ "<img src='$/bot123:abc/sendMessage?chat_id=1001&amp;text=attack' onerror=\"document.title='failed'\" "
				+ "onload=\"document.title='loaded'\">")
			.replace("$", address.toString());
		HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		foreign.createContext("/", (exchange) -> {
			exchange.getResponseHeaders().add("Content-Type", "text/html");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(html.getBytes(StandardCharsets.UTF_8));
			}
		});
		foreign.start();
		try {
			// The first is of another site, the second of the same site as the emulator.
			for (String host : List.of("localhost", "127.0.0.1")) {
				browser.driver().get("http://" + host + ":" + foreign.getAddress().getPort() + "/");
				browser.until("the picture has failed", () -> "failed".equals(browser.driver().getTitle()));
				assertThat(this.emulator.person(1001, "Sara").chat()).isEmpty();
				assertThat(this.emulator.calls().all()).isEmpty();
				browser.click("a");
				browser.one("#connection[data-state=connected]");
			}
		}
		finally {
			foreign.stop(0);
		}
		browser.write(1001, "hello");
		browser.untilText(SARA + ".own", "hello");
	}

	@Test
	void messagesCannotRunScripts() {
		String attack = "<img src=x onerror=\"window.hit=1\"><script>window.hit=1</script> "
				+ "[click](javascript:window.hit=1) [data](data:text/html,x) *<b onclick=1>b</b>*";
		this.bot.send(1001, attack,
				"{\"inline_keyboard\":[[{\"text\":\"<img src=x onerror='window.hit=1'>\",\"callback_data\":\"x\"}]]}");
		this.emulator.person(1002, "<svg onload='window.hit=1'>").write("<b>x</b>");
		browser.show(this.emulator);
		browser.untilText(SARA + ".text", "<img src=x");
		browser.untilText(REZA + "h2", "<svg onload");
		assertThat(browser.all("main :is(img, script, b)")).isEmpty();
		assertThat(browser.all(".text a")).isEmpty();
		browser.untilText(SARA + ".text", "[click](javascript:window.hit=1)");
		assertThat(browser.script("return window.hit === undefined")).isEqualTo(true);
	}

	@Test
	void pageReconnectsToARestartedEmulator() {
		browser.show(this.emulator);
		browser.write(1001, "before");
		browser.untilText(SARA + ".own", "before");
		int port = this.emulator.baseUrl().getPort();
		this.emulator.close();
		browser.one("#connection[data-state=lost]");
		this.emulator.start();
		browser.one("#connection[data-state=connected]");
		this.bot.send(1001, "I am back");
		browser.untilText(SARA + ".log", "I am back");
		this.emulator.close();
		try (BaleEmulator other = BaleEmulator.builder().token("123:abc").port(port).build()) {
			other.start();
			browser.untilGone(SARA + ".message");
			browser.write(1001, "anew");
			browser.untilText(SARA + ".own", "anew");
			assertThat(other.person(1001, "?").chat()).extracting(ChatMessage::text).containsExactly("anew");
		}
	}

	@Test
	void pageIsUsableWithTheKeyboardOnly() {
		this.bot.send(1001, "Choose", "{\"inline_keyboard\":[[{\"text\":\"Red\",\"callback_data\":\"red\"}]]}");
		browser.show(this.emulator);
		browser.one(SARA + "textarea:focus");
		browser.script("document.activeElement.blur()");
		browser.tabTo(".skip");
		browser.type(Keys.ENTER);
		browser.one(SARA + "textarea:focus");
		browser.type("by keyboard", Keys.ENTER);
		assertThat(this.bot.nextUpdate().path("message").path("text").stringValue()).isEqualTo("by keyboard");
		browser.tabTo("#theme");
		assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle")).isEqualTo("solid");
		browser.type(Keys.SPACE);
		browser.one("#theme[aria-pressed=true]");
		browser.tabTo(".inline button");
		browser.type(Keys.ENTER);
		JsonNode query = this.bot.nextUpdate().path("callback_query");
		assertThat(query.path("data").stringValue()).isEqualTo("red");
		this.bot.answer(query, "", false);
		browser.untilGone("[aria-busy=true].inline button");
		browser.one(".inline button:focus");
	}

	private void untilPicturesAreLoaded(int count) {
		browser.until("pictures are loaded",
				() -> Long.valueOf(count)
					.equals(browser.script("return [...document.querySelectorAll('.photo img')]"
							+ ".filter((picture) => picture.clientHeight > 200).length")));
	}

	private void untilAtEnd() {
		browser.until("the chat is at its end",
				() -> browser.script("const log = document.querySelector('#pane-1001 .log');"
						+ "return log.scrollHeight - log.scrollTop - log.clientHeight < 2"));
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}

}
