package io.github.balethon.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.access.AccessDeniedException;
import io.github.balethon.access.BaleAccess;
import io.github.balethon.access.Memberships;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Group;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the code of {@code docs/handlers.md}.
 */
@Timeout(60)
class HandlersDocTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final long CHANNEL = 4695281546L;

	@RegisterExtension
	static final DocumentedBots bots = new DocumentedBots();

	private final BaleEmulator emulator = bots.emulator();

	@Test
	void matching() {
		bots.run(MatchingBot.class, (sara) -> {
			bots.assertAnswer(sara, "/start", "سلام Sara");
			bots.assertAnswer(sara, "راهنما", "/start");
			bots.assertAnswer(sara, "#۱۲", "سفارش 12");
			bots.assertAnswer(sara, "something else", "?");
			this.emulator.updates()
				.enqueue("""
						{"callback_query":{"id":"2005","from":{"id":%d,"first_name":"Sara"},"data":"buy:7"}}"""
					.formatted(sara.id()));
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("کالای 7");
			this.emulator.calls().await("answerCallbackQuery", 1, LONG);
			assertThat(text(this.emulator.calls().of("answerCallbackQuery").get(0))).isEqualTo("خریدید");
			this.emulator.updates()
				.enqueue(
						"""
								{"message":{"message_id":900,"from":{"id":%d,"first_name":"Sara"},"date":1,"chat":{"id":%d,"type":"private"},"photo":[{"file_id":"a"}],"caption":"باغ"}}"""
							.formatted(sara.id(), sara.id()));
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("عکس: باغ");
		});
	}

	@Test
	void composedAnnotation() {
		bots.run(PrivateBot.class, (sara) -> bots.assertAnswer(sara, "/pin", "1234"));
	}

	@Test
	void namedCondition() {
		bots.run(NamedConditionBot.class, (sara) -> bots.assertAnswer(sara, "x", "فردا"));
	}

	@Test
	void passingOn() {
		bots.run(PassingBot.class, (sara) -> {
			this.emulator.updates()
				.enqueue(
						"""
								{"message":{"message_id":901,"from":{"id":%d,"first_name":"Sara"},"date":1,"forward_date":1,"chat":{"id":%d,"type":"private"},"text":"x"}}"""
							.formatted(sara.id(), sara.id()));
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("1");
			bots.assertAnswer(sara, "y", "1");
		});
	}

	@Test
	void arguments() {
		bots.run(ArgumentsBot.class, (sara) -> {
			bots.assertAnswer(sara, "/add 2 ۳", "5");
			bots.assertAnswer(sara, "/add 2", "/add <a> <b>");
			bots.assertAnswer(sara, "/join ref_77", "از ref_77");
			bots.assertAnswer(sara, "/join", "خوش آمدید");
			bots.assertAnswer(sara, "/remind 5 buy milk", "5: buy milk");
			bots.assertAnswer(sara, "/search cafe", "cafe تهران");
			bots.assertAnswer(sara, "/search cafe city=شیراز", "cafe شیراز");
		});
	}

	@Test
	void errors() {
		bots.run(ErrorBot.class, (sara) -> bots.assertAnswer(sara, "/pay", "ناموجود"));
	}

	@Test
	void access() {
		bots.run(AccessBot.class, (sara) -> {
			bots.assertAnswer(sara, "/rules x", "ثبت شد");
			Group group = this.emulator.group("G", sara);
			group.promoteBot();
			int sent = this.emulator.calls().of("sendMessage").size();
			sara.in(group).write("/rules x");
			this.emulator.calls().await("sendMessage", sent + 1, LONG);
			assertThat(text(this.emulator.calls().of("sendMessage").get(sent))).isEqualTo("فقط مدیران گروه");
		});
	}

	@Test
	void membership() {
		bots.run(MembershipBot.class, (sara) -> bots.assertAnswer(sara, "/gift", "اول عضو کانال شوید"));
	}

	private static String text(Call call) {
		return call.parameters().path("text").asString("");
	}

	static class MatchingBot {

		@BaleCommand("start")
		String start(User from) {
			return "سلام " + from.firstName();
		}

		@BaleText("راهنما")
		String help() {
			return "/start";
		}

		@BaleText(regex = "^#(?<order>\\d+)$")
		String order(@Capture long order) {
			return "سفارش " + order;
		}

		@BaleCallback(value = "buy:{id}", answer = "خریدید")
		String buy(@Capture long id) {
			return "کالای " + id;
		}

		@BaleHandler(content = Content.PHOTO, chat = ChatType.PRIVATE, condition = "#message.caption != null")
		String photo(String caption) {
			return "عکس: " + caption;
		}

		@BaleHandler(fallback = true)
		String unknown() {
			return "?";
		}

	}

	@Target({ ElementType.METHOD, ElementType.TYPE })
	@Retention(RetentionPolicy.RUNTIME)
	@BaleHandler(chat = ChatType.PRIVATE, when = "!forward")
	@interface InPrivate {

	}

	static class PrivateBot {

		@InPrivate
		@BaleCommand("pin")
		String pin() {
			return "1234";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NamedConditionBot {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-01-01T18:00:00Z"), ZoneOffset.UTC);
		}

		@Bean
		BaleCondition working(Clock clock) {
			return (context) -> LocalTime.now(clock).getHour() < 17;
		}

		@BaleHandler(when = "private & !working")
		String closed() {
			return "فردا";
		}

	}

	static class PassingBot {

		private final AtomicInteger forwards = new AtomicInteger();

		@Order(1)
		@BaleHandler(when = "forward")
		BaleFlow count() {
			this.forwards.incrementAndGet();
			return BaleFlow.next();
		}

		@Order(2)
		@BaleHandler
		int forwards() {
			return this.forwards.get();
		}

	}

	static class ArgumentsBot {

		@BaleCommand
		long add(@CommandArgs(0) long a, @CommandArgs(1) long b) {
			return a + b;
		}

		@BaleCommand("join")
		String join(@CommandArgs @Nullable String payload) {
			return (payload != null) ? "از " + payload : "خوش آمدید";
		}

		@BaleCommand
		String remind(@CommandArgs(0) int minutes, @CommandArgs(value = 1, rest = true) String text) {
			return minutes + ": " + text;
		}

		@BaleCommand
		String search(@CommandArgs(0) String what, @CommandArgs(name = "city") Optional<String> city) {
			return what + " " + city.orElse("تهران");
		}

	}

	static class OutOfStockException extends RuntimeException {

		OutOfStockException(String message) {
			super(message);
		}

	}

	static class ErrorBot {

		@BaleCommand
		void pay() {
			throw new OutOfStockException("ناموجود");
		}

		@BaleExceptionHandler
		String outOfStock(OutOfStockException ex) {
			return ex.getMessage();
		}

	}

	static class AccessBot {

		@BaleCommand
		@BaleAccess(groupAdmins = true)
		String rules(@CommandArgs @Nullable String text) {
			return "ثبت شد";
		}

		@BaleExceptionHandler
		String denied(AccessDeniedException ex) {
			return "فقط مدیران گروه";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MembershipBot {

		@Bean
		BaleCondition joined(Memberships memberships) {
			return (context) -> memberships.isMember(context, CHANNEL);
		}

		@BaleCommand(value = "gift", when = "!joined")
		String joinFirst() {
			return "اول عضو کانال شوید";
		}

	}

}
