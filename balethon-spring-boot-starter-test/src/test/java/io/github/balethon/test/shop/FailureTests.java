package io.github.balethon.test.shop;

import io.github.balethon.test.AutoConfigureBaleEmulator;
import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a failed expectation shows.
 */
@SpringBootTest
@AutoConfigureBaleEmulator
@Timeout(60)
class FailureTests {

	@Autowired
	private BaleTester bale;

	@Test
	void wrongReplyIsShownWithTheConversation() {
		TestUser sara = this.bale.user("Sara").sends("/start");
		assertFailure(() -> sara.expectsReply("سلام")).isEqualTo("""
				Expected the reply 'سلام', but the reply is 'سلام Sara'.

				The conversation so far, in seconds:
				   #  Sara: /start
				   #    ShopBot#start
				   #  Bot: سلام Sara
				              [خرید]
				""");
	}

	@Test
	void missingReplyIsNoticedAsSoonAsTheBotIsIdle() {
		TestUser sara = this.bale.user("Sara").sends("what?");
		assertFailure(() -> sara.expectsReply("سلام")).isEqualTo("""
				Expected the reply 'سلام', but the bot is idle without one.

				The conversation so far, in seconds:
				   #  Sara: what?
				   #    no handler
				""");
	}

	@Test
	void exceptionOfAHandlerIsShown() {
		TestUser sara = this.bale.user("Sara").sends("/broken");
		assertFailure(() -> sara.expectsReply("done"))
			.contains("ShopBot#broken failed: java.lang.IllegalStateException: no ink");
	}

	@Test
	void furtherReplyIsShown() {
		TestUser sara = this.bale.user("Sara").sends("/start");
		assertFailure(sara::expectsNothing)
			.startsWith("Expected nothing from the bot, but there is a further reply: 'سلام Sara'.");
	}

	@Test
	void missingButtonIsShown() {
		TestUser sara = this.bale.user("Sara").sends("/start");
		assertFailure(() -> sara.presses("فروش"))
			.startsWith("No message of the bot has a button 'فروش' that can be pressed.")
			.contains("[خرید]");
	}

	@Test
	void otherHandlerIsShown() {
		TestUser sara = this.bale.user("Sara").sends("/start");
		assertFailure(() -> sara.expectsHandledBy("ShopBot#buy"))
			.startsWith("Expected the handler ShopBot#buy, but the invoked ones are [ShopBot#start].");
		sara.sends("what?");
		assertFailure(() -> sara.expectsHandledBy("ShopBot#buy"))
			.startsWith("Expected the handler ShopBot#buy, but the invoked ones are [no handler].");
	}

	@Test
	void requirementThatIsNotMetIsShown() {
		TestUser sara = this.bale.user("Sara").sends("/start");
		assertFailure(() -> sara.expectsReply((reply) -> assertThat(reply.kind()).isEqualTo("photo")))
			.startsWith("The reply does not meet the requirements:")
			.contains("Sara: /start");
	}

	@Test
	void severalChatsAreShownInTheirOrder() {
		TestUser sara = this.bale.user("Sara").sends("/start").expectsReply("سلام Sara");
		this.bale.user("Mina").joins(this.bale.group("Readers", sara)).expectsReply("خوش آمدید Mina");
		assertFailure(() -> sara.expectsReply("?")).endsWith("""
				   #  Sara: /start
				   #    ShopBot#start
				   #  Bot to Sara: سلام Sara
				              [خرید]
				   #  Mina: [new_chat_members] (in Readers)
				   #    ShopBot#welcome
				   #  Bot to Readers: خوش آمدید Mina
				""");
	}

	private static AbstractStringAssert<?> assertFailure(ThrowingCallable expectation) {
		AssertionError failure = catchThrowableOfType(AssertionError.class, expectation);
		assertThat(failure).isNotNull();
		return assertThat(failure.getMessage().replaceAll("(?m)^ +\\d+\\.\\d{3}", "   #"));
	}

}
