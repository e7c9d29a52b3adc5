package io.github.balethon.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.github.balethon.emulator.TestBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageFilesTests {

	private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").build();

	private final TestBot bot = new TestBot(this.emulator);

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void browsersGetThePage() {
		Reply page = page();
		assertThat(page.status()).isEqualTo(200);
		assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
		assertThat(header(page, "Vary")).isEqualTo("Accept");
		assertThat(page.text()).startsWith("<!DOCTYPE html>").doesNotContain("123:abc");
	}

	@Test
	void otherClientsGetTheText() {
		Reply text = this.bot.send(this.bot.request("/").header("Accept", "*/*")).join();
		assertThat(header(text, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
		assertThat(header(text, "Vary")).isEqualTo("Accept");
	}

	@Test
	void pageMayLoadOnlyItsOwnFiles() {
		Reply page = page();
		assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';")
			.contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
			.doesNotContain("unsafe");
		assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
		assertThat(page.text()).doesNotContain("http:", "https:", "<style", "style=");
	}

	@Test
	void allFilesAreServed() {
		String html = page().text();
		assertThat(Pattern.compile("(?:src|href)=\"(page/[^\"]+)\"").matcher(html).results()).hasSize(7)
			.map((MatchResult file) -> file.group(1))
			.allSatisfy((file) -> assertThat(this.bot.get("/" + file).status()).isEqualTo(200));
		assertThat(header(this.bot.get("/page/main.js"), "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
		assertThat(header(this.bot.get("/page/chat.css"), "Content-Type")).isEqualTo("text/css; charset=utf-8");
		assertThat(this.bot.get("/page/composer.js").status()).isEqualTo(200);
		assertThat(this.bot.get("/page/index.html").status()).isEqualTo(404);
		assertThat(this.bot.get("/page/../BaleEmulator.class").status()).isEqualTo(404);
	}

	@Test
	void allModulesAreServed() {
		Set<String> seen = new HashSet<>();
		Deque<String> waiting = new ArrayDeque<>(List.of("main.js"));
		while (!waiting.isEmpty()) {
			String file = waiting.pop();
			if (seen.add(file)) {
				Reply module = this.bot.get("/page/" + file);
				assertThat(module.status()).as(file).isEqualTo(200);
				Pattern.compile("from '\\./([\\w.]+)'")
					.matcher(module.text())
					.results()
					.forEach((imported) -> waiting.add(imported.group(1)));
			}
		}
		assertThat(seen).hasSizeGreaterThan(20);
	}

	@Test
	void scriptOfMiniAppsMayBeLoadedByOtherPages() {
		Reply script = this.bot
			.send(this.bot.request("/miniapp.js?3").header("Sec-Fetch-Site", "cross-site").header("Accept", "*/*"))
			.join();
		assertThat(script.status()).isEqualTo(200);
		assertThat(header(script, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
		assertThat(script.text()).contains("window.Bale");
		assertThat(
				this.bot.send(this.bot.request("/page/main.js").header("Sec-Fetch-Site", "cross-site")).join().status())
			.isEqualTo(403);
	}

	@Test
	void textsOfBothLanguagesHaveTheSameKeys() {
		assertThat(keys("/page/texts.fa.js")).isEqualTo(keys("/page/texts.en.js"));
	}

	private List<String> keys(String path) {
		return Pattern.compile("^\\t(\\w+):", Pattern.MULTILINE)
			.matcher(this.bot.get(path).text())
			.results()
			.map((key) -> key.group(1))
			.sorted()
			.toList();
	}

	@Test
	void otherHostNamesAreRefused() {
		String answer = TestBot.rawAnswer(this.emulator,
				"GET / HTTP/1.1\r\nHost: example.ir\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 403");
	}

	private Reply page() {
		return this.bot.send(this.bot.request("/").header("Accept", BROWSER)).join();
	}

	private String header(Reply reply, String name) {
		return reply.response().headers().firstValue(name).orElse("");
	}

}
