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

	// From this number of chats on, chats without recent messages are removed.
	private static final int MANY = 1000;

	private final @Nullable SentMessages ofBot;

	private final @Nullable RateLimit chatLimit;

	private final Scheduler timer;

	private final LongSupplier clock;

	private final Map<Object, ChatLine> lines = new HashMap<>();

	private final IdleEntries<ChatLine> idleLines = new IdleEntries<>(this.lines, MANY);

	/** Lines whose first turn the limits of its chat let through. */
	private final Map<CallPriority, Deque<ChatLine>> open = new EnumMap<>(CallPriority.class);

	/** Lines that the limit of their chat holds back, the first one first. */
	private final PriorityQueue<ChatLine> closed = new PriorityQueue<>(
			(one, other) -> Long.compare(one.opens, other.opens));

	private @Nullable Disposable alarm;

	private long alarmTime;

	/**
	 * Creates the limits.
	 * @param botLimit the limit of all messages, or {@code null} for none
	 * @param chatLimit the limit of the messages of one chat, or {@code null} for none
	 * @param timer what runs calls that have waited
	 * @param clock nanoseconds from any beginning
	 */
	SendingTurns(@Nullable RateLimit botLimit, @Nullable RateLimit chatLimit, Scheduler timer, LongSupplier clock) {
		this.ofBot = (botLimit != null) ? new SentMessages(botLimit) : null;
		this.chatLimit = chatLimit;
		this.timer = timer;
		this.clock = clock;
	}

	/**
	 * Waits for a turn.
	 * @param chat what tells the chat of the message from others, or {@code null} if it
	 * goes to none
	 * @param waits run if the message has to wait, perhaps after the wait has ended
	 * @return ends when it is the turn of the message; it counts as sent from then on
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
		// The others first, as the code of this call may throw.
		for (Turn other : granted) {
			if (other != turn) {
				// Its call is not for the thread of this one.
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
			// Reactor lets errors that it takes for fatal escape: the other messages must
			// not lose their turns by it.
			logger.error("Message could not be sent in its turn", LogText.escape(ex));
		}
	}

	// Whether a line still has what it was queued for is looked at when it comes up.
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
	 * Grants the turns of a priority that may go now.
	 * @param priority the priority
	 * @param now what the clock says
	 * @param granted takes the turns
	 * @return when the next one may go, as far as the limit of the bot is concerned
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
	 * How many chats have messages that wait, or had some of late.
	 * @return the number
	 */
	synchronized int chats() {
		return this.lines.size();
	}

	/**
	 * A message that waits.
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
	 * The messages of one chat that wait.
	 */
	private static final class ChatLine {

		private final @Nullable SentMessages sent;

		private final Map<CallPriority, Deque<Turn>> waiting = new EnumMap<>(CallPriority.class);

		/** The priorities for which it is among the open lines. */
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
