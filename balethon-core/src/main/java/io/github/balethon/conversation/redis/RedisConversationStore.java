package io.github.balethon.conversation.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.internal.RedisAccess;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Store of conversations in Redis. A conversation is a hash, which Redis deletes when it
 * expires; the timeouts of a bot are a sorted set. A change is one script, so it is
 * atomic. The hash also has the versions before the last changes, with the updates that
 * made them, so that an update that is delivered again sees the conversation as it was
 * before.
 * <p>
 * The keys of a bot have a common hash tag, so that they are in one slot of a cluster.
 *
 * @since 0.1.0
 */
public final class RedisConversationStore implements ConversationStore {

	private static final RedisScript<Long> SAVE = RedisScript
		.of(new ClassPathResource("save-conversation.lua", RedisConversationStore.class), Long.class);

	// A conversation that has expired; a new one may have a timeout by now.
	private static final RedisScript<Long> REMOVE_EXPIRED = RedisScript.of("""
			if redis.call('EXISTS', KEYS[1]) == 0 then
				redis.call('ZREM', KEYS[2], ARGV[1])
			end
			return 1""", Long.class);

	// For updates that are delivered again after the end of their conversation.
	private static final Duration KEPT_AFTER_END = Duration.ofHours(1);

	private static final String CURRENT = "current";

	// The current version, and pairs of an update and the version before it, newest
	// first.
	private static final List<Object> FIELDS = List.of(CURRENT, "update1", "before1", "update2", "before2", "update3",
			"before3");

	private final StringRedisTemplate redis;

	private final RedisAccess access = new RedisAccess("conversations", ConversationStoreUnavailableException::new);

	/**
	 * Creates a store. Does not use Redis yet.
	 * @param connections the connections to Redis
	 */
	public RedisConversationStore(RedisConnectionFactory connections) {
		this.redis = new StringRedisTemplate(connections);
	}

	@Override
	public @Nullable StoredConversation load(ConversationKey key, Update update) {
		List<? extends @Nullable Object> fields = this.access
			.call(() -> this.redis.opsForHash().multiGet(conversationKey(key), FIELDS));
		String wanted = updateKey(update);
		for (int i = 1; i < fields.size(); i += 2) {
			if (wanted.equals(fields.get(i))) {
				return version(key, fields.get(i + 1));
			}
		}
		return version(key, fields.get(0));
	}

	@Override
	public void save(ConversationChange change) {
		ConversationKey key = change.key();
		StoredConversation next = change.next();
		Instant timeoutAt = (next != null) ? next.timeoutAt() : null;
		Instant deletedAt = (next != null) ? next.expiresAt() : Instant.now().plus(KEPT_AFTER_END);
		String version = (next != null) ? StoredVersion.of(next).write() : "";
		this.access.call(() -> this.redis.execute(SAVE, List.of(conversationKey(key), timeoutsKey(key.botId())),
				updateKey(change.update()), member(key), version, millis(deletedAt),
				(timeoutAt != null) ? millis(timeoutAt) : ""));
	}

	private static String millis(Instant time) {
		return Long.toString(time.toEpochMilli());
	}

	@Override
	public List<StoredConversation> due(long botId, Instant now, int limit) {
		Set<String> members = this.access.call(() -> this.redis.opsForZSet()
			.rangeByScore(timeoutsKey(botId), Double.NEGATIVE_INFINITY, now.toEpochMilli(), 0, limit));
		List<StoredConversation> due = new ArrayList<>();
		for (String member : (members != null) ? members : Set.<String>of()) {
			ConversationKey key = key(botId, member);
			Object current = this.access.call(() -> this.redis.opsForHash().get(conversationKey(key), CURRENT));
			StoredConversation stored = version(key, current);
			if (stored != null && stored.timeoutAt() != null) {
				due.add(stored);
			}
			else {
				this.access.call(() -> this.redis.execute(REMOVE_EXPIRED,
						List.of(conversationKey(key), timeoutsKey(botId)), member));
			}
		}
		return due;
	}

	@Override
	public @Nullable Instant nextTimeout(long botId) {
		Set<TypedTuple<String>> first = this.access
			.call(() -> this.redis.opsForZSet().rangeWithScores(timeoutsKey(botId), 0, 0));
		return Stream.ofNullable(first)
			.flatMap(Set::stream)
			.map(TypedTuple::getScore)
			.filter(Objects::nonNull)
			.map((score) -> Instant.ofEpochMilli(score.longValue()))
			.findFirst()
			.orElse(null);
	}

	@Override
	public @Nullable String trouble() {
		return this.access.trouble();
	}

	private static @Nullable StoredConversation version(ConversationKey key, @Nullable Object json) {
		return (json instanceof String written && !written.isEmpty()) ? StoredVersion.read(written).conversation(key)
				: null;
	}

	private static String conversationKey(ConversationKey key) {
		return prefix(key.botId()) + "conversation:" + member(key);
	}

	private static String timeoutsKey(long botId) {
		return prefix(botId) + "timeouts";
	}

	private static String prefix(long botId) {
		return "bale:{" + botId + "}:";
	}

	private static String member(ConversationKey key) {
		return key.chatId() + ":" + key.userId();
	}

	private static ConversationKey key(long botId, String member) {
		int colon = member.indexOf(':');
		return new ConversationKey(botId, Long.parseLong(member.substring(0, colon)),
				Long.parseLong(member.substring(colon + 1)));
	}

	private static String updateKey(Update update) {
		return update.updateId() + ":" + update.identity();
	}

}
