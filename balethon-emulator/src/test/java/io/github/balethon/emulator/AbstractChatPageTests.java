package io.github.balethon.emulator;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * Opens the chat page of a running emulator in a browser.
 */
@Tag("browser")
@Timeout(60)
abstract class AbstractChatPageTests {

	static final String SARA = "#pane-1001 ";

	static final String REZA = "#pane-1002 ";

	static Browser browser;

	final TestClock clock = new TestClock();

	final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(this.clock).build();

	final TestBot bot = new TestBot(this.emulator);

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

}
