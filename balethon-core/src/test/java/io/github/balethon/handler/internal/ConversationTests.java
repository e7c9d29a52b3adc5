package io.github.balethon.handler.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.handler.internal.ConversationBots.FailingBot;
import io.github.balethon.handler.internal.ConversationBots.ForeignBot;
import io.github.balethon.handler.internal.ConversationBots.Listener;
import io.github.balethon.handler.internal.ConversationBots.MapBot;
import io.github.balethon.handler.internal.ConversationBots.MisuseBot;
import io.github.balethon.handler.internal.ConversationBots.ShortBot;
import io.github.balethon.handler.internal.ConversationBots.SignUpBot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Conversations in handlers.
 */
class ConversationTests {

	private static final ConversationKey SARA = new ConversationKey(77, 1001, 1001);

	private static StoredConversation stored(BotFixture bot) {
		return bot.store().load(SARA, Updates.text("any"));
	}

	private static void store(BotFixture bot, String state, String json) {
		StoredConversation current = new StoredConversation(SARA, state, json.getBytes(), null,
				Instant.parse("2027-01-01T00:00:00Z"), null);
		bot.store().save(new ConversationChange(SARA, current, Updates.text("any")));
	}

	@Test
	void stateAndDataLastFromUpdateToUpdate() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			assertThat(bot.answers(Updates.text("hi"))).containsExactly("?");
			assertThat(bot.answers(Updates.text("/signup"))).containsExactly("name?");
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("age?");
			assertThat(bot.answers(Updates.text("many"))).containsExactly("a number, please");
			assertThat(bot.answers(Updates.text("/help"))).containsExactly("in AGE");
			assertThat(bot.answers(Updates.text("۳۰"))).containsExactly("Sara, 30");
			assertThat(bot.answers(Updates.text("hi"))).containsExactly("?");
			assertThat(bot.store().size()).isZero();
		}
	}

	@Test
	void cancelEndsTheConversationInEveryState() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			assertThat(bot.answers(Updates.text("/cancel"))).containsExactly("cancelled NAME");
			assertThat(bot.answers(Updates.text("/cancel"))).containsExactly("nothing to cancel");
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("?");
		}
	}

	@Test
	void failedHandlerLeavesTheConversationAsItWas() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			bot.handle(Updates.text("/start"));
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("fail")));
			assertThat(stored(bot).state()).isEqualTo("one");
			assertThat(new String(stored(bot).data())).isEqualTo("[1]");
		}
	}

	@Test
	void exceptionHandlerChangesTheConversationAnew() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			bot.handle(Updates.text("/start"));
			bot.handle(Updates.text("recover"));
			assertThat(stored(bot).state()).isEqualTo("one");
			assertThat(new String(stored(bot).data())).isEqualTo("[1,3]");
		}
	}

	@Test
	void nextHandlerOfTheUpdateSeesTheChange() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			bot.handle(Updates.text("/start"));
			assertThat(bot.handle(Updates.text("pass"))).hasSize(2);
			assertThat(new String(stored(bot).data())).isEqualTo("[7,8]");
		}
	}

	@Test
	void expiresWithoutAChange() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, ShortBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.pass(Duration.ofMinutes(59));
			bot.handle(Updates.text("Sara"));
			bot.pass(Duration.ofMinutes(59));
			assertThat(bot.handler(Updates.text("30"))).isEqualTo("age");
			bot.handle(Updates.text("/signup"));
			bot.pass(Duration.ofMinutes(60));
			assertThat(bot.handler(Updates.text("Sara"))).isEqualTo("other");
			bot.handle(Updates.text("/short"));
			bot.pass(Duration.ofMinutes(4));
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("shortAnswer");
			bot.pass(Duration.ofMinutes(2));
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("other");
		}
	}

	@Test
	void expiresAfterTheTimeOfTheHandler() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, ShortBot.class)) {
			bot.handle(Updates.text("/longer"));
			bot.pass(Duration.ofMinutes(89));
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("shortAnswer");
			bot.pass(Duration.ofMinutes(2));
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("other");
		}
	}

	@Test
	void dataOfAnotherGroupIsNeitherVisibleNorKept() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, ShortBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.handle(Updates.text("Sara"));
			assertThat(bot.answers(Updates.text("/short"))).containsExactly("signup.AGE null");
			assertThat(stored(bot).state()).isEqualTo("short.q");
			assertThat(stored(bot).data()).isNull();
		}
	}

	@Test
	void dataThatDoesNotFitEndsTheConversationWithAMessageAndAnEvent() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, Listener.class)) {
			store(bot, "signup.AGE", "{\"fullName\":\"Sara\"}");
			assertThat(bot.answers(Updates.text("30"))).singleElement().asString().contains("ربات به‌روز شده است");
			assertThat(bot.bean(Listener.class).events).singleElement().satisfies((event) -> {
				assertThat(event.getKey()).isEqualTo(SARA);
				assertThat(event.getState()).isEqualTo("signup.AGE");
				assertThat(event.getReason()).contains("SignUp").doesNotContain("Sara");
			});
			assertThat(bot.answers(Updates.text("30"))).containsExactly("?");
		}
	}

	@Test
	void textForUnreadableConversationsCanBeReplaced() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.messages().addMessage("bale.conversation.unreadable", Locale.forLanguageTag("fa"), "دوباره");
			store(bot, "signup.AGE", "[1]");
			assertThat(bot.answers(Updates.text("30"))).containsExactly("دوباره");
		}
	}

	@Test
	void removedStateEndsTheConversation() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, Listener.class)) {
			store(bot, "signup.ADDRESS", "{\"name\":\"Sara\"}");
			assertThat(bot.answers(Updates.text("Tehran"))).singleElement().asString().contains("به‌روز");
			assertThat(bot.bean(Listener.class).events).hasSize(1);
			assertThat(bot.answers(Updates.text("Tehran"))).containsExactly("?");
		}
	}

	@Test
	void commandIsHandledInARemovedState() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, Listener.class)) {
			store(bot, "signup.ADDRESS", "{\"name\":\"Sara\"}");
			assertThat(bot.answers(Updates.text("/signup"))).containsExactly("name?");
			assertThat(bot.bean(Listener.class).events).hasSize(1);
			assertThat(stored(bot).state()).isEqualTo("signup.NAME");
			store(bot, "signup.ADDRESS", "{\"name\":\"Sara\"}");
			bot.handle(Updates.text("/help"));
			assertThat(stored(bot)).isNull();
		}
	}

	@Test
	void mutableDataIsStoredWithTheNextMove() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			bot.handle(Updates.text("/start"));
			bot.handle(Updates.text("mutate"));
			assertThat(new String(stored(bot).data())).isEqualTo("[1,2]");
		}
	}

	@Test
	void valuesThatAGetterComputesAreNotStored() {
		try (BotFixture bot = BotFixture.of(MapBot.class)) {
			bot.handle(Updates.text("/map"));
			assertThat(bot.answers(Updates.text("x"))).containsExactly("5 true");
		}
	}

	@Test
	void asynchronousHandlerChangesTheConversation() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			bot.handle(Updates.text("/later"));
			assertThat(stored(bot).state()).isEqualTo("one");
		}
	}

	@Test
	void misuseIsAnError() {
		try (BotFixture bot = BotFixture.of(MisuseBot.class)) {
			assertThatIllegalArgumentException().isThrownBy(() -> bot.handle(Updates.text("/unknown")))
				.withMessageContaining("No handler has the state 'misuse.nowhere'")
				.withMessageContaining("[misuse.here]");
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("/none")))
				.withMessageContaining("There is no conversation");
			assertThatIllegalArgumentException().isThrownBy(() -> bot.handle(Updates.text("/large")))
				.withMessageContaining("as JSON");
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.preCheckout()))
				.withMessageContaining("cannot change a conversation");
			bot.handle(Updates.text("/leak"));
			assertThatIllegalStateException().isThrownBy(() -> bot.bean(MisuseBot.class).leaked.moveTo("here"))
				.withMessageContaining("The update is finished");
		}
	}

	@Test
	void conversationOfAnotherTypeIsAnError() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, ForeignBot.class)) {
			assertThatExceptionOfType(IllegalArgumentException.class)
				.isThrownBy(() -> bot.handle(Updates.text("/foreign")))
				.withMessageContaining("declare the parameter as Conversation<");
		}
	}

}
