package io.github.balethon.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

import io.github.balethon.access.internal.AccessInterceptor;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.GetChatMember;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class AccessTests {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final AtomicLong now = new AtomicLong();

	private final Members bale = new Members();

	@AfterEach
	void close() {
		this.context.close();
	}

	@Test
	void capacityOfASenderIsRestoredEvenly() throws Throwable {
		start(EveryoneBot.class, new SenderRateLimit(2, Duration.ofSeconds(10), this.now::get));
		write(1, 1, "private", "x");
		write(1, 1, "private", "x");
		assertSlower(Duration.ofSeconds(5));
		write(2, 2, "private", "x");
		pass(Duration.ofSeconds(4));
		assertSlower(Duration.ofSeconds(1));
		pass(Duration.ofSeconds(1));
		write(1, 1, "private", "x");
		assertSlower(Duration.ofSeconds(5));
		pass(Duration.ofHours(1));
		write(1, 1, "private", "x");
		write(1, 1, "private", "x");
		assertSlower(Duration.ofSeconds(5));
	}

	@Test
	void paymentsAndChannelsAreNotLimited() throws Throwable {
		start(EveryoneBot.class, new SenderRateLimit(1, Duration.ofHours(1), this.now::get));
		for (int i = 0; i < 3; i++) {
			handle("{\"update_id\":1,\"pre_checkout_query\":{\"id\":\"t\",\"from\":{\"id\":1},\"invoice_payload\":\"o\"}}");
			handle("{\"update_id\":1,\"message\":{\"message_id\":1,\"chat\":{\"id\":7,\"type\":\"channel\"},\"text\":\"x\"}}");
		}
	}

	@Test
	void sendersWithFullCapacityAreRemoved() throws Throwable {
		SenderRateLimit limit = new SenderRateLimit(2, Duration.ofSeconds(10), this.now::get);
		start(EveryoneBot.class, limit);
		for (int id = 1; id <= 10_000; id++) {
			write(id, id, "private", "x");
		}
		pass(Duration.ofSeconds(10));
		write(1, 1, "private", "x");
		assertThat(limit.buckets()).isOne();
	}

	@Test
	void rulesOfMethodAndClass() throws Throwable {
		start(GuardedBot.class, new AccessInterceptor(this.context, new Memberships()));
		write(1, 1, "private", "/private");
		assertDenied(1, 50, "group", "/private");
		write(5, 50, "group", "/people");
		assertDenied(6, 50, "group", "/people");
		write(1, 50, "group", "/decided please");
		assertDenied(1, 50, "group", "/decided");
		assertDenied(1, 50, "group", "/byclass");
		write(1, 1, "private", "/byclass");
	}

	@Test
	void administratorsAreRequestedOnceAMinute() throws Throwable {
		start(GuardedBot.class, new AccessInterceptor(this.context, new Memberships(this.now::get)));
		write(5, 50, "group", "/ban");
		write(5, 50, "group", "/ban");
		assertThat(this.bale.asked).containsExactly(GetChatMember.of(50, 5));
		assertDenied(6, 50, "group", "/ban");
		write(6, 6, "private", "/ban");
		assertThat(this.bale.asked).hasSize(2);
		pass(Duration.ofSeconds(61));
		this.bale.administrator = 6;
		assertDenied(5, 50, "group", "/ban");
		write(6, 50, "group", "/ban");
	}

	@Test
	void userWhoIsNoMemberIsNoAdministrator() {
		withEmulator((emulator, client) -> {
			BaleContext fromAStranger = contextOf(message(99), client, botId(emulator));
			Memberships memberships = new Memberships();
			assertThat(memberships.isMember(fromAStranger, 50)).isFalse();
			assertThat(memberships.isAdministrator(fromAStranger, 50)).isFalse();
		});
	}

	@Test
	void userWhoJoinsIsAMemberForTheNextUpdate() {
		withEmulator((emulator, client) -> {
			Group channel = emulator.channel("News", "news");
			Person sara = emulator.person("Sara");
			Memberships memberships = new Memberships(this.now::get);
			assertThat(memberships.isMember(contextOf(message(sara.id()), client, botId(emulator)), channel.id()))
				.isFalse();
			sara.join(channel);
			BaleContext check = contextOf(message(sara.id()), client, botId(emulator));
			assertThat(memberships.isMember(check, channel.id())).isTrue();
			assertThat(memberships.isAdministrator(check, channel.id())).isFalse();
			channel.promote(sara);
			assertThat(
					memberships.isAdministrator(contextOf(message(sara.id()), client, botId(emulator)), channel.id()))
				.isTrue();
		});
	}

	@Test
	void negativeResultAppliesToItsUpdateOnly() {
		Memberships memberships = new Memberships(this.now::get);
		this.bale.administrator = 5;
		BaleContext first = contextOf(message(6), this.bale, 77);
		assertThat(memberships.isAdministrator(first, 50)).isFalse();
		assertThat(memberships.isAdministrator(first, 50)).isFalse();
		assertThat(memberships.isMember(first, 50)).isTrue();
		assertThat(this.bale.asked).hasSize(1);
		assertThat(memberships.isAdministrator(contextOf(message(6), this.bale, 77), 50)).isFalse();
		assertThat(this.bale.asked).hasSize(2);
	}

	@Test
	void chatWithoutAResponseIsLoggedOnce(CapturedOutput output) {
		withEmulator((emulator, client) -> {
			Memberships memberships = new Memberships(this.now::get);
			for (int i = 0; i < 3; i++) {
				assertThat(memberships.isMember(contextOf(message(99 + i), client, botId(emulator)), 50)).isFalse();
				pass(Duration.ofSeconds(61));
			}
			assertThat(output).containsOnlyOnce("Membership of chat 50 cannot be determined")
				.contains("make the bot an administrator");
		});
	}

	@Test
	void chatThatTheBotAdministersNoLongerIsLoggedAndRecovers(CapturedOutput output) {
		withEmulator((emulator, client) -> {
			Person sara = emulator.person("Sara");
			Group group = emulator.group("Team", sara);
			group.promoteBot();
			Memberships memberships = new Memberships(this.now::get);
			assertThat(memberships.isMember(contextOf(message(sara.id()), client, botId(emulator)), group.id()))
				.isTrue();
			assertThat(memberships.isMember(contextOf(message(99), client, botId(emulator)), group.id())).isFalse();
			assertThat(output).doesNotContain("Membership of chat");
			group.demoteBot();
			pass(Duration.ofSeconds(61));
			for (int i = 0; i < 3; i++) {
				assertThat(memberships.isMember(contextOf(message(sara.id()), client, botId(emulator)), group.id()))
					.isFalse();
			}
			assertThat(output).containsOnlyOnce(
					"Membership of chat " + group.id() + " cannot be determined, so no user counts as a member");
			group.promoteBot();
			assertThat(memberships.isMember(contextOf(message(sara.id()), client, botId(emulator)), group.id()))
				.isTrue();
			assertThat(output).containsOnlyOnce("Membership of chat " + group.id() + " can be determined again");
		});
	}

	@Test
	void chatIsIdentifiedByUsername() {
		withEmulator((emulator, client) -> {
			Group channel = emulator.channel("News", "news");
			Person sara = emulator.person("Sara");
			Memberships memberships = new Memberships(this.now::get);
			ChatId news = ChatId.of("@news");
			assertThat(memberships.isMember(contextOf(message(sara.id()), client, botId(emulator)), news)).isFalse();
			sara.join(channel);
			channel.promote(sara);
			BaleContext check = contextOf(message(sara.id()), client, botId(emulator));
			assertThat(memberships.isMember(check, news)).isTrue();
			assertThat(memberships.isAdministrator(check, news)).isTrue();
		});
	}

	private static void withEmulator(BiConsumer<BaleEmulator, BaleClient> test) {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			try (BaleClient client = BaleClient
				.builder(BaleConnection.of(emulator.baseUrl(), BotToken.of(emulator.token())))
				.build()) {
				test.accept(emulator, client);
			}
		}
	}

	private static long botId(BaleEmulator emulator) {
		String token = emulator.token();
		return Long.parseLong(token.substring(0, token.indexOf(':')));
	}

	private static String message(long sender) {
		return "{\"update_id\":1,\"message\":{\"message_id\":1,\"from\":{\"id\":%1$d},\"chat\":{\"id\":%1$d,\"type\":\"private\"},\"text\":\"x\"}}"
			.formatted(sender);
	}

	private void start(Class<?> bot, Object interceptor) {
		this.context.register(bot);
		this.context.getBeanFactory().registerSingleton("interceptor", interceptor);
		this.context.registerBean(HandlerRegistry.class, () -> new HandlerRegistry(this.context.getBeanFactory(),
				new HandlerSettings(null, true), this.context));
		this.context.refresh();
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private void write(long sender, long chat, String type, String text) throws Throwable {
		handle("{\"update_id\":1,\"message\":{\"message_id\":1,\"from\":{\"id\":%d},\"chat\":{\"id\":%d,\"type\":\"%s\"},\"text\":\"%s\"}}"
			.formatted(sender, chat, type, text));
	}

	private void handle(String json) throws Throwable {
		UpdateHandling handling = this.context.getBean(HandlerRegistry.class).handle(contextOf(json, this.bale, 77));
		assertThat(handling.advance()).isTrue();
		handling.invoke();
	}

	private BaleContext contextOf(String json, BaleClient client, long botId) {
		Update update = this.decoder.decode(json.getBytes(StandardCharsets.UTF_8)).update();
		assertThat(update).isNotNull();
		return new BaleContextFactory(() -> botId, new MessageTexts(new StaticMessageSource(), (any) -> Locale.ROOT))
			.create(update, client, false);
	}

	private void assertSlower(Duration retryAfter) {
		assertThatExceptionOfType(RateLimitExceededException.class).isThrownBy(() -> write(1, 1, "private", "x"))
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isCloseTo(retryAfter, Duration.ofMillis(1)));
	}

	private void assertDenied(long sender, long chat, String type, String text) {
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> write(sender, chat, type, text));
	}

	static class EveryoneBot {

		@BaleHandler
		void any(Update update) {
		}

	}

	@BaleAccess(privateOnly = true)
	static class GuardedBot implements BaleAccessDecider {

		@BaleCommand("private")
		@BaleAccess(privateOnly = true)
		void privately() {
		}

		@BaleCommand
		@BaleAccess(users = { 5, 7 })
		void people() {
		}

		@BaleCommand
		@BaleAccess(deciders = GuardedBot.class)
		void decided() {
		}

		@BaleCommand
		@BaleAccess(groupAdmins = true)
		void ban() {
		}

		@BaleCommand
		void byClass() {
		}

		@Override
		public boolean mayUse(BaleContext context, BaleHandlerMethod handler) {
			return String.valueOf(context.text()).endsWith("please");
		}

	}

	/**
	 * Knows one administrator.
	 */
	static class Members implements BaleClient {

		private final List<BaleMethod<?>> asked = new ArrayList<>();

		private final JsonMapper json = JsonMapper.shared();

		private long administrator = 5;

		@Override
		@SuppressWarnings("unchecked")
		public <R> Mono<R> execute(BaleMethod<R> method) {
			this.asked.add(method);
			GetChatMember request = (GetChatMember) method;
			String status = (request.userId() == this.administrator) ? "administrator" : "member";
			return (Mono<R>) Mono.just(this.json.readValue("{\"status\":\"" + status + "\"}", ChatMember.class));
		}

		@Override
		public void close() {
		}

	}

}
