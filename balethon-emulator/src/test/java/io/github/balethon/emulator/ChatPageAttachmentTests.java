package io.github.balethon.emulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Images, files and invoices on the chat page.
 */
class ChatPageAttachmentTests extends AbstractChatPageTests {

	/** An image of one pixel. */
	private static final byte[] PIXEL = Base64.getDecoder()
		.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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
		pay();
		JsonNode query = this.bot.nextUpdate().path("pre_checkout_query");
		assertThat(query.path("total_amount").intValue()).isEqualTo(5000);
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
		browser.untilText(SARA + ".successful_payment", "5,000");
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
		pay();
		browser.one(SARA + ".invoice button[aria-busy=true]");
		JsonNode query = this.bot.nextUpdate().path("pre_checkout_query");
		this.bot.call("answerPreCheckoutQuery",
				"{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":false,\"error_message\":\"<b>Sold out\"}");
		browser.untilText(SARA + ".invoice .outcome", "<b>Sold out");
		browser.untilText(".wallet .outcome", "<b>Sold out");
		browser.screenshot("payment-refused");
		assertThat(browser.seriousViolations()).isEmpty();
		browser.type(Keys.ESCAPE);
		browser.untilGone(SARA + ".invoice button[aria-busy=true]");
		browser.show(this.emulator);
		browser.untilText(SARA + ".invoice .outcome", "<b>Sold out");
		pay();
		query = this.bot.nextUpdate().path("pre_checkout_query");
		browser.one(SARA + ".invoice button[aria-busy=true]");
		browser.untilGone(SARA + ".invoice .outcome");
		this.clock.advance(Duration.ofSeconds(11));
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
		browser.untilText(".wallet .outcome", "did not answer");
		browser.type(Keys.ESCAPE);
		browser.untilText(SARA + ".invoice .outcome", "did not answer");
		pay();
		query = this.bot.nextUpdate().path("pre_checkout_query");
		this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
		browser.untilText(SARA + ".successful_payment", "5,000");
		browser.untilGone(SARA + ".invoice .outcome");
		browser.untilGone(SARA + ".invoice button[aria-busy=true]");
	}

	private void pay() {
		browser.click(SARA + ".invoice button");
		browser.untilText(".wallet .amount", "5,000");
		browser.click(".wallet .pay");
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
