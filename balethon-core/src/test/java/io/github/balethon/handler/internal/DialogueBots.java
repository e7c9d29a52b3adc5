package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.DialogueTimeoutException;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.User;
import io.github.balethon.value.MobileNumber;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Bots with dialogues, for tests.
 */
final class DialogueBots {

	private DialogueBots() {
	}

	static class SignUpBot {

		final AtomicInteger orders = new AtomicInteger();

		int invocations;

		@BaleCommand
		String signup(Dialogue talk, User user) {
			this.invocations++;
			talk.say("welcome");
			String name = talk.ask("name?");
			int age = talk.ask("age?", Integer.class, (a) -> a > 0, "a number, please");
			Plan plan = talk.choose("plan?", Plan.values());
			Order order = talk.once("order", () -> new Order(this.orders.incrementAndGet(), name, age, plan));
			talk.say("ordered");
			return order.toString();
		}

		@BaleCommand
		String help(Conversation<?> conversation) {
			return String.valueOf(conversation.data());
		}

		@BaleCommand
		String cancel(Conversation<?> conversation) {
			conversation.end();
			return "cancelled";
		}

		@BaleCommand
		void move(Conversation<String> conversation) {
			conversation.moveTo("other");
		}

		@BaleText(state = "other")
		String other(Conversation<String> conversation) {
			return "other " + conversation.data();
		}

		@BaleHandler(fallback = true)
		String fallback() {
			return "?";
		}

	}

	enum Plan {

		FREE, PAID

	}

	record Order(int id, String name, int age, Plan plan) {

	}

	@BaleConversation(value = "short", ttl = "5m")
	static class TypesBot {

		@BaleCommand
		String phone(Dialogue talk) {
			MobileNumber number = talk.ask("number?", MobileNumber.class);
			Integer count = talk.ask("count?", Integer.class);
			return number + " " + count;
		}

		@BaleCommand("results")
		String results(Dialogue talk) {
			List<Order> orders = talk.once("list", new ParameterizedTypeReference<List<Order>>() {
			}, () -> List.of(new Order(1, "Sara", 30, Plan.PAID)));
			String nothing = talk.<@Nullable String>once("nothing", () -> null);
			Plan plan = talk.once("plan", () -> Plan.PAID);
			talk.ask("go?", ReplyKeyboardMarkup.of("yes"));
			return orders.get(0).name() + nothing + plan + talk.firstText();
		}

		@BaleCommand
		void nested(Dialogue talk) {
			talk.once("outer", () -> talk.ask("inner?"));
		}

		@BaleCommand
		void generic(Dialogue talk) {
			talk.once("list", () -> new ArrayList<>(List.of(1)));
		}

		@BaleCommand
		String choice(Dialogue talk) {
			return talk.choose("which?", List.of(1, 2), (number) -> "گزینهٔ " + number) + "!";
		}

		@BaleCommand
		void loop(Dialogue talk) {
			while (true) {
				talk.ask("again?");
			}
		}

	}

	static class FailingBot {

		boolean failing = true;

		int once;

		@BaleCommand
		void start(Dialogue talk) {
			talk.ask("one?");
			talk.once("effect", () -> ++this.once);
			if (this.failing) {
				throw new IllegalStateException("failed");
			}
			talk.ask("two?");
		}

		@BaleCommand
		String catching(Dialogue talk) {
			try {
				return talk.ask("caught?");
			}
			catch (Exception ex) {
				return "exception";
			}
		}

		@BaleCommand
		String swallowing(Dialogue talk) {
			try {
				return talk.ask("swallowed?");
			}
			catch (Throwable ex) {
				return "throwable";
			}
		}

	}

	static class ChangingBot {

		static int version;

		@BaleCommand
		String start(Dialogue talk) {
			if (version == 5) {
				return "returned early";
			}
			if (version != 3) {
				talk.ask((version == 1) ? "nickname?" : "name?");
			}
			if (version == 2) {
				return talk.once("age", () -> "30");
			}
			Class<? extends Number> type = (version == 4) ? Long.class : Integer.class;
			return talk.ask("age?", type).toString();
		}

		@BaleHandler(fallback = true)
		String fallback() {
			return "?";
		}

	}

	static class PizzaBot {

		@BaleCommand
		String pizza(Dialogue talk, User user) {
			talk.timeout(Duration.ofMinutes(10));
			String size = talk.ask("size?");
			try {
				return size + " with " + talk.choose("topping?", List.of("cheese", "olives"));
			}
			catch (DialogueTimeoutException ex) {
				talk.say("no topping, " + user.firstName());
			}
			talk.timeout(Duration.ofMinutes(1));
			return size + " to " + talk.ask("where?");
		}

		@BaleCommand
		void impatient(Dialogue talk) {
			talk.timeout(Duration.ZERO);
		}

		@BaleCommand
		void patient(Dialogue talk) {
			talk.timeout(Duration.ofHours(1));
		}

		@BaleHandler(fallback = true)
		String fallback() {
			return "?";
		}

	}

	static class LateBot extends PizzaBot {

		@BaleExceptionHandler
		String late(DialogueTimeoutException ex, Conversation<?> conversation) {
			return ex.getMessage() + " " + conversation.state();
		}

	}

	static class ReactiveBot {

		@BaleCommand
		Mono<Void> start(Dialogue talk) {
			return Mono.empty();
		}

	}

	static class MessageBot {

		@BaleCommand
		void start(Dialogue talk, Message message) {
		}

	}

	static class ArgumentBot {

		@BaleCommand
		void start(Dialogue talk, @CommandArgs String code) {
		}

	}

	static class OverloadedBot {

		@BaleCommand("one")
		void start(Dialogue talk) {
		}

		@BaleCommand("two")
		void start(Dialogue talk, User user) {
		}

	}

	static class ExceptionBot {

		@BaleCommand
		void start() {
		}

		@BaleExceptionHandler(IllegalStateException.class)
		void failed(Dialogue talk) {
		}

	}

}
