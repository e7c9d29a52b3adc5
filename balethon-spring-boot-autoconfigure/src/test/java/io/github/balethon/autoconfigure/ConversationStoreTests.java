package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.conversation.redis.RedisConversationStore;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
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
 * Choice of the store of conversations, and conversations across restarts.
 */
@Timeout(60)
class ConversationStoreTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BaleAutoConfiguration.class, BaleCallbackAutoConfiguration.class,
				BaleInboxAutoConfiguration.class, BaleDispatchAutoConfiguration.class))
		.withPropertyValues("bale.token=123456:test");

	private ApplicationContextRunner withDatabase() {
		return this.runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url(), "bale.inbox.initialize-schema=always");
	}

	private String url() {
		return "jdbc:h2:async:" + this.folder.resolve("bot").toAbsolutePath() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
	}

	@Test
	void withoutADatabaseItIsMemory() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MemoryConversationStore.class));
	}

	@Test
	void withTheInboxInADatabaseItIsThatDatabase() {
		withDatabase().run((context) -> assertThat(context.getBean(ConversationStore.class).isPartOfInbox()).isTrue());
	}

	@Test
	void memoryCanBeChosen() {
		withDatabase().withPropertyValues("bale.conversation.store=memory")
			.run((context) -> assertThat(context).hasSingleBean(MemoryConversationStore.class));
	}

	@Test
	void databaseWithoutTheInboxInItFailsTheStart() {
		this.runner.withPropertyValues("bale.conversation.store=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ImpossibleInboxException.class)
				.hasMessageContaining("'bale.conversation.store' is 'jdbc', but the inbox is not in a database"));
	}

	@Test
	void redisIsUsedIfItIsChosenAndAvailable() {
		ApplicationContextRunner withRedis = this.runner
			.withConfiguration(AutoConfigurations.of(BaleRedisAutoConfiguration.class))
			.withBean(RedisConnectionFactory.class, () -> mock(RedisConnectionFactory.class));
		withRedis.withPropertyValues("bale.conversation.store=redis")
			.run((context) -> assertThat(context).hasSingleBean(ConversationStore.class)
				.hasSingleBean(RedisConversationStore.class));
		withRedis.run((context) -> assertThat(context).hasSingleBean(MemoryConversationStore.class));
	}

	@Test
	void redisWithoutALibraryOrAConnectionFailsTheStart() {
		ApplicationContextRunner chosen = this.runner
			.withConfiguration(AutoConfigurations.of(BaleRedisAutoConfiguration.class))
			.withPropertyValues("bale.conversation.store=redis");
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
		ConversationStore own = mock(ConversationStore.class);
		this.runner.withBean(ConversationStore.class, () -> own)
			.run((context) -> assertThat(context).getBean(ConversationStore.class).isSameAs(own));
	}

	@Test
	void propertiesAreBound() {
		this.runner
			.withPropertyValues("bale.conversation.time-to-live=2h", "bale.conversation.max-in-memory=7",
					"bale.conversation.scope=chat")
			.run((context) -> assertThat(context.getBean(BaleProperties.class).conversation())
				.isEqualTo(new BaleProperties.Conversation(BaleProperties.Conversation.Store.AUTO,
						ConversationScope.CHAT, Duration.ofHours(2), 7)));
		this.runner.withPropertyValues("bale.conversation.max-in-memory=0")
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void conversationContinuesAfterRestarts() {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			Person sara = emulator.person("Sara");
			assertThat(answer(emulator, sara, "/signup")).isEqualTo("name?");
			assertThat(answer(emulator, sara, "Sara")).isEqualTo("age?");
			assertThat(answer(emulator, sara, "many")).isEqualTo("a number, please");
			assertThat(answer(emulator, sara, "30")).isEqualTo("Sara, 30");
			assertThat(answer(emulator, sara, "30")).isEqualTo("?");
		}
	}

	private String answer(BaleEmulator emulator, Person person, String text) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).run(
				"--bale.token=" + emulator.token(), "--bale.base-url=" + emulator.baseUrl(),
				"--spring.datasource.url=" + url(), "--bale.inbox.initialize-schema=always",
				"--spring.main.web-application-type=none", "--spring.main.banner-mode=off")) {
			assertThat(context.isActive()).isTrue();
			person.write(text);
			return person.awaitReply(LONG).text();
		}
	}

	@EnableAutoConfiguration
	@Import(SignUpBot.class)
	static class Application {

	}

	@BaleConversation("signup")
	static class SignUpBot {

		@BaleCommand
		String signup(Conversation<SignUp> conversation) {
			conversation.moveTo("name");
			return "name?";
		}

		@BaleText(state = "name")
		String name(String text, Conversation<SignUp> conversation) {
			conversation.moveTo("age", new SignUp(text));
			return "age?";
		}

		@BaleText(state = "age", regex = "^\\d+$")
		String age(String text, Conversation<SignUp> conversation) {
			SignUp signUp = conversation.data();
			conversation.end();
			return signUp.name() + ", " + text;
		}

		@BaleText(state = "age")
		String notANumber() {
			return "a number, please";
		}

		@BaleHandler(fallback = true)
		String other() {
			return "?";
		}

		record SignUp(String name) {

		}

	}

}
