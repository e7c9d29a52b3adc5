package io.github.balethon.emulator;

import java.util.List;

import io.github.balethon.emulator.http.LocalGuard;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalGuardTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").build();

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535", "[::1]", "[::1]:80" })
	void localHostsAreAccepted(String host) {
		assertThat(answer("/bot123:abc/getMe", "Host: " + host)).startsWith("HTTP/1.1 200 ");
		assertThat(answer("/", "Host: " + host)).startsWith("HTTP/1.1 200 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "192.168.1.5", "" })
	void otherHostsAreRefused(String host) {
		assertThat(answer("/bot123:abc/getMe", "Host: " + host)).startsWith("HTTP/1.1 403 ")
			.contains("\"error_code\":403")
			.contains("Host header");
		assertThat(answer("/emulator/chats", "Host: " + host)).startsWith("HTTP/1.1 403 ")
			.contains("{\"error\":")
			.contains("Host header");
		assertThat(answer("/", "Host: " + host)).startsWith("HTTP/1.1 403 ");
		assertThat(this.emulator.calls().all()).isEmpty();
	}

	@Test
	void malformedHostIsRefused() {
		assertThat(answer("/emulator/chats", "Host: localhost:80@evil.example")).startsWith("HTTP/1.1 400 ");
	}

	@Test
	void missingHostIsRefused() {
		assertThat(TestBot.rawAnswer(this.emulator, "GET / HTTP/1.0\r\n\r\n")).contains(" 403 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "http://evil.example:8080", "null", "http://localhost:9",
			"https://localhost:8080", "http://localhost.evil.example:8080" })
	void foreignOriginsAreRefused(String origin) {
		assertThat(answer("/emulator/chats", "Host: localhost:8080", "Origin: " + origin)).startsWith("HTTP/1.1 403 ")
			.contains("Origin header");
		assertThat(answer("/bot123:abc/getMe", "Host: localhost:8080", "Origin: " + origin))
			.startsWith("HTTP/1.1 403 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:8080" })
	void ownOriginIsAccepted(String origin) {
		assertThat(answer("/emulator/chats", "Host: localhost:8080", "Origin: " + origin)).startsWith("HTTP/1.1 200 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site", "anything" })
	void requestsOfForeignPagesAreRefused(String site) {
		for (String path : List.of("/bot123:abc/getMe", "/file/bot123:abc/x", "/emulator/chats", "/emulator/events",
				"/emulator/files/x", "/page/main.js", "/")) {
			assertThat(answer(path, "Host: localhost:8080", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: no-cors",
					"Sec-Fetch-Dest: image"))
				.as(path)
				.startsWith("HTTP/1.1 403 ")
				.contains("Sec-Fetch-Site");
		}
		assertThat(this.emulator.calls().all()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "same-origin", "none" })
	void requestsOfOwnPagesAndOfTheAddressBarAreAccepted(String site) {
		for (String path : List.of("/bot123:abc/getMe", "/emulator/chats", "/page/main.js", "/")) {
			assertThat(answer(path, "Host: localhost:8080", "Sec-Fetch-Site: " + site)).as(path)
				.startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void linksOfOtherPagesOpenOnlyTheChatPage() {
		String[] link = { "Host: localhost:8080", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate",
				"Sec-Fetch-Dest: document", "Accept: text/html" };
		assertThat(answer("/", link)).startsWith("HTTP/1.1 200 ").contains("<!DOCTYPE html>");
		assertThat(answer("/?from=docs", link)).startsWith("HTTP/1.1 200 ");
		assertThat(answer("/bot123:abc/getMe", link)).startsWith("HTTP/1.1 403 ");
		assertThat(answer("/emulator/chats", link)).startsWith("HTTP/1.1 403 ");
		link[3] = "Sec-Fetch-Dest: iframe";
		assertThat(answer("/", link)).startsWith("HTTP/1.1 403 ");
	}

	@ParameterizedTest
	@CsvSource({ "192.168.1.5:8081, true", "[fe80::1]:8081, true", "emulator:8081, true", "localhost, true",
			"host.docker.internal:8081, true", "evil.example, false", "internal.evil.example, false", "'', false" })
	void networkGuardAcceptsNamesThatNoForeignSiteCanHave(String host, boolean accepted) {
		DefaultHttpHeaders headers = new DefaultHttpHeaders();
		headers.set("Host", host);
		assertThat(LocalGuard.ofNetwork().refusal("/", headers) == null).isEqualTo(accepted);
		headers.set("Origin", "http://192.168.1.5:8081").set("Host", "192.168.1.5:8081");
		assertThat(LocalGuard.ofNetwork().refusal("/", headers)).isNull();
		headers.set("Origin", "http://evil.example:8081");
		assertThat(LocalGuard.ofNetwork().refusal("/", headers)).contains("Origin header");
	}

	@Test
	void foreignPageInTheNetworkIsRefused() {
		DefaultHttpHeaders headers = new DefaultHttpHeaders();
		headers.set("Host", "192.168.1.5:8081").set("Origin", "http://192.168.1.6:8081");
		assertThat(LocalGuard.ofNetwork().refusal("/", headers)).contains("Origin header");
	}

	private String answer(String path, String... headers) {
		return TestBot.rawAnswer(this.emulator,
				"GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n");
	}

}
