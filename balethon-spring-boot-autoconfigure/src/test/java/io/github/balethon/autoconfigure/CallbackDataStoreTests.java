package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.MemoryCallbackDataStore;
import io.github.balethon.callback.redis.RedisCallbackDataStore;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Choice of the store of callback data, and buttons across a restart.
 */
@Timeout(60)
class CallbackDataStoreTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BaleAutoConfiguration.class, BaleCallbackAutoConfiguration.class,
				BaleInboxAutoConfiguration.class, BaleDispatchAutoConfiguration.class,
				BaleRedisAutoConfiguration.class))
		.withPropertyValues("bale.token=123456:test");

	private ApplicationContextRunner withDatabase() {
		return this.runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url(), "bale.inbox.initialize-schema=always");
	}

	private ApplicationContextRunner withRedis() {
		return this.runner.withBean(RedisConnectionFactory.class, () -> mock(RedisConnectionFactory.class));
	}

	private String url() {
		return "jdbc:h2:async:" + this.folder.resolve("bot").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
	}

	@Test
	void withoutADatabaseItIsMemory() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MemoryCallbackDataStore.class));
	}

	@Test
	void withTheInboxInADatabaseItIsThatDatabase() {
		withDatabase().run((context) -> assertThat(context).hasSingleBean(CallbackDataStore.class)
			.doesNotHaveBean(MemoryCallbackDataStore.class)
			.getBean(CallbackDataStore.class)
			.satisfies((store) -> {
				store.put("menu", "data");
				assertThat(store.get("menu")).isEqualTo("data");
			}));
	}

	@Test
	void memoryCanBeChosen() {
		withDatabase().withPropertyValues("bale.callback.store=memory")
			.run((context) -> assertThat(context).hasSingleBean(MemoryCallbackDataStore.class));
	}

	@Test
	void databaseWithoutTheInboxInItFailsTheStart() {
		this.runner.withPropertyValues("bale.callback.store=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ImpossibleInboxException.class)
				.hasMessageContaining("'bale.callback.store' is 'jdbc', but the inbox is not in a database"));
	}

	@Test
	void redisIsUsedTogetherWithConversationsOrIfItIsChosen() {
		withRedis().withPropertyValues("bale.conversation.store=redis")
			.run((context) -> assertThat(context).hasSingleBean(RedisCallbackDataStore.class));
		withRedis().withPropertyValues("bale.callback.store=redis")
			.run((context) -> assertThat(context).hasSingleBean(RedisCallbackDataStore.class)
				.getBean(ConversationStore.class)
				.isInstanceOf(MemoryConversationStore.class));
		withRedis().withPropertyValues("bale.conversation.store=redis", "bale.callback.store=memory")
			.run((context) -> assertThat(context).hasSingleBean(MemoryCallbackDataStore.class));
		withRedis().run((context) -> assertThat(context).hasSingleBean(MemoryCallbackDataStore.class));
	}

	@Test
	void redisWithoutALibraryOrAConnectionFailsTheStart() {
		ApplicationContextRunner chosen = this.runner.withPropertyValues("bale.callback.store=redis");
		for (ApplicationContextRunner missing : List.of(chosen,
				chosen.withClassLoader(new FilteredClassLoader("org.springframework.data.redis")))) {
			missing.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ImpossibleInboxException.class)
				.hasMessageContaining("there is no single RedisConnectionFactory bean"));
		}
	}

	@Test
	void ownStoreIsUsed() {
		CallbackDataStore own = mock(CallbackDataStore.class);
		for (ApplicationContextRunner configured : List.of(this.runner, withDatabase(),
				withRedis().withPropertyValues("bale.callback.store=redis"))) {
			configured.withBean("own", CallbackDataStore.class, () -> own)
				.run((context) -> assertThat(context).getBean(CallbackDataStore.class).isSameAs(own));
		}
	}

	@Test
	void propertiesAreBound() {
		this.runner
			.withPropertyValues("bale.callback.store=memory", "bale.callback.time-to-live=2h",
					"bale.callback.max-stored=7")
			.run((context) -> assertThat(context.getBean(BaleProperties.class).callback())
				.isEqualTo(new BaleProperties.Callback(BaleProperties.Callback.Store.MEMORY, Duration.ofHours(2), 7)));
	}

	@Test
	void buttonFromBeforeARestartWorks() {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			Person sara = emulator.person("Sara");
			ChatMessage book;
			try (ConfigurableApplicationContext context = start(emulator)) {
				assertThat(context.isActive()).isTrue();
				sara.write("/book");
				book = sara.awaitReply(LONG);
			}
			try (ConfigurableApplicationContext context = start(emulator)) {
				assertThat(context.isActive()).isTrue();
				sara.press(book.replyMarkup().findValue("callback_data").asString());
				assertThat(sara.awaitReply(LONG).text()).isEqualTo(BookBot.TITLE);
			}
		}
	}

	private ConfigurableApplicationContext start(BaleEmulator emulator) {
		return new SpringApplicationBuilder(Application.class).run("--bale.token=" + emulator.token(),
				"--bale.base-url=" + emulator.baseUrl(), "--spring.datasource.url=" + url(),
				"--bale.inbox.initialize-schema=always", "--spring.main.web-application-type=none",
				"--spring.main.banner-mode=off");
	}

	@EnableAutoConfiguration
	@Import(BookBot.class)
	static class Application {

	}

	static class BookBot {

		private static final String TITLE = "گلستان سعدی".repeat(10);

		private final CallbackButtons buttons;

		BookBot(CallbackButtons buttons) {
			this.buttons = buttons;
		}

		@BaleCommand
		SendMessage book() {
			return SendMessage.of("book")
				.replyMarkup(InlineKeyboardMarkup.of(this.buttons.callback("read", new Read(TITLE))));
		}

		@BaleCallback
		String read(Read read) {
			return read.title();
		}

	}

	@CallbackData(stored = true)
	record Read(String title) {

	}

}
