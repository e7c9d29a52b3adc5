package io.github.balethon.sample;

import java.time.Duration;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
@SpringBootTest(properties = { "bale.token=", "bale.emulator.port=0" })
class SampleApplicationTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Autowired
	private BaleEmulator emulator;

	@Autowired
	private Orders orders;

	private Person sara;

	@BeforeEach
	void meet() {
		this.sara = this.emulator.person("Sara");
	}

	@Test
	void startGreets() {
		this.sara.write("/start");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("سلام Sara");
	}

	@Test
	void anythingElseIsEchoed() {
		this.sara.write("سلام");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("سلام");
	}

	@ParameterizedTest
	@CsvSource({ "/reactive, Hello", "/blocking, Hello", "/task, Sum: 42" })
	void messageIsSentAndEdited(String command, String text) {
		this.sara.write(command);
		assertLastMessage(text);
	}

	@Test
	void buttonIsAnswered() {
		this.sara.write("/colour");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("Which one?");
		long pressed = System.nanoTime();
		this.sara.press("blue");
		assertLastMessage("You chose blue");
		assertThat(this.emulator.calls().of("answerCallbackQuery"))
			.filteredOn((call) -> call.arrivedNanos() - pressed > 0)
			.hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "/add 2 ۳, 5", "/add 2, /add <a> <b>", "#۱۲۰, چنین سفارشی نیست" })
	void argumentsAreTyped(String text, String answer) {
		this.sara.write(text);
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo(answer);
	}

	@Test
	void orderIsPlacedAndFound() {
		String order = buy("buy:1");
		assertThat(order).startsWith("شمارهٔ سفارش شما: ");
		this.sara.write("#" + order.substring(order.lastIndexOf(' ') + 1));
		assertThat(this.sara.awaitReply(LONG).text()).endsWith("در راه است");
	}

	@Test
	void whatIsSoldOutIsRefused() {
		assertThat(buy("buy:7")).isEqualTo("موجود نیست");
	}

	private String buy(String data) {
		this.sara.write("/shop");
		this.sara.awaitReply(LONG);
		this.sara.press(data);
		return this.sara.awaitReply(LONG).text();
	}

	@Test
	void orderIsPlacedOnceHoweverOftenItsUpdateIsHandled() {
		long number = this.orders.place("1:2:3", 7, 1);
		assertThat(this.orders.place("1:2:3", 7, 1)).isEqualTo(number);
		assertThat(this.orders.place("1:3:3", 7, 1)).isNotEqualTo(number);
	}

	private void assertLastMessage(String text) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(this.sara.chat()).extracting(ChatMessage::text).last().isEqualTo(text));
	}

}
