package io.github.balethon.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mini apps on the chat page, with the emulator's script, and the panel for developers.
 */
class ChatPageSheetTests extends AbstractChatPageTests {

	private static final String APP = """
			<!DOCTYPE html><html lang='en'><head><title>Shop</title><script src='$/miniapp.js?3'></script></head>
			<body><h1 id='user'></h1><button id='pay'>Pay</button><button id='send'>Send</button><p id='status'></p><script>
			const app = window.Bale.WebApp;
			document.getElementById('user').textContent = app.initDataUnsafe.user.first_name;
			document.getElementById('status').textContent = app.initData;
			document.getElementById('send').onclick = () => app.sendData('order 7');
			document.getElementById('pay').onclick = () => app.openInvoice('LINK', (status) => {
				document.getElementById('status').textContent = status;
			});
			</script></body></html>""";

	@Test
	void miniAppHasSignedDataAndPaysAndSends() throws IOException {
		String link = this.bot
			.call("createInvoiceLink",
					"{\"title\":\"Book\",\"description\":\"A book\",\"payload\":\"x\","
							+ "\"provider_token\":\"WALLET-TEST-1111111111111111\","
							+ "\"prices\":[{\"label\":\"x\",\"amount\":1250000}]}")
			.result()
			.stringValue();
		HttpServer server = serve(APP.replace("$", this.emulator.baseUrl().toString()).replace("LINK", link));
		try {
			this.bot.send(1001, "Open", "{\"inline_keyboard\":[[{\"text\":\"Shop\",\"web_app\":{\"url\":"
					+ "\"http://127.0.0.1:" + server.getAddress().getPort() + "/app\"}}]]}");
			browser.show(this.emulator);
			browser.click(SARA + ".inline button");
			browser.driver().switchTo().frame(browser.one(".app iframe"));
			browser.untilText("#user", "Sara");
			assertThat(browser.one("#status").getText()).contains("hash=", "auth_date=");
			browser.click("#pay");
			browser.driver().switchTo().defaultContent();
			browser.untilText(".wallet .amount", "1,250,000");
			browser.screenshot("mini-app");
			browser.click(".wallet .pay");
			JsonNode query = this.bot.nextUpdate().path("pre_checkout_query");
			this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":" + query.path("id") + ",\"ok\":true}");
			browser.untilText(".wallet .outcome", "Paid");
			browser.click(".wallet header button");
			assertThat(this.bot.nextUpdate().path("message").has("successful_payment")).isTrue();
			browser.driver().switchTo().frame(browser.one(".app iframe"));
			browser.untilText("#status", "paid");
			browser.click("#send");
			browser.driver().switchTo().defaultContent();
			browser.untilGone(".app");
			assertThat(this.bot.nextUpdate().path("message").path("web_app_data").path("data").stringValue())
				.isEqualTo("order 7");
		}
		finally {
			browser.driver().switchTo().defaultContent();
			server.stop(0);
		}
	}

	@Test
	void emulatorIsNoMiniApp() {
		this.bot.send(1001, "Open", "{\"inline_keyboard\":[[{\"text\":\"Page\",\"web_app\":{\"url\":\""
				+ this.emulator.baseUrl() + "/\"}}]]}");
		browser.show(this.emulator);
		browser.click(SARA + ".inline button");
		browser.untilText(SARA + ".notice", "cannot be opened");
		assertThat(browser.is("iframe")).isFalse();
	}

	@Test
	void developersSeeUpdatesCallsAndHandlers() {
		browser.show(this.emulator);
		browser.click("#developer-button");
		browser.one("#developer");
		browser.until("the stream has the log", () -> this.emulator.watchers() == 1);
		browser.one("#connection[data-state=connected]");
		long updateId = this.emulator.person(1001, "Sara").write("hello");
		browser.untilText(".trace .update", "message " + updateId);
		this.bot.post("/emulator/handled", "application/json",
				"{\"update_id\":" + updateId + ",\"handler\":\"EchoBot#echo\",\"milliseconds\":3}");
		browser.untilText(".trace .handler", "EchoBot#echo");
		this.bot.call("sendMessage", "{\"chat_id\":5,\"text\":\"x\"}");
		browser.untilText(".trace .call.failed", "sendMessage 404");
		browser.driver().findElement(By.cssSelector(".trace .failed summary")).click();
		browser.untilText(".trace .failed pre", "no such group or user");
		browser.screenshot("developer");
		assertThat(browser.seriousViolations()).isEmpty();
	}

	@Test
	void developersInjectFaultsAndSwitchQuirks() {
		browser.show(this.emulator);
		browser.click("#developer-button");
		browser.click("[data-text=faultStatus]");
		browser.untilText(".active", "sendMessage");
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(502);
		browser.click(".switches summary");
		browser.until("the quirk is enabled", () -> {
			browser.driver().findElement(By.xpath("//label[code='wrong_token_401']/input")).click();
			return true;
		});
		browser.until("the token is refused with 401", () -> this.bot.get("/bot123:wrong/getMe").status() == 401);
		browser.click(".switch:has([data-text=cutLine]) input");
		browser.until("the line is cut", () -> this.emulator.network() == Network.BLACK_HOLE);
		browser.click(".switch:has([data-text=cutLine]) input");
		browser.until("the line is restored", () -> this.emulator.network() == Network.UP);
	}

	private static HttpServer serve(String html) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/app", (exchange) -> {
			exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
			exchange.sendResponseHeaders(200, 0);
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(html.getBytes(StandardCharsets.UTF_8));
			}
		});
		server.start();
		return server;
	}

}
