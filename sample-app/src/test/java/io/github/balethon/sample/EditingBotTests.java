package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class EditingBotTests {

	@Autowired
	private BaleTester bale;

	@ParameterizedTest
	@ValueSource(strings = { "/reactive", "/blocking" })
	void messageIsSentAndEdited(String command) {
		this.bale.user("Sara").sends(command).expectsReply("…").expectsEdited("Hello").expectsNothing();
	}

	@Test
	void messageIsEditedDuringTheTask() {
		this.bale.user("Sara").sends("/task").expectsReply("…").expectsEdited("Counting").expectsEdited("Sum: 42");
	}

}
