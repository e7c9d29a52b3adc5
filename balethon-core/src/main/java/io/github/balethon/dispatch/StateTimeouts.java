package io.github.balethon.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.github.balethon.client.LogText;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.conversation.internal.TimeoutOrigin;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Hands the timeouts of states over when they are due, as updates in the lanes of their
 * conversations. Their times are stored with the conversations, so timeouts that became
 * due while the application was stopped are handed over after its start. The change of a
 * handler removes the timeout, so until it is stored the timeout is handed over again.
 */
final class StateTimeouts {

	private static final Logger logger = LoggerFactory.getLogger(StateTimeouts.class);

	private static final int MAX_IN_FLIGHT = 100;

	private static final byte[] NO_PAYLOAD = new byte[0];

	// More of them may be due.
	private static final Duration SHORT_PAUSE = Duration.ofMillis(100);

	// Due timeouts are in handlers, or another instance of the application has them.
	private static final Duration PAUSE = Duration.ofSeconds(1);

	// Another instance may have stored timeouts before this one took over.
	private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

	private final Conversations conversations;

	private final Inbox inbox;

	private final LongSupplier botId;

	private final InboxReceiver receiver;

	private final Set<ConversationKey> inFlight = ConcurrentHashMap.newKeySet();

	// Guarded by this object, like the next two. Null while the bot is stopped.
	private @Nullable ScheduledThreadPoolExecutor scheduler;

	private @Nullable ScheduledFuture<?> next;

	private Instant nextAt = Instant.MAX;

	private volatile Instant startedAt = Instant.MIN;

	private boolean unavailable;

	/**
	 * Creates an instance.
	 * @param conversations the conversations of the bot
	 * @param inbox tells which timeouts this instance of the application handles
	 * @param botId supplies the identifier of the bot
	 * @param receiver receives the timeouts
	 */
	StateTimeouts(Conversations conversations, Inbox inbox, LongSupplier botId, InboxReceiver receiver) {
		this.conversations = conversations;
		this.inbox = inbox;
		this.botId = botId;
		this.receiver = receiver;
	}

	synchronized void start() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("bale-timeouts-");
		threads.setDaemon(true);
		this.scheduler = new ScheduledThreadPoolExecutor(1, threads);
		this.scheduler.setRemoveOnCancelPolicy(true);
		// Those of the last run are dropped when they are handled a second time.
		this.inFlight.clear();
		this.nextAt = Instant.MAX;
		this.startedAt = this.conversations.clock().instant();
		this.conversations.onTimeout(this::scheduled);
		schedule(Duration.ZERO);
	}

	synchronized void stop() {
		if (this.scheduler != null) {
			this.scheduler.shutdownNow();
			this.scheduler = null;
		}
	}

	// Called just before the timeout is stored.
	private void scheduled(Instant timeoutAt) {
		Duration left = Duration.between(this.conversations.clock().instant(), timeoutAt);
		schedule((left.compareTo(SHORT_PAUSE) > 0) ? left : SHORT_PAUSE);
	}

	private synchronized void schedule(Duration pause) {
		ScheduledThreadPoolExecutor current = this.scheduler;
		Instant at = this.conversations.clock().instant().plus(pause);
		if (current == null || !at.isBefore(this.nextAt)) {
			return;
		}
		if (this.next != null) {
			this.next.cancel(false);
		}
		this.nextAt = at;
		this.next = current.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void run() {
		synchronized (this) {
			this.nextAt = Instant.MAX;
		}
		Duration pause = PAUSE;
		try {
			pause = check();
			this.unavailable = false;
		}
		catch (ConversationStoreUnavailableException ex) {
			if (!this.unavailable) {
				logger.warn("Timeouts of conversations are late, as their store is not available: {}",
						LogText.escape(String.valueOf(ex.getMessage())));
			}
			this.unavailable = true;
		}
		catch (RuntimeException ex) {
			logger.error("Timeouts of conversations could not be loaded, retrying", LogText.escape(ex));
		}
		finally {
			schedule(pause);
		}
	}

	/**
	 * Hands over the timeouts that are due.
	 * @return the time until the next check
	 */
	Duration check() {
		if (!this.inbox.isActive()) {
			return PAUSE;
		}
		ConversationStore store = this.conversations.store();
		Instant now = this.conversations.clock().instant();
		List<StoredConversation> due = store.due(this.botId.getAsLong(), now, MAX_IN_FLIGHT);
		List<InboxEntry> entries = due.stream()
			.filter((stored) -> this.inFlight.add(stored.key()))
			.map(this::entry)
			.filter(Objects::nonNull)
			.toList();
		if (!entries.isEmpty()) {
			this.receiver.accept(entries);
			return SHORT_PAUSE;
		}
		Instant following = due.isEmpty() ? store.nextTimeout(this.botId.getAsLong()) : now;
		if (following == null || following.isAfter(now.plus(LONG_PAUSE))) {
			return LONG_PAUSE;
		}
		return following.isAfter(now) ? Duration.between(now, following).plusMillis(1) : PAUSE;
	}

	private @Nullable InboxEntry entry(StoredConversation stored) {
		Update update = TimeoutOrigin.update(stored);
		ConversationKey key = (update != null) ? this.conversations.scope().key(stored.key().botId(), update) : null;
		if (update == null || !stored.key().equals(key)) {
			logger.warn("Timeout of the state '{}' is discarded: it was stored with another scope or version",
					LogText.escape(stored.state()));
			this.conversations.store()
				.save(new ConversationChange(stored.key(), stored.withoutTimeout(), Update.builder(0).build()));
			this.inFlight.remove(stored.key());
			return null;
		}
		Route route = this.receiver.route(update);
		if (!this.inbox.handles(route)) {
			this.inFlight.remove(stored.key());
			return null;
		}
		boolean late = !Objects.requireNonNull(stored.timeoutAt()).isAfter(this.startedAt);
		return new InboxEntry(0, update, NO_PAYLOAD, route, late, 0, System.nanoTime(), new Acknowledgment(stored));
	}

	/**
	 * Forgets a timeout that no handler has begun.
	 * @param entry a recalled entry
	 * @return {@code false} if it is not a timeout
	 */
	static boolean forget(InboxEntry entry) {
		if (entry.acknowledgment() instanceof Acknowledgment timeout) {
			timeout.ended();
			return true;
		}
		return false;
	}

	/**
	 * Removes the timeout of a conversation that has been handled.
	 */
	private final class Acknowledgment implements InboxEntry.Acknowledgment {

		private final StoredConversation stored;

		Acknowledgment(StoredConversation stored) {
			this.stored = stored;
		}

		@Override
		public void acknowledge(InboxEntry entry) {
			// The change, if there is one, is saved already.
			ended();
		}

		@Override
		public void acknowledge(InboxEntry entry, ConversationChange change) {
			StateTimeouts.this.conversations.store().save(change);
			ended();
		}

		// The conversation keeps its state, as after a failed update.
		@Override
		public void reject(InboxEntry entry, String reason) {
			ConversationStore store = StateTimeouts.this.conversations.store();
			StoredConversation current = store.load(this.stored.key(), entry.update());
			if (current != null && current.state().equals(this.stored.state())
					&& Objects.equals(current.timeoutAt(), this.stored.timeoutAt())) {
				store.save(new ConversationChange(current.key(), current.withoutTimeout(), entry.update()));
			}
			ended();
		}

		private void ended() {
			StateTimeouts.this.inFlight.remove(this.stored.key());
		}

	}

}
