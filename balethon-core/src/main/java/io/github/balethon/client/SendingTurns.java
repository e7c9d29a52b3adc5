package io.github.balethon.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.github.balethon.internal.IdleEntries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * Queues messages until the rate limits of the bot and of the chat permit them, without
 * blocking a thread. Messages with {@link CallPriority#INTERACTIVE} go first and may use
 * the rest of a limit at once. Other messages are spread evenly, so that an interactive
 * message never finds the period exhausted. Chats take turns, and the order within a chat
 * and a priority is kept.
 */
final class SendingTurns {

	private static final Logger logger = LoggerFactory.getLogger(SendingTurns.class);

	// From this number of chats, those without recent messages are removed.
	private static final int MANY = 1000;

	private final @Nullable SentMessages ofBot;

	private final @Nullable RateLimit chatLimit;

	private final Scheduler timer;

	private final LongSupplier clock;

	private final Map<Object, ChatLine> lines = new HashMap<>();

	private final IdleEntries<ChatLine> idleLines = new IdleEntries<>(this.lines, MANY);

	/** Lines whose first turn the limit of their chat permits. */
	private final Map<CallPriority, Deque<ChatLine>> open = new EnumMap<>(CallPriority.class);

	/** Lines that the limit of their chat delays, ordered by time. */
	private final PriorityQueue<ChatLine> closed = new PriorityQueue<>(
			(one, other) -> Long.compare(one.opens, other.opens));

	private @Nullable Disposable alarm;

	private long alarmTime;

	/**
	 * Creates the queues.
	 * @param botLimit the limit of all messages, or {@code null} for none
	 * @param chatLimit the limit of the messages of one chat, or {@code null} for none
	 * @param timer the scheduler for delayed calls
	 * @param clock the clock, in nanoseconds from any origin
	 */
	SendingTurns(@Nullable RateLimit botLimit, @Nullable RateLimit chatLimit, Scheduler timer, LongSupplier clock) {
		this.ofBot = (botLimit != null) ? new SentMessages(botLimit) : null;
		this.chatLimit = chatLimit;
		this.timer = timer;
		this.clock = clock;
	}

	/**
	 * Queues a message.
	 * @param chat the key of the chat, or {@code null} if the message has no chat
	 * @param waits run if the message is delayed, possibly after the delay has ended
	 * @return completes when the message may be sent; it counts as sent from then on
	 */
	Mono<Void> await(@Nullable Object chat, Runnable waits) {
		return Mono.create((sink) -> {
			Turn turn = new Turn(CallPriority.of(sink.contextView()), sink);
			sink.onCancel(() -> leave(turn));
			enter(turn, chat, waits);
		});
	}

	private void enter(Turn turn, @Nullable Object chat, Runnable waits) {
		List<Turn> granted;
		synchronized (this) {
			long now = this.clock.getAsLong();
			this.idleLines.removeIf((line) -> line.isIdle(now));
			ChatLine line = (chat != null) ? this.lines.computeIfAbsent(chat, (key) -> new ChatLine(this.chatLimit))
					: new ChatLine(null);
			turn.line = line;
			line.waiting(turn.priority).add(turn);
			place(line, now);
			granted = grant(now);
		}
		// The other messages first, as the code of this call may throw.
		for (Turn other : granted) {
			if (other != turn) {
				// The call of another message must not run on the thread of this one.
				this.timer.schedule(other.sink::success);
			}
		}
		if (granted.contains(turn)) {
			turn.sink.success();
		}
		else {
			waits.run();
		}
	}

	private synchronized void leave(Turn turn) {
		if (turn.line != null) {
			turn.line.waiting(turn.priority).remove(turn);
		}
	}

	private void alarm() {
		List<Turn> granted;
		synchronized (this) {
			this.alarm = null;
			granted = grant(this.clock.getAsLong());
		}
		granted.forEach(this::grant);
	}

	private void grant(Turn turn) {
		try {
			turn.sink.success();
		}
		catch (Throwable ex) {
			// Reactor rethrows fatal errors, which must not affect other messages.
			logger.error("Message could not be sent in its turn", LogText.escape(ex));
		}
	}

	// A line that has become empty or was moved is skipped when it is polled.
	private void place(ChatLine line, long now) {
		for (CallPriority priority : CallPriority.values()) {
			if (line.waiting(priority).isEmpty()) {
				continue;
			}
			long opens = line.free(now);
			if (opens <= now) {
				if (line.openFor.add(priority)) {
					open(priority).add(line);
				}
			}
			else if (!line.isClosed) {
				line.isClosed = true;
				line.opens = opens;
				this.closed.add(line);
			}
		}
	}

	private Deque<ChatLine> open(CallPriority priority) {
		return this.open.computeIfAbsent(priority, (key) -> new ArrayDeque<>());
	}

	private List<Turn> grant(long now) {
		for (ChatLine line = this.closed.peek(); line != null && line.opens <= now; line = this.closed.peek()) {
			this.closed.remove();
			line.isClosed = false;
			place(line, now);
		}
		List<Turn> granted = new ArrayList<>(1);
		long next = (this.closed.peek() != null) ? this.closed.peek().opens : Long.MAX_VALUE;
		for (CallPriority priority : CallPriority.values()) {
			next = Math.min(next, grant(priority, now, granted));
		}
		// Granting may have closed lines.
		ChatLine first = this.closed.peek();
		setAlarm((first != null) ? Math.min(next, first.opens) : next, now);
		return granted;
	}

	/**
	 * Grants the turns of a priority that are permitted now.
	 * @param priority the priority
	 * @param now the current time of the clock
	 * @param granted receives the turns
	 * @return the time at which the limit of the bot permits the next one
	 */
	private long grant(CallPriority priority, long now, List<Turn> granted) {
		Deque<ChatLine> queue = open(priority);
		for (ChatLine line = queue.peek(); line != null; line = queue.peek()) {
			if (line.waiting(priority).isEmpty() || line.free(now) > now) {
				queue.remove();
				line.openFor.remove(priority);
				place(line, now);
				continue;
			}
			long free = freeForBot(priority, now);
			if (free > now) {
				return free;
			}
			queue.remove();
			line.openFor.remove(priority);
			granted.add(line.waiting(priority).remove());
			line.sent(now);
			if (this.ofBot != null) {
				this.ofBot.add(now);
			}
			place(line, now);
		}
		return Long.MAX_VALUE;
	}

	private long freeForBot(CallPriority priority, long now) {
		if (this.ofBot == null) {
			return now;
		}
		return (priority == CallPriority.INTERACTIVE) ? this.ofBot.free(now) : this.ofBot.freeIfSpread(now);
	}

	private void setAlarm(long time, long now) {
		if (this.alarm != null) {
			if (this.alarmTime <= time) {
				return;
			}
			this.alarm.dispose();
			this.alarm = null;
		}
		if (time != Long.MAX_VALUE) {
			this.alarmTime = time;
			this.alarm = this.timer.schedule(this::alarm, time - now, TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * Returns the number of chats with queued or recent messages.
	 * @return the number
	 */
	synchronized int chats() {
		return this.lines.size();
	}

	/**
	 * A queued message.
	 */
	private static final class Turn {

		private final CallPriority priority;

		private final MonoSink<Void> sink;

		private @Nullable ChatLine line;

		Turn(CallPriority priority, MonoSink<Void> sink) {
			this.priority = priority;
			this.sink = sink;
		}

	}

	/**
	 * The queued messages of one chat.
	 */
	private static final class ChatLine {

		private final @Nullable SentMessages sent;

		private final Map<CallPriority, Deque<Turn>> waiting = new EnumMap<>(CallPriority.class);

		/** The priorities for which this line is open. */
		private final Set<CallPriority> openFor = EnumSet.noneOf(CallPriority.class);

		private boolean isClosed;

		private long opens;

		ChatLine(@Nullable RateLimit limit) {
			this.sent = (limit != null) ? new SentMessages(limit) : null;
		}

		Deque<Turn> waiting(CallPriority priority) {
			return this.waiting.computeIfAbsent(priority, (key) -> new ArrayDeque<>());
		}

		long free(long now) {
			return (this.sent != null) ? this.sent.free(now) : now;
		}

		void sent(long now) {
			if (this.sent != null) {
				this.sent.add(now);
			}
		}

		boolean isIdle(long now) {
			return this.openFor.isEmpty() && !this.isClosed && this.waiting.values().stream().allMatch(Deque::isEmpty)
					&& (this.sent == null || this.sent.isEmpty(now));
		}

	}

}
