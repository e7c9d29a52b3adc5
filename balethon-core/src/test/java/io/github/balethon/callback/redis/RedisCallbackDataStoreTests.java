package io.github.balethon.callback.redis;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;

import io.github.balethon.callback.AbstractCallbackDataStoreTests;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.CallbackDataStoreUnavailableException;
import org.awaitility.Awaitility;
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
 * {@link RedisCallbackDataStore} with a Redis server.
 */
@Timeout(60)
class RedisCallbackDataStoreTests extends AbstractCallbackDataStoreTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static int port;

	private static RedisServer server;

	private LettuceConnectionFactory connections;

	@BeforeAll
	static void startServer() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		server = newServer();
	}

	private static RedisServer newServer() throws IOException {
		RedisServer started = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
		started.start();
		return started;
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
	}

	@AfterEach
	void disconnect() {
		this.connections.destroy();
	}

	private StringRedisTemplate redis() {
		return new StringRedisTemplate(this.connections);
	}

	@Override
	protected CallbackDataStore store(Duration timeToLive) {
		return new RedisCallbackDataStore(this.connections, () -> BOT, timeToLive);
	}

	@Test
	void redisDeletesExpiredData() {
		store(Duration.ofHours(1)).put("menu", "data");
		assertThat(redis().keys("*")).singleElement().isEqualTo("bale:{" + BOT + "}:callback:menu");
		assertThat(redis().getExpire("bale:{" + BOT + "}:callback:menu")).isBetween(3500L, 3600L);
	}

	@Test
	void dataOfAnotherBotIsNotReturned() {
		store(Duration.ofHours(1)).put("menu", "data");
		assertThat(new RedisCallbackDataStore(this.connections, () -> BOT + 1, Duration.ofHours(1)).get("menu"))
			.isNull();
	}

	@Test
	void outageIsReportedAndEndsWithTheServer() throws IOException {
		CallbackDataStore store = store(Duration.ofHours(1));
		store.put("menu", "data");
		server.stop();
		try {
			assertThatExceptionOfType(CallbackDataStoreUnavailableException.class).isThrownBy(() -> store.get("menu"))
				.withMessageContaining("Redis of the callback data failed");
			assertThat(store.trouble()).contains("Redis of the callback data failed");
			assertThatExceptionOfType(CallbackDataStoreUnavailableException.class)
				.isThrownBy(() -> store.put("other", "data"));
		}
		finally {
			server = newServer();
		}
		Awaitility.await()
			.atMost(LONG)
			.ignoreExceptionsInstanceOf(CallbackDataStoreUnavailableException.class)
			.untilAsserted(() -> assertThat(store.get("menu")).isNull());
		assertThat(store.trouble()).isNull();
	}

}
