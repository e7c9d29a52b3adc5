package io.github.balethon.emulator;

import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Groups, channels, the actions of messages and the history on the chat page.
 */
class ChatPageChatTests extends AbstractChatPageTests {

	@Test
	void groupsAreCreatedAndUsersWriteThere() {
		this.emulator.person(1002, "Reza");
		browser.show(this.emulator);
		browser.click("#chats");
		browser.one(".sheet");
		assertThat(browser.seriousViolations()).isEmpty();
		browser.driver().findElement(By.xpath("//dialog//button[.='New group']")).click();
		browser.one(".sheet input[name=title]").sendKeys("Family", Keys.ENTER);
		browser.until("the group is open", () -> browser.all(".pane[data-type=group]").size() == 1);
		String group = ".pane[data-type=group] ";
		browser.one(group + "textarea").sendKeys("hello all", Keys.ENTER);
		JsonNode message = this.bot.nextUpdate().path("message");
		assertThat(message.path("chat").path("title").stringValue()).isEqualTo("Family");
		assertThat(message.path("from").path("first_name").stringValue()).isEqualTo("Sara");
		new Select(browser.one(group + ".senders")).selectByVisibleText("Reza");
		browser.one(group + "textarea").sendKeys("me too", Keys.ENTER);
		assertThat(this.bot.nextUpdate().path("message").path("from").path("first_name").stringValue())
			.isEqualTo("Reza");
		browser.untilText(group + ".message:not(.own) .sender", "Sara");
		browser.screenshot("group");
		assertThat(browser.seriousViolations()).isEmpty();
		browser.click(group + "[data-label=chatMenu]");
		ChatPageSendingTests.menu("Members");
		browser.untilText(".members", "ble.ir/join/");
		browser.screenshot("members");
		browser.until("Reza leaves", () -> {
			browser.driver().findElement(By.xpath("//li[bdi='Reza']/button[.='Leave']")).click();
			return true;
		});
		assertThat(this.bot.nextUpdate().path("message").path("left_chat_member").path("first_name").stringValue())
			.isEqualTo("Reza");
	}

	@Test
	void channelsAreOpened() {
		this.emulator.channel("News", "news_demo");
		browser.show(this.emulator);
		browser.click("#chats");
		browser.until("the channel is chosen", () -> {
			browser.driver().findElement(By.xpath("//dialog//button[bdi='News']")).click();
			return true;
		});
		browser.one(".pane[data-type=channel]");
		this.bot.call("sendMessage", "{\"chat_id\":\"@news_demo\",\"text\":\"first post\"}");
		browser.untilText(".pane[data-type=channel] .text", "first post");
		browser.show(this.emulator);
		browser.untilText(".pane[data-type=channel] .text", "first post");
	}

	@Test
	void messagesAreForwardedPinnedAndDeleted() {
		this.emulator.person(1002, "Reza");
		this.bot.send(1001, "rules");
		browser.show(this.emulator);
		more("Pin");
		browser.untilText(SARA + ".pin-bar", "rules");
		assertThat(this.emulator.person(1001, "Sara").pinned()).hasSize(1);
		browser.one(SARA + "[data-id='1'] .pinned");
		more("Forward");
		browser.click(".sheet [data-chat='1002']");
		assertThat(this.bot.nextUpdate().path("message").path("forward_from").path("id").longValue()).isEqualTo(123);
		browser.untilText(REZA + ".forwarded", "Demo");
		browser.screenshot("forwarded");
		more("Delete for everyone");
		browser.untilGone(SARA + "[data-id='1']");
		browser.untilGone(SARA + ".pin-bar");
	}

	@Test
	void botIsBlockedUntilStart() {
		browser.show(this.emulator);
		browser.click(SARA + "[data-label=chatMenu]");
		ChatPageSendingTests.menu("Block Demo");
		browser.untilText(SARA + ".notice", "is blocked");
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(403);
		browser.write(1001, "/start");
		browser.untilText(SARA + ".own", "/start");
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(200);
	}

	@Test
	void olderMessagesAreLoadedOnScroll() {
		Person sara = this.emulator.person(1001, "Sara");
		for (int i = 1; i <= 3000; i++) {
			sara.write("message " + i);
		}
		browser.show(this.emulator);
		browser.untilText(SARA + "[data-id='3000']", "message 3000");
		assertThat(browser.all(SARA + ".message.own")).hasSize(200);
		scrollUp(() -> browser.is(SARA + "[data-id='2701']"));
		scrollUp(() -> browser.is(SARA + "[data-id='2601']"));
		assertThat(browser.all(SARA + ".day")).hasSize(1);
		// What is in view stays in its place, so that the new messages are above.
		assertThat((Number) browser.script("return document.querySelector('#pane-1001 .log').scrollTop"))
			.satisfies((top) -> assertThat(top.doubleValue()).isPositive());
		browser.click(SARA + ".down");
		browser.write(1001, "newest");
		browser.untilText(SARA + "[data-id='3001']", "newest");
	}

	@Test
	void thousandsOfMessagesArriveWhileThePageIsOpen() {
		Person sara = this.emulator.person(1001, "Sara");
		browser.show(this.emulator);
		for (int i = 1; i <= 2000; i++) {
			sara.write("message " + i);
		}
		browser.untilText(SARA + "[data-id='2000']", "message 2000");
		assertThat(browser.all(SARA + ".message.own")).hasSizeLessThanOrEqualTo(1000);
		browser.until("the chat is at its end",
				() -> (Boolean) browser.script("const log = document.querySelector('#pane-1001 .log');"
						+ "return log.scrollHeight - log.scrollTop - log.clientHeight < 2"));
		scrollUp(() -> browser.is(SARA + "[data-id='901']"));
	}

	@Test
	void mentionsOpenTheChatOfTheUser() {
		this.bot.send(1001, "Ask [Mina](uid:1007) or @reza_demo");
		this.emulator.person(1007, "Mina");
		browser.show(this.emulator);
		browser.until("the mention is shown", () -> browser.all(SARA + ".text .mention").size() == 2);
		browser.script("document.querySelectorAll('#pane-1001 .text .mention')[1].click()");
		assertThat(browser.one(SARA + "textarea").getAttribute("value")).isEqualTo("@reza_demo ");
		if (!browser.is("#pane-1007")) {
			browser.click(SARA + ".text .mention");
		}
		browser.one("#pane-1007");
	}

	@Test
	void reviewIsAnnounced() {
		browser.show(this.emulator);
		this.bot.call("askReview", "{\"user_id\":1001,\"delay_seconds\":0}");
		browser.untilText(SARA + ".notice", "asks for a review");
	}

	private void scrollUp(BooleanSupplier loaded) {
		browser.until("older messages are loaded", () -> {
			browser.script("document.querySelector('#pane-1001 .log').scrollTop = 0");
			return loaded.getAsBoolean();
		});
	}

	private void more(String label) {
		browser.click(SARA + "[data-id='1'] .bubble");
		browser.click(SARA + "[data-id='1'] .actions button:last-child");
		ChatPageSendingTests.menu(label);
	}

}
