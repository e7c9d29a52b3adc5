package io.github.balethon.callback.redis;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.CallbackDataStoreUnavailableException;
import io.github.balethon.internal.RedisAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.util.Assert;

/**
 * Callback data in Redis, which deletes it when it expires.
 *
 * @since 0.1.0
 */
public final class RedisCallbackDataStore implements CallbackDataStore {

	private final StringRedisTemplate redis;

	private final LongSupplier botId;

	private final Duration timeToLive;

	private final RedisAccess access = new RedisAccess("callback data", CallbackDataStoreUnavailableException::new);

	/**
	 * Creates a store. Does not use Redis yet.
	 * @param connections the connections to Redis
	 * @param botId supplies the identifier of the bot when it is needed
	 * @param timeToLive the time after which data expires
	 */
	public RedisCallbackDataStore(RedisConnectionFactory connections, LongSupplier botId, Duration timeToLive) {
		Assert.isTrue(timeToLive.toMillis() > 0, "'timeToLive' must be positive");
		this.redis = new StringRedisTemplate(connections);
		this.botId = botId;
		this.timeToLive = timeToLive;
	}

	@Override
	public void put(String key, String data) {
		this.access.call(() -> {
			this.redis.opsForValue().set(redisKey(key), data, this.timeToLive);
			return true;
		});
	}

	@Override
	public @Nullable String get(String key) {
		return this.access.<@Nullable String>call(() -> this.redis.opsForValue().get(redisKey(key)));
	}

	private String redisKey(String key) {
		return "bale:{" + this.botId.getAsLong() + "}:callback:" + key;
	}

	@Override
	public @Nullable String trouble() {
		return this.access.trouble();
	}

}
