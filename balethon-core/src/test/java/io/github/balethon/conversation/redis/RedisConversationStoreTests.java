package io.github.balethon.conversation.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.balethon.conversation.AbstractConversationStoreTests;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.embedded.RedisServer;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@link RedisConversationStore} with a Redis server.
 */
@Timeout(60)
class RedisConversationStoreTests extends AbstractConversationStoreTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static int port;

	private static RedisServer server;

	private LettuceConnectionFactory connections;

	private RedisConversationStore store;

	@BeforeAll
	static void startServer() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		server = newServer();
	}

	private static RedisServer newServer() {
		try {
			RedisServer started = RedisServer.newRedisServer()
				.port(port)
				.bind("127.0.0.1")
				.setting("save \"\"")
				.build();
			started.start();
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@AfterAll
	static void stopServer() throws IOException {
		server.stop();
	}

	@BeforeEach
	void connect() {
		this.connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port),
				LettuceClientConfiguration.builder().commandTimeout(Duration.ofSeconds(1)).build());
		this.connections.afterPropertiesSet();
		this.connections.start();
		redis().getRequiredConnectionFactory().getConnection().serverCommands().flushAll();
		this.store = new RedisConversationStore(this.connections);
	}

	@AfterEach
	void disconnect() {
		this.connections.destroy();
	}

	private StringRedisTemplate redis() {
		return new StringRedisTemplate(this.connections);
	}

	@Override
	protected ConversationStore store() {
		return this.store;
	}

	@Override
	protected ConversationStore restarted() {
		disconnect();
		this.connections = new LettuceConnectionFactory("127.0.0.1", port);
		this.connections.afterPropertiesSet();
		this.connections.start();
		return new RedisConversationStore(this.connections);
	}

	private void change(Update update, @Nullable String state) {
		this.store
			.save(new ConversationChange(key(1), (state != null) ? conversation(1, state, null, null) : null, update));
	}

	private @Nullable String state(Update update) {
		StoredConversation stored = this.store.load(key(1), update);
		return (stored != null) ? stored.state() : null;
	}

	@Test
	void updateThatIsDeliveredAgainSeesTheConversationBeforeItsChange() {
		Update first = update();
		Update second = update();
		Update third = update();
		change(first, "name");
		change(second, "age");
		change(third, null);
		assertThat(state(update())).isNull();
		assertThat(state(third)).isEqualTo("age");
		assertThat(state(second)).isEqualTo("name");
		assertThat(state(first)).isNull();
	}

	@Test
	void changeOfAnUpdateThatIsDeliveredAgainUndoesTheLaterOnes() {
		Update first = update();
		Update second = update();
		change(first, "name");
		change(second, "age");
		change(first, "other");
		assertThat(state(first)).isNull();
		assertThat(state(second)).isEqualTo("other");
		change(second, "last");
		assertThat(state(second)).isEqualTo("other");
		assertThat(state(update())).isEqualTo("last");
	}

	@Test
	void saveThatIsRetriedKeepsTheConversationBeforeIt() {
		Update first = update();
		Update second = update();
		change(first, "name");
		change(second, "age");
		change(second, "age");
		assertThat(state(second)).isEqualTo("name");
		assertThat(state(first)).isNull();
	}

	@Test
	void redisDeletesExpiredConversationsAndTheirTimeouts() {
		Instant now = Instant.now();
		StoredConversation expiring = new StoredConversation(key(1), "name", null, "{}".getBytes(), now.plusMillis(100),
				now.plusMillis(50));
		this.store.save(new ConversationChange(key(1), expiring, update()));
		assertThat(redis().keys("*")).allSatisfy((key) -> assertThat(key).startsWith("bale:{" + BOT + "}:"));
		Awaitility.await().atMost(LONG).until(() -> load(this.store, 1) == null);
		assertThat(this.store.due(BOT, now.plusSeconds(1), 10)).isEmpty();
		assertThat(this.store.nextTimeout(BOT)).isNull();
		assertThat(redis().keys("*")).isEmpty();
	}

	@Test
	void abandonedConversationsAreDeletedByRedis() {
		Instant expiresAt = Instant.now().plusSeconds(3600);
		for (int user = 1; user <= 100; user++) {
			this.store.save(new ConversationChange(key(user),
					new StoredConversation(key(user), "name", null, null, expiresAt, null), update()));
		}
		List<String> keys = List.copyOf(redis().keys("*"));
		assertThat(keys).hasSize(100).allSatisfy((key) -> assertThat(redis().getExpire(key)).isBetween(3000L, 3600L));
	}

	@Test
	void outageIsReportedAndEndsWithTheServer() throws IOException {
		change(update(), "name");
		server.stop();
		try {
			assertThatExceptionOfType(ConversationStoreUnavailableException.class).isThrownBy(() -> state(update()))
				.withMessageContaining("Redis of the conversations failed");
			assertThat(this.store.trouble()).contains("Redis of the conversations failed");
			assertThatExceptionOfType(ConversationStoreUnavailableException.class)
				.isThrownBy(() -> change(update(), "age"));
			assertThatExceptionOfType(ConversationStoreUnavailableException.class)
				.isThrownBy(() -> this.store.due(BOT, Instant.now(), 10));
		}
		finally {
			server = newServer();
		}
		Awaitility.await()
			.atMost(LONG)
			.ignoreExceptionsInstanceOf(ConversationStoreUnavailableException.class)
			.untilAsserted(() -> assertThat(state(update())).isNull());
		assertThat(this.store.trouble()).isNull();
	}

}
