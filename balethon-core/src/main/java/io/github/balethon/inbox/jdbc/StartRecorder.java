package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Records after a crash which updates may be in progress, before their handlers are
 * invoked. A transaction records the updates that are started now together with those
 * that are likely to be started next, so that a backlog is handled without a transaction
 * for each update. If the application crashes again, the recorded updates are
 * {@link Suspects}.
 */
final class StartRecorder {

	// After a crash this number of updates is handled one at a time.
	private static final int AHEAD = 50;

	private final Consumer<List<Long>> writer;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition written = this.lock.newCondition();

	// All fields below are guarded by the lock, which is not held during a transaction.

	// Handed over and not recorded, in the order of the hand-over.
	private final Set<Long> unrecorded = new LinkedHashSet<>();

	// Recorded and not started.
	private final Set<Long> recorded = new HashSet<>();

	// Recorded and recalled.
	private final Set<Long> recalled = new HashSet<>();

	private Batch next = new Batch();

	private @Nullable Batch writing;

	/**
	 * Creates a recorder.
	 * @param writer records rows in a transaction, by their positions
	 */
	StartRecorder(Consumer<List<Long>> writer) {
		this.writer = writer;
	}

	/**
	 * Adds a row that is handed over and must be recorded before it is started.
	 * @param position position of the row
	 */
	void add(long position) {
		this.lock.lock();
		try {
			this.recorded.remove(position);
			this.recalled.remove(position);
			this.unrecorded.add(position);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Called before a row is started. Blocks until it is recorded, if it must be.
	 * @param position position of the row
	 */
	void start(long position) {
		Batch batch;
		this.lock.lock();
		try {
			batch = batch(position);
			if (batch == null) {
				return;
			}
			while (!batch.done && this.writing != null) {
				this.written.awaitUninterruptibly();
			}
			if (batch.done) {
				started(batch, position);
				return;
			}
			this.next = new Batch();
			this.writing = batch;
			takeAhead(batch);
		}
		finally {
			this.lock.unlock();
		}
		write(batch);
	}

	// The transaction that records the row, or null if that is not necessary.
	private @Nullable Batch batch(long position) {
		if (this.recorded.remove(position)) {
			return null;
		}
		if (this.writing != null && this.writing.ahead.contains(position)) {
			return this.writing;
		}
		if (!this.unrecorded.remove(position)) {
			return null;
		}
		this.next.started.add(position);
		return this.next;
	}

	private void takeAhead(Batch batch) {
		Iterator<Long> positions = this.unrecorded.iterator();
		while (positions.hasNext() && batch.ahead.size() < AHEAD) {
			batch.ahead.add(positions.next());
			positions.remove();
		}
	}

	private void started(Batch batch, long position) {
		this.recorded.remove(position);
		this.unrecorded.remove(position);
		if (batch.failure instanceof RuntimeException problem) {
			throw problem;
		}
		if (batch.failure instanceof Error problem) {
			throw problem;
		}
	}

	private void write(Batch batch) {
		Throwable failure = null;
		try {
			this.writer.accept(batch.positions());
		}
		catch (RuntimeException | Error ex) {
			failure = ex;
			throw ex;
		}
		finally {
			this.lock.lock();
			try {
				batch.failure = failure;
				batch.done = true;
				batch.ahead.removeAll(this.recalled);
				((failure != null) ? this.unrecorded : this.recorded).addAll(batch.ahead);
				this.writing = null;
				this.written.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * Called instead of {@link #start} if the database is not available.
	 * @param position position of the row
	 */
	void startUnrecorded(long position) {
		this.lock.lock();
		try {
			this.unrecorded.remove(position);
			this.recorded.remove(position);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Called if a row that was handed over will not be started.
	 * @param position position of the row
	 */
	void recall(long position) {
		this.lock.lock();
		try {
			this.unrecorded.remove(position);
			if (this.recorded.remove(position) || (this.writing != null && this.writing.ahead.contains(position))) {
				this.recalled.add(position);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Removes the rows that are recorded although they were not started.
	 * @return their positions
	 */
	List<Long> takeRecalled() {
		this.lock.lock();
		try {
			List<Long> positions = List.copyOf(this.recalled);
			this.recalled.clear();
			return positions;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Number of rows that wait for the next transaction.
	 * @return the current number
	 */
	int waiting() {
		this.lock.lock();
		try {
			return this.next.started.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Rows that are recorded in one transaction.
	 */
	private static final class Batch {

		private final List<Long> started = new ArrayList<>();

		private final Set<Long> ahead = new LinkedHashSet<>();

		private boolean done;

		private @Nullable Throwable failure;

		private List<Long> positions() {
			List<Long> positions = new ArrayList<>(this.started);
			positions.addAll(this.ahead);
			return positions;
		}

	}

}
