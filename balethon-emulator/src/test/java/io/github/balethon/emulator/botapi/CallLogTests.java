package io.github.balethon.emulator.botapi;

import java.time.Clock;
import java.time.Duration;

import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallLogTests {

	private final CallLog log = new CallLog(Clock.systemUTC());

	@Test
	void keepsTheNewestCallsInOrder() {
		for (int i = 0; i < 10_001; i++) {
			arrived("getMe", Json.object().put("i", i)).end();
		}
		assertThat(this.log.all()).hasSize(10_000);
		assertThat(this.log.all().get(0).parameters().path("i").intValue()).isOne();
		this.log.await("getMe", 10_001, Duration.ZERO);
	}

	@Test
	void countsCallsInFlight() {
		CallLog.OpenCall first = arrived("getMe", Json.object());
		arrived("sendMessage", Json.object());
		CallLog.OpenCall second = arrived("getMe", Json.object());
		first.end();
		first.end();
		assertThat(this.log.inFlight("getMe")).isOne();
		second.end();
		arrived("getMe", Json.object());
		assertThat(this.log.inFlight("getMe")).isOne();
		assertThat(this.log.maxInFlight("getMe")).isEqualTo(2);
		this.log.endAll();
		assertThat(this.log.inFlight("getMe")).isZero();
		assertThat(this.log.inFlight("sendMessage")).isZero();
	}

	@Test
	void awaitReportsTheNumberOfCalls() {
		arrived("getMe", Json.object());
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.log.await("getMe", 2, Duration.ofMillis(10)))
			.withMessageContaining("called getMe 1 times, not 2 times");
	}

	private CallLog.OpenCall arrived(String method, JsonNode parameters) {
		return this.log.arrived(this.log.call(method, parameters));
	}

}
