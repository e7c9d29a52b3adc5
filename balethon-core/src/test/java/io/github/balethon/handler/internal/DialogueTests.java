package io.github.balethon.handler.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.handler.internal.ConversationBots.Listener;
import io.github.balethon.handler.internal.DialogueBots.ArgumentBot;
import io.github.balethon.handler.internal.DialogueBots.ChangingBot;
import io.github.balethon.handler.internal.DialogueBots.ExceptionBot;
import io.github.balethon.handler.internal.DialogueBots.FailingBot;
import io.github.balethon.handler.internal.DialogueBots.LateBot;
import io.github.balethon.handler.internal.DialogueBots.MessageBot;
import io.github.balethon.handler.internal.DialogueBots.OverloadedBot;
import io.github.balethon.handler.internal.DialogueBots.PizzaBot;
import io.github.balethon.handler.internal.DialogueBots.ReactiveBot;
import io.github.balethon.handler.internal.DialogueBots.SignUpBot;
import io.github.balethon.handler.internal.DialogueBots.TypesBot;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Dialogues in handlers.
 */
class DialogueTests {

	private static final ConversationKey SARA = new ConversationKey(77, 1001, 1001);

	private static StoredConversation stored(BotFixture bot) {
		return bot.store().load(SARA, Updates.text("any"));
	}

	private static String button(BotFixture bot, int row) {
		SendMessage question = (SendMessage) bot.client().sent().get(bot.client().sent().size() - 1);
		InlineKeyboardMarkup keyboard = (InlineKeyboardMarkup) question.replyMarkup();
		return keyboard.inlineKeyboard().get(row).get(0).callbackData();
	}

	@Test
	void asksOneQuestionAfterTheOther() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			assertThat(bot.answers(Updates.text("/signup"))).containsExactly("welcome", "name?");
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("age?");
			assertThat(bot.answers(Updates.text("۳۰"))).containsExactly("plan?");
			assertThat(bot.answers(Updates.press(button(bot, 1)))).containsExactly("ordered",
					"Order[id=1, name=Sara, age=30, plan=PAID]");
			assertThat(bot.bean(SignUpBot.class).invocations).isEqualTo(4);
			assertThat(stored(bot)).isNull();
			assertThat(bot.answers(Updates.text("hi"))).containsExactly("?");
		}
	}

	@Test
	void invalidAnswerAsksAgainWithoutAChangeOfTheRecord() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.handle(Updates.text("Sara"));
			StoredConversation before = stored(bot);
			assertThat(bot.answers(Updates.text("many"))).containsExactly("a number, please");
			assertThat(bot.answers(Updates.text("-3"))).containsExactly("a number, please");
			assertThat(stored(bot)).isSameAs(before);
			assertThat(bot.answers(Updates.text("30"))).containsExactly("plan?");
			assertThat(bot.answers(Updates.text("none"))).singleElement().asString().contains("گزینه‌ها");
			assertThat(bot.answers(Updates.press(button(bot, 0)))).last().asString().contains("plan=FREE");
		}
	}

	@Test
	void optionCanBeWritten() {
		try (BotFixture bot = BotFixture.of(TypesBot.class)) {
			assertThat(bot.answers(Updates.text("/choice"))).containsExactly("which?");
			assertThat(bot.answers(Updates.text(" گزينهٔ ۲ "))).containsExactly("2!");
		}
	}

	@Test
	void commandsWorkInBetween() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			assertThat(bot.answers(Updates.text("/help"))).containsExactly("null");
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("age?");
			assertThat(bot.answers(Updates.text("/cancel"))).containsExactly("cancelled");
			assertThat(bot.answers(Updates.text("30"))).containsExactly("?");
		}
	}

	@Test
	void sameCommandRestarts() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.handle(Updates.text("Sara"));
			assertThat(bot.answers(Updates.text("/signup"))).containsExactly("welcome", "name?");
			assertThat(bot.answers(Updates.text("Ali"))).containsExactly("age?");
		}
	}

	@Test
	void stateReplacesTheDialogueWithoutItsRecord() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.handle(Updates.text("/move"));
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("other null");
		}
	}

	@Test
	void editsPhotosAndOtherButtonsAreNoAnswers() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			StoredConversation before = stored(bot);
			assertThat(bot.handle(Updates.edited("Sara"))).isEmpty();
			assertThat(bot.answers(Updates.with("\"photo\":[],\"caption\":\"Sara\""))).containsExactly("?");
			bot.handle(Updates.press("unrelated"));
			assertThat(stored(bot)).isSameAs(before);
		}
	}

	@Test
	void buttonOfAnotherQuestionIsAnsweredWithTheReason() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.handle(Updates.text("Sara"));
			bot.handle(Updates.text("30"));
			String button = button(bot, 0);
			bot.handle(Updates.press(button));
			assertOutdated(bot, button);
			bot.handle(Updates.text("/signup"));
			assertOutdated(bot, button);
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("age?");
		}
	}

	private static void assertOutdated(BotFixture bot, String button) {
		bot.client().sent().clear();
		bot.handle(Updates.press(button));
		assertThat(bot.client().sent()).singleElement()
			.isInstanceOfSatisfying(AnswerCallbackQuery.class, (answer) -> assertThat(answer.text()).contains("گذشته"));
	}

	@Test
	void answersAreConvertedLikeArguments() {
		try (BotFixture bot = BotFixture.of(TypesBot.class)) {
			bot.handle(Updates.text("/phone"));
			assertThat(bot.answers(Updates.text("12"))).singleElement().asString().contains("شمارهٔ همراه نیست");
			assertThat(bot.answers(Updates.text("۰۹۱۲۱۲۳۴۵۶۷"))).containsExactly("count?");
			assertThat(bot.answers(Updates.text("x"))).singleElement().asString().contains("معتبر نیست");
			assertThat(bot.answers(Updates.text("۱۲"))).singleElement().asString().endsWith(" 12");
		}
	}

	@Test
	void resultsOfActionsKeepTheirTypes() {
		try (BotFixture bot = BotFixture.of(TypesBot.class)) {
			bot.handle(Updates.text("/results now"));
			assertThat(bot.client().sent()).last()
				.isInstanceOfSatisfying(SendMessage.class,
						(question) -> assertThat(question.replyMarkup()).isInstanceOf(ReplyKeyboardMarkup.class));
			assertThat(bot.answers(Updates.text("yes"))).containsExactly("SaranullPAID/results now");
		}
	}

	@Test
	void resultWithoutAKnownTypeIsAnError() {
		try (BotFixture bot = BotFixture.of(TypesBot.class)) {
			assertThatIllegalArgumentException().isThrownBy(() -> bot.handle(Updates.text("/generic")))
				.withMessageContaining("ParameterizedTypeReference");
		}
	}

	@Test
	void actionThatUsesTheDialogueIsAnError() {
		try (BotFixture bot = BotFixture.of(TypesBot.class)) {
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("/nested")))
				.withMessageContaining("once(\"outer\")");
		}
	}

	@Test
	void dialogueExpiresLikeAnyConversation() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, TypesBot.class)) {
			bot.handle(Updates.text("/loop"));
			bot.pass(Duration.ofMinutes(4));
			assertThat(bot.answers(Updates.text("x"))).containsExactly("again?");
			bot.pass(Duration.ofMinutes(6));
			assertThat(bot.answers(Updates.text("x"))).containsExactly("?");
		}
	}

	private static List<String> replyToTimeout(BotFixture bot) {
		return bot.dueTimeouts().stream().flatMap((timeout) -> bot.answers(timeout).stream()).toList();
	}

	@Test
	void unansweredQuestionEndsTheDialogue() {
		try (BotFixture bot = BotFixture.of(PizzaBot.class)) {
			bot.handle(Updates.text("/pizza"));
			bot.pass(Duration.ofMinutes(9));
			assertThat(replyToTimeout(bot)).isEmpty();
			bot.pass(Duration.ofMinutes(1));
			assertThat(replyToTimeout(bot)).singleElement().asString().contains("مهلت پاسخ تمام شد");
			assertThat(stored(bot)).isNull();
			assertThat(bot.answers(Updates.text("large"))).containsExactly("?");
		}
	}

	@Test
	void answerReplacesTheTimeoutOfItsQuestion() {
		try (BotFixture bot = BotFixture.of(PizzaBot.class)) {
			bot.handle(Updates.text("/pizza"));
			bot.pass(Duration.ofMinutes(10));
			Update late = bot.dueTimeouts().get(0);
			bot.handle(Updates.text("large"));
			assertThat(bot.answers(late)).isEmpty();
			assertThat(bot.answers(Updates.text("cheese"))).containsExactly("large with cheese");
		}
	}

	@Test
	void handlerCatchesTheTimeoutAndAsksAnotherQuestion() {
		try (BotFixture bot = BotFixture.of(PizzaBot.class)) {
			bot.handle(Updates.text("/pizza"));
			bot.handle(Updates.text("large"));
			bot.pass(Duration.ofMinutes(6));
			bot.handle(Updates.text("ham"));
			bot.pass(Duration.ofMinutes(4));
			assertThat(replyToTimeout(bot)).containsExactly("no topping, Sara", "where?");
			assertThat(bot.answers(Updates.text("home"))).containsExactly("large to home");
			assertThat(stored(bot)).isNull();
		}
	}

	@Test
	void exceptionHandlerRepliesToATimeoutOfADialogueThatHasEnded() {
		try (BotFixture bot = BotFixture.of(LateBot.class)) {
			bot.handle(Updates.text("/pizza"));
			bot.pass(Duration.ofMinutes(10));
			assertThat(replyToTimeout(bot))
				.containsExactly("Step 1 of the dialogue 'dialogue:LateBot#pizza' was not answered in time null");
			assertThat(stored(bot)).isNull();
		}
	}

	@Test
	void impossibleTimeoutIsAnError() {
		try (BotFixture bot = BotFixture.of(PizzaBot.class)) {
			assertThatIllegalArgumentException().isThrownBy(() -> bot.handle(Updates.text("/impatient")))
				.withMessageContaining("must be positive");
			assertThatIllegalArgumentException().isThrownBy(() -> bot.handle(Updates.text("/patient")))
				.withMessageContaining("time to live of the conversation, which is PT1H");
		}
	}

	@Test
	void failedHandlerLeavesTheDialogueAsItWas() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			bot.handle(Updates.text("/start"));
			StoredConversation before = stored(bot);
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("1")));
			assertThat(stored(bot)).isSameAs(before);
			bot.bean(FailingBot.class).failing = false;
			assertThat(bot.answers(Updates.text("1"))).containsExactly("two?");
			assertThat(bot.bean(FailingBot.class).once).isEqualTo(2);
		}
	}

	@Test
	void handlerDoesNotEndTheDialogueByCatchingItsSignal() {
		try (BotFixture bot = BotFixture.of(FailingBot.class)) {
			assertThat(bot.answers(Updates.text("/catching"))).containsExactly("caught?");
			assertThat(bot.answers(Updates.text("yes"))).containsExactly("yes");
			assertThat(bot.answers(Updates.text("/swallowing"))).containsExactly("swallowed?");
			assertThat(bot.answers(Updates.text("yes"))).containsExactly("yes");
		}
	}

	@Test
	void redeliveredUpdateReplaysTheSame() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class)) {
			bot.handle(Updates.text("/signup"));
			bot.handle(Updates.text("Sara"));
			StoredConversation before = stored(bot);
			bot.handle(Updates.text("30"));
			String button = button(bot, 1);
			bot.store().save(new ConversationChange(SARA, before, Updates.text("30")));
			assertThat(bot.answers(Updates.text("30"))).containsExactly("plan?");
			assertThat(button(bot, 1)).isEqualTo(button);
			assertThat(bot.answers(Updates.press(button))).last().asString().contains("plan=PAID");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 5 })
	void changedHandlerEndsTheDialogueWithAMessageAndAnEvent(int version) {
		try (BotFixture bot = BotFixture.of(ChangingBot.class, Listener.class)) {
			ChangingBot.version = 0;
			bot.handle(Updates.text("/start"));
			bot.handle(Updates.text("Sara"));
			ChangingBot.version = version;
			assertThat(bot.answers(Updates.text("30"))).singleElement().asString().contains("به‌روز شده است");
			assertThat(bot.bean(Listener.class).events).singleElement().satisfies((event) -> {
				assertThat(event.getState()).isEqualTo("dialogue:ChangingBot#start");
				assertThat(event.getReason()).contains("ChangingBot#start").doesNotContain("Sara");
			});
			assertThat(stored(bot)).isNull();
			assertThat(bot.answers(Updates.text("30"))).containsExactly("?");
		}
		finally {
			ChangingBot.version = 0;
		}
	}

	@Test
	void answerIsConvertedToTheTypeOfTheNewVersion() {
		try (BotFixture bot = BotFixture.of(ChangingBot.class)) {
			ChangingBot.version = 0;
			bot.handle(Updates.text("/start"));
			bot.handle(Updates.text("Sara"));
			ChangingBot.version = 4;
			assertThat(bot.answers(Updates.text("30"))).containsExactly("30");
		}
		finally {
			ChangingBot.version = 0;
		}
	}

	@Test
	void unreadableRecordAndRemovedHandlerEndTheDialogue() {
		try (BotFixture bot = BotFixture.of(SignUpBot.class, Listener.class)) {
			store(bot, "dialogue:SignUpBot#signup", "{}");
			assertThat(bot.answers(Updates.text("Sara"))).singleElement().asString().contains("به‌روز شده است");
			store(bot, "dialogue:SignUpBot#removed", "{}");
			assertThat(bot.answers(Updates.text("Sara"))).singleElement().asString().contains("به‌روز شده است");
			assertThat(bot.bean(Listener.class).events).hasSize(2);
			assertThat(bot.answers(Updates.text("Sara"))).containsExactly("?");
		}
	}

	private static void store(BotFixture bot, String state, String json) {
		bot.store()
			.save(new ConversationChange(SARA, new StoredConversation(SARA, state, json.getBytes(), null,
					Instant.parse("2027-01-01T00:00:00Z"), null), Updates.text("any")));
	}

	@Test
	void recordIsBounded() {
		try (BotFixture bot = BotFixture.of(TypesBot.class)) {
			bot.handle(Updates.text("/loop"));
			assertThatIllegalArgumentException().isThrownBy(() -> bot.handle(Updates.text("x".repeat(300_000))))
				.withMessageContaining("The maximum is 262144");
		}
	}

	@Test
	void impossibleHandlersFailTheStart() {
		BotFixture.assertInvalid(ReactiveBot.class, "its result is asynchronous", "Use states");
		BotFixture.assertInvalid(MessageBot.class, "the parameter 2 of type Message", "firstText()");
		BotFixture.assertInvalid(ArgumentBot.class, "the parameter 2 of type String", "firstText()");
		BotFixture.assertInvalid(OverloadedBot.class, "dialogues with the same name", "Rename");
		BotFixture.assertInvalid(ExceptionBot.class, "unsupported Dialogue parameter", "Remove the parameter");
	}

}
