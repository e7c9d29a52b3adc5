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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the bot has called, and what of it is in work. Only the newest 10,000 calls are
 * kept; the counts go on.
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

	CallLog(Clock clock) {
		this.clock = clock;
	}

	/**
	 * A call that is not recorded yet.
	 * @param method name of the method
	 * @param parameters its parameters
	 * @return the call
	 */
	ReceivedCall call(String method, JsonNode parameters) {
		return new ReceivedCall(method, parameters, this.clock.instant(), System.nanoTime());
	}

	OpenCall arrived(ReceivedCall call) {
		String method = call.method();
		this.lock.lock();
		try {
			keep(new Entry(call, null, true));
			Counts counts = counts(method);
			counts.arrived++;
			counts.open++;
			counts.mostOpen = Math.max(counts.mostOpen, counts.open);
			OpenCall open = new OpenCall(method);
			this.open.add(open);
			this.arrival.signalAll();
			return open;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Notes that a call was refused that has arrived before.
	 * @param call the call
	 * @param refusal why it was refused
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
	 * Keeps a request that is no call of a known method, and is not counted.
	 * @param call what was requested
	 * @param refusal why it was refused
	 */
	void unknown(ReceivedCall call, Refusal refusal) {
		this.lock.lock();
		try {
			keep(new Entry(call, refusal, false));
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Counts every call as done: after the server has gone, nobody else will.
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
	 * All that was requested, be it refused or not even a call of a known method.
	 * @return the requests in the order of their arrival; a copy
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

	public int open(String method) {
		this.lock.lock();
		try {
			return counts(method).open;
		}
		finally {
			this.lock.unlock();
		}
	}

	public int mostOpen(String method) {
		this.lock.lock();
		try {
			return counts(method).mostOpen;
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
			throw new IllegalStateException("The thread was interrupted while it waited for calls of " + method + ".",
					ex);
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
	 * A request, and why it was refused.
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

	private static final class Counts {

		private long arrived;

		private int open;

		private int mostOpen;

	}

	/**
	 * A call that is in work.
	 */
	final class OpenCall {

		private final String method;

		private OpenCall(String method) {
			this.method = method;
		}

		/**
		 * The call is answered or given up; saying so twice does no harm.
		 */
		void end() {
			CallLog.this.lock.lock();
			try {
				if (CallLog.this.open.remove(this)) {
					counts(this.method).open--;
				}
			}
			finally {
				CallLog.this.lock.unlock();
			}
		}

	}

}
