package io.github.balethon.test.shop;

import java.util.List;

import io.github.balethon.test.BaleTest;
import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@BaleTest(SignupBot.class)
class TranscriptTests {

	@Autowired
	private BaleTester bale;

	@Test
	void signUp() {
		TestUser sara = this.bale.user("Sara");
		List.of("/signup", "سارا", "زیاد", "۳۰").forEach((text) -> sara.sends(text).awaitsIdle());
		this.bale.expectsTranscript("transcripts/sign-up.txt");
	}

	@Test
	void differenceIsShown() {
		this.bale.user("Sara").sends("/signup").awaitsIdle().sends("سارا");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.bale.expectsTranscript("transcripts/sign-up.txt"))
			.withMessageContaining("differs from src/test/resources/transcripts/sign-up.txt")
			.withMessageContaining("-Dbale.transcripts.update=true")
			.withMessageContaining("Expected:\nSara: /signup\n");
	}

}
