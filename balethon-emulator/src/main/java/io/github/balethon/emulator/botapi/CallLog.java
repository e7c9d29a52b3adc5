package io.github.balethon.emulator.botapi;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The calls of the bot and those in progress. The newest 10,000 calls are kept; the
 * counts include older ones.
 *
 * @since 0.1.0
 */
public final class CallLog {

	private static final int MOST_KEPT = 10_000;

	private final Clock clock;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition arrival = this.lock.newCondition();

	private final Deque<Entry> entries = new ArrayDeque<>();

	private final Map<String, Counts> counts = new HashMap<>();

	private final Set<OpenCall> open = new HashSet<>();

	private volatile Consumer<FinishedCall> listener = (call) -> {
	};

	CallLog(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Creates a call without recording it.
	 * @param method name of the method
	 * @param parameters the parameters
	 * @return the call
	 */
	ReceivedCall call(String method, JsonNode parameters) {
		return new ReceivedCall(method, parameters, this.clock.instant(), System.nanoTime());
	}

	OpenCall arrived(ReceivedCall call) {
		String method = call.method();
		this.lock.lock();
		try {
			Entry entry = new Entry(call, null, true);
			keep(entry);
			Counts counts = counts(method);
			counts.arrived++;
			counts.open++;
			counts.maxInFlight = Math.max(counts.maxInFlight, counts.open);
			OpenCall open = new OpenCall(entry);
			this.open.add(open);
			this.arrival.signalAll();
			return open;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Marks a recorded call as refused.
	 * @param call the call
	 * @param refusal the reason
	 */
	void refused(ReceivedCall call, Refusal refusal) {
		this.lock.lock();
		try {
			Iterator<Entry> newestFirst = this.entries.descendingIterator();
			while (newestFirst.hasNext()) {
				Entry entry = newestFirst.next();
				if (entry.call == call) {
					entry.refusal = refusal;
					return;
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Records a request that is not a call of a known method; it is not counted.
	 * @param call the request
	 * @param refusal the reason
	 */
	void unknown(ReceivedCall call, Refusal refusal) {
		this.lock.lock();
		try {
			keep(new Entry(call, refusal, false));
		}
		finally {
			this.lock.unlock();
		}
		this.listener.accept(new FinishedCall(call, refusal, refusal.code(), Duration.ZERO));
	}

	/**
	 * Marks all calls as answered, because the server has stopped.
	 */
	public void endAll() {
		this.lock.lock();
		try {
			Set.copyOf(this.open).forEach(OpenCall::end);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Forgets all calls, except that those in progress still count as in flight.
	 */
	public void clear() {
		this.lock.lock();
		try {
			this.entries.clear();
			for (Counts counts : this.counts.values()) {
				counts.arrived = 0;
				counts.maxInFlight = counts.open;
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Sets the listener of finished and refused requests.
	 * @param listener is notified after each one, without a lock
	 */
	public void listener(Consumer<FinishedCall> listener) {
		this.listener = listener;
	}

	public List<ReceivedCall> all() {
		this.lock.lock();
		try {
			return this.entries.stream().filter(Entry::isOfKnownMethod).map(Entry::call).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns all requests, including refused ones and those of unknown methods.
	 * @return the requests in the order of arrival; a copy
	 */
	public List<Entry> entries() {
		this.lock.lock();
		try {
			return this.entries.stream().map(Entry::copy).toList();
		}
		finally {
			this.lock.unlock();
		}
	}

	public List<ReceivedCall> of(String method) {
		return all().stream().filter((call) -> call.method().equals(method)).toList();
	}

	public int inFlight(String method) {
		this.lock.lock();
		try {
			return counts(method).open;
		}
		finally {
			this.lock.unlock();
		}
	}

	public int maxInFlight(String method) {
		this.lock.lock();
		try {
			return counts(method).maxInFlight;
		}
		finally {
			this.lock.unlock();
		}
	}

	public void await(String method, int count, Duration timeout) {
		this.lock.lock();
		try {
			long left = timeout.toNanos();
			while (counts(method).arrived < count) {
				if (left <= 0) {
					throw new AssertionError("After " + timeout + " the bot has called " + method + " "
							+ counts(method).arrived + " times, not " + count + " times.");
				}
				left = this.arrival.awaitNanos(left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for calls of " + method + ".", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void keep(Entry entry) {
		this.entries.addLast(entry);
		if (this.entries.size() > MOST_KEPT) {
			this.entries.removeFirst();
		}
	}

	private Counts counts(String method) {
		return this.counts.computeIfAbsent(method, (name) -> new Counts());
	}

	/**
	 * A request and the reason why it was refused.
	 */
	public static final class Entry {

		private final ReceivedCall call;

		private final boolean known;

		private @Nullable Refusal refusal;

		private Entry(ReceivedCall call, @Nullable Refusal refusal, boolean known) {
			this.call = call;
			this.refusal = refusal;
			this.known = known;
		}

		public ReceivedCall call() {
			return this.call;
		}

		boolean isOfKnownMethod() {
			return this.known;
		}

		public @Nullable Refusal refusal() {
			return this.refusal;
		}

		private Entry copy() {
			return new Entry(this.call, this.refusal, this.known);
		}

	}

	/**
	 * A request that was answered or dropped.
	 *
	 * @param call the request
	 * @param refusal why it was refused, or {@code null}
	 * @param status the HTTP status; 0 if it was dropped
	 * @param duration time until the response
	 */
	public record FinishedCall(ReceivedCall call, @Nullable Refusal refusal, int status, Duration duration) {
	}

	private static final class Counts {

		private long arrived;

		private int open;

		private int maxInFlight;

	}

	/**
	 * A call in progress.
	 */
	final class OpenCall {

		private final Entry entry;

		private final String method;

		/** The HTTP status; 0 if the call was dropped. */
		private volatile int status;

		private OpenCall(Entry entry) {
			this.entry = entry;
			this.method = entry.call.method();
		}

		void status(int status) {
			this.status = status;
		}

		/**
		 * Marks the call as answered or dropped. Idempotent.
		 */
		void end() {
			Refusal refusal;
			CallLog.this.lock.lock();
			try {
				if (!CallLog.this.open.remove(this)) {
					return;
				}
				counts(this.method).open--;
				refusal = this.entry.refusal;
			}
			finally {
				CallLog.this.lock.unlock();
			}
			CallLog.this.listener.accept(new FinishedCall(this.entry.call, refusal, this.status,
					Duration.ofNanos(System.nanoTime() - this.entry.call.arrivedNanos())));
		}

	}

}
