package io.github.balethon.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CrashLoadTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("1620384001:secret").build();

	private CrashLoad load;

	private Person person;

	@BeforeEach
	void start() {
		this.emulator.start();
		this.load = new CrashLoad(this.emulator, 1);
		this.person = this.load.person(5);
		this.person.write("1");
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void answerThatArrivesAfterACutWasNotedMayBeRepeated() throws Exception {
		CrashLoad.Disturbance cut = this.load.disturb("cut");
		answer("1");
		cut.end();
		answer("1");
		assertThat(this.load.check()).isOne();
	}

	@Test
	void disturbanceExplainsOneRepetition() throws Exception {
		answer("1");
		this.load.disturb("cut").end();
		answer("1");
		answer("1");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.load::check);
	}

	@Test
	void repetitionWithoutADisturbanceIsAFault() throws Exception {
		answer("1");
		answer("1");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.load::check);
	}

	private void answer(String text) throws Exception {
		URI uri = URI.create(this.emulator.baseUrl() + "/bot" + this.emulator.token() + "/sendMessage?chat_id="
				+ this.person.id() + "&text=" + text);
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.body()).contains("\"ok\":true");
	}

}
