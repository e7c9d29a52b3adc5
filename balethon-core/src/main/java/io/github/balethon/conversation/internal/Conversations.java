package io.github.balethon.conversation.internal;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

import io.github.balethon.client.LogText;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Conversations of a bot: their store, their scope and the conversion of their data.
 *
 * @since 0.1.0
 */
public final class Conversations {

	private static final Logger logger = LoggerFactory.getLogger(Conversations.class);

	private static final Duration MIN_BACKOFF = Duration.ofMillis(100);

	private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

	private final ConversationStore store;

	private final ConversationScope scope;

	private final Duration ttl;

	private final JsonMapper mapper;

	private final InstantSource clock;

	// Set once, before the first update.
	private volatile ConversationCatalog catalog = ConversationCatalog.EMPTY;

	private volatile Consumer<Instant> timeoutListener = (timeoutAt) -> {
	};

	/**
	 * Creates an instance.
	 * @param store the store
	 * @param scope which updates belong to the same conversation
	 * @param ttl time without a change after which a conversation ends
	 * @param mapper converts data to JSON and back
	 * @param clock the clock
	 */
	public Conversations(ConversationStore store, ConversationScope scope, Duration ttl, JsonMapper mapper,
			InstantSource clock) {
		Assert.isTrue(ttl.toMillis() > 0, "'ttl' must be positive");
		this.store = store;
		this.scope = scope;
		this.ttl = ttl;
		// A renamed property must not be lost silently. What is computed by a getter is
		// not
		// stored, as it could not be read.
		this.mapper = mapper.rebuild()
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(MapperFeature.REQUIRE_SETTERS_FOR_GETTERS)
			.build();
		this.clock = clock;
	}

	/**
	 * Sets the states and groups that the handlers have.
	 * @param catalog the states and groups
	 */
	public void setCatalog(ConversationCatalog catalog) {
		this.catalog = catalog;
	}

	ConversationCatalog catalog() {
		return this.catalog;
	}

	/**
	 * Returns the store.
	 * @return the store
	 */
	public ConversationStore store() {
		return this.store;
	}

	/**
	 * Returns which updates belong to the same conversation.
	 * @return the scope
	 */
	public ConversationScope scope() {
		return this.scope;
	}

	/**
	 * Saves a change, and retries while the store is unavailable.
	 * @param change the change
	 * @return completes when it is saved
	 */
	Mono<Void> save(ConversationChange change) {
		try {
			this.store.save(change);
			return Mono.empty();
		}
		catch (ConversationStoreUnavailableException ex) {
			logger.warn("Change of a conversation is not saved, retrying with exponential backoff: {}",
					LogText.escape(String.valueOf(ex.getMessage())));
			return Mono.<Void>fromRunnable(() -> this.store.save(change))
				.subscribeOn(Schedulers.boundedElastic())
				.retryWhen(Retry.backoff(Long.MAX_VALUE, MIN_BACKOFF)
					.maxBackoff(MAX_BACKOFF)
					.filter(ConversationStoreUnavailableException.class::isInstance))
				.delaySubscription(MIN_BACKOFF);
		}
	}

	/**
	 * Returns the clock.
	 * @return the clock
	 */
	public InstantSource clock() {
		return this.clock;
	}

	/**
	 * Returns the default time to live.
	 * @return the time without a change after which a conversation ends
	 */
	public Duration ttl() {
		return this.ttl;
	}

	/**
	 * Whether conversations may have a timeout.
	 * @return {@code true} if a state has one, or if a dialogue may set one
	 */
	public boolean mayHaveTimeouts() {
		ConversationCatalog current = this.catalog;
		return !current.timeouts().isEmpty() || !current.dialogues().isEmpty();
	}

	/**
	 * Sets the listener of timeouts.
	 * @param listener receives the time of each new timeout, just before it is stored
	 */
	public void onTimeout(Consumer<Instant> listener) {
		this.timeoutListener = listener;
	}

	void scheduled(Instant timeoutAt) {
		this.timeoutListener.accept(timeoutAt);
	}

	/**
	 * Prepares the conversion of a type of data.
	 * @param type the type
	 * @return the conversion
	 */
	public ConversationData data(Type type) {
		return new ConversationData(this.mapper, this.mapper.constructType(type));
	}

	Duration ttl(String group) {
		return this.catalog.ttls().getOrDefault(group, this.ttl);
	}

}
