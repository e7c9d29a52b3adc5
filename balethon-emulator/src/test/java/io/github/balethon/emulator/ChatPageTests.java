package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Actions of users on the chat page.
 */
class ChatPageTests extends AbstractChatPageTests {

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
			.containsExactly("https://example.ir/");
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
	void replyKeyboardSendsItsLabels() {
		this.bot.send(1001, "Well?",
				"{\"keyboard\":[[\"Yes\",{\"text\":\"No\"}],[{\"text\":\"Number\",\"request_contact\":true}]]}");
		browser.show(this.emulator);
		browser.untilText(SARA + ".keyboard", "No");
		browser.click(SARA + ".keyboard .row:last-child button");
		browser.one(".sheet input[name=phone]").sendKeys(Keys.ENTER);
		JsonNode contact = this.bot.nextUpdate().path("message").path("contact");
		assertThat(contact.path("user_id").longValue()).isEqualTo(1001);
		browser.click(SARA + ".keyboard .row:first-child button");
		assertThat(this.bot.nextUpdate().path("message").path("text").stringValue()).isEqualTo("Yes");
		browser.untilText(SARA + ".own .text", "Yes");
		this.bot.send(1001, "Thanks", "{\"remove_keyboard\":true}");
		browser.untilGone(SARA + ".keyboard");
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

}
