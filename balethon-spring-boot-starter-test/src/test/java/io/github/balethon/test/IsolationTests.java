package io.github.balethon.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.autoconfigure.BaleConnectionDetails;
import io.github.balethon.autoconfigure.BaleProperties;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Fault;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No test reaches a real bot, and tests do not see each other.
 */
class IsolationTests {

	@Test
	void virtualClockRunsAndIsAdvanced() {
		Instant now = Instant.parse("2026-11-28T09:00:00Z");
		VirtualClock clock = new VirtualClock(Clock.fixed(now, ZoneOffset.UTC));
		Clock inTehran = clock.withZone(ZoneId.of("Asia/Tehran"));
		clock.advance(Duration.ofMinutes(31));
		assertThat(clock.instant()).isEqualTo(now.plusSeconds(1860)).isEqualTo(inTehran.instant());
	}

	/**
	 * Without the annotation.
	 */
	@Nested
	@SpringBootTest(classes = Application.class)
	class PlainTests {

		@Test
		void nothingIsPolledAndNothingIsSentToBale(@Autowired BaleProperties properties,
				@Autowired BaleConnectionDetails connection, @Autowired ObjectProvider<BaleTester> tester) {
			assertThat(properties.transport()).isEqualTo(BaleProperties.Transport.NONE);
			assertThat(connection.isEmulator()).isTrue();
			assertThat(tester.getIfAvailable()).isNull();
		}

	}

	/**
	 * With a configuration that leads to a real bot.
	 */
	@Nested
	@SpringBootTest(classes = Application.class,
			properties = { "bale.token=5:real", "bale.base-url=http://127.0.0.1:1", "bale.transport=none" })
	@AutoConfigureBaleEmulator
	@Import(RealBot.class)
	class ReplacementTests {

		@Test
		void addressAndTokenAreReplaced(@Autowired BaleConnectionDetails connection, @Autowired BaleEmulator emulator,
				@Autowired BaleClient client) {
			assertThat(connection.baseUrl()).isEqualTo(emulator.baseUrl());
			assertThat(connection.token()).isEqualTo(BotToken.of(emulator.token()));
			assertThat(client.getMe().block(Duration.ofSeconds(10)).isBot()).isTrue();
		}

		@Test
		void updatesArePolled(@Autowired BaleTester bale) {
			bale.user("Sara").sends("hello").expectsNothing();
			assertThat(bale.transcript()).isEqualTo("Sara: hello\n  no handler\n");
		}

	}

	/**
	 * One instance of the test class for all methods.
	 */
	@Nested
	@SpringBootTest(classes = Application.class)
	@AutoConfigureBaleEmulator
	@TestInstance(TestInstance.Lifecycle.PER_CLASS)
	@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
	class SequenceTests {

		@Autowired
		private BaleTester bale;

		private long firstSara;

		@Test
		@Order(1)
		void firstTestLeavesChatsAndFaults() {
			this.firstSara = this.bale.user("Sara").sends("hello").person().id();
			this.bale.emulator().faults().inject("sendMessage", Fault.status(502));
			assertThat(this.bale.transcript()).isNotEmpty();
		}

		@Test
		@Order(2)
		void secondTestStartsWithoutThem() {
			assertThat(this.bale.transcript()).isEmpty();
			assertThat(this.bale.emulator().calls().of("sendMessage")).isEmpty();
			assertThat(this.bale.user("Sara").person().id()).isNotEqualTo(this.firstSara);
			assertThat(this.bale.user("Sara")).isSameAs(this.bale.user("Sara"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@BaleCommand
		String start() {
			return "hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RealBot {

		@Bean
		BaleConnectionDetails vault() {
			throw new IllegalStateException("A test must not read the real token.");
		}

	}

}
