package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.UnreadableConversationEvent;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.Update;
import reactor.core.publisher.Mono;

import org.springframework.context.event.EventListener;

/**
 * Bots with conversations, for tests.
 */
final class ConversationBots {

	private ConversationBots() {
	}

	@BaleConversation(value = "signup", states = SignUpBot.Step.class)
	static class SignUpBot {

		@BaleCommand
		String signup(Conversation<SignUp> conversation) {
			conversation.moveTo(Step.NAME);
			return "name?";
		}

		@BaleText(state = "NAME")
		String name(String text, Conversation<SignUp> conversation) {
			conversation.moveTo(Step.AGE, new SignUp(text));
			return "age?";
		}

		@BaleText(state = "AGE", regex = "^\\d+$")
		String age(String text, Conversation<SignUp> conversation) {
			SignUp data = conversation.data();
			conversation.end();
			return data.name() + ", " + Integer.parseInt(text);
		}

		@BaleHandler(state = "AGE")
		String notANumber() {
			return "a number, please";
		}

		@BaleCommand
		String cancel(Conversation<?> conversation) {
			Step step = conversation.state(Step.class);
			conversation.end();
			return (step != null) ? "cancelled " + step : "nothing to cancel";
		}

		@BaleCommand
		String help(Conversation<SignUp> conversation) {
			return "in " + conversation.state();
		}

		@BaleHandler(fallback = true)
		String other() {
			return "?";
		}

		enum Step {

			NAME, AGE

		}

		record SignUp(String name) {

		}

	}

	@BaleConversation(value = "short", ttl = "5m")
	static class ShortBot {

		@BaleCommand("short")
		String shortQuestion(Conversation<String> conversation) {
			String before = conversation.state() + " " + conversation.data();
			conversation.moveTo("q");
			return before;
		}

		@BaleCommand
		void longer(Conversation<String> conversation) {
			conversation.moveTo("q");
			conversation.expireAfter(Duration.ofMinutes(90));
		}

		@BaleHandler(state = "q")
		void shortAnswer() {
		}

	}

	static class FailingBot {

		@BaleCommand
		void start(Conversation<List<Integer>> conversation) {
			conversation.moveTo("one", List.of(1));
		}

		@BaleCommand
		Mono<Void> later(Conversation<List<Integer>> conversation) {
			return Mono.fromRunnable(() -> conversation.moveTo("one", List.of(1)));
		}

		@BaleText(value = "fail", state = "one")
		void fail(Conversation<List<Integer>> conversation) {
			conversation.moveTo("two", List.of(2));
			throw new IllegalStateException("failed");
		}

		@BaleText(value = "recover", state = "one")
		void recover(Conversation<List<Integer>> conversation) {
			conversation.moveTo("two", List.of(2));
			throw new UnsupportedOperationException("recovered");
		}

		@BaleText(value = "mutate", state = "one")
		void mutate(Conversation<List<Integer>> conversation) {
			conversation.data().add(2);
			conversation.moveTo("two");
		}

		@BaleText(value = "pass", state = "one")
		BaleFlow pass(Conversation<List<Integer>> conversation) {
			conversation.data(List.of(7));
			return BaleFlow.next();
		}

		@BaleHandler(state = { "one", "two" })
		void next(Conversation<List<Integer>> conversation) {
			List<Integer> data = new ArrayList<>(conversation.data());
			data.add(8);
			conversation.data(data);
		}

		@BaleExceptionHandler
		void recovered(UnsupportedOperationException error, Conversation<List<Integer>> conversation) {
			conversation.data().add(3);
			conversation.moveTo("one");
		}

	}

	static class MapBot {

		@BaleCommand
		void map(Conversation<Map<String, Amount>> conversation) {
			conversation.moveTo("map", Map.of("a", new Amount(5)));
		}

		@BaleText(state = "map")
		String read(Conversation<Map<String, Amount>> conversation) {
			Amount amount = conversation.data().get("a");
			return amount.value() + " " + amount.isPositive();
		}

		record Amount(int value) implements Signed {

		}

		interface Signed {

			int value();

			default boolean isPositive() {
				return value() > 0;
			}

		}

	}

	@BaleConversation("misuse")
	static class MisuseBot {

		Conversation<String> leaked;

		@BaleCommand
		void unknown(Conversation<String> conversation) {
			conversation.moveTo("nowhere");
		}

		@BaleCommand
		void none(Conversation<String> conversation) {
			conversation.data("x");
		}

		@BaleCommand
		void large(Conversation<String> conversation) {
			conversation.moveTo("here", "x".repeat(300_000));
		}

		@BaleCommand
		void leak(Conversation<String> conversation) {
			this.leaked = conversation;
		}

		@BaleHandler
		void pay(PreCheckoutQuery query, Conversation<String> conversation) {
			conversation.moveTo("here");
		}

		@BaleHandler(state = "here")
		void here(Update update) {
		}

	}

	static class ForeignBot {

		@BaleCommand
		void foreign(Conversation<String> conversation) {
			conversation.moveTo("signup.AGE", "x");
		}

	}

	static class Listener {

		final List<UnreadableConversationEvent> events = new ArrayList<>();

		@EventListener
		void unreadable(UnreadableConversationEvent event) {
			this.events.add(event);
		}

	}

}
