package io.github.balethon.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.NewMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The chat page with malformed and hostile messages, and with other pages.
 */
class ChatPageSecurityTests extends AbstractChatPageTests {

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

}
