package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Counts updates that are started after a crash. Each of them is counted in the database
 * before its handler is invoked. Updates that are started during such a transaction share
 * the next one.
 */
final class CrashCounter {

	private final Consumer<List<Long>> writer;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition written = this.lock.newCondition();

	// Handed over and not begun.
	private final Set<Long> expected = ConcurrentHashMap.newKeySet();

	// All under the lock.
	private Batch next = new Batch();

	private boolean writing;

	/**
	 * Creates a counter.
	 * @param writer counts rows, by their positions
	 */
	CrashCounter(Consumer<List<Long>> writer) {
		this.writer = writer;
	}

	/**
	 * Adds a row that must be counted before it is begun.
	 * @param position its position
	 */
	void add(long position) {
		this.expected.add(position);
	}

	/**
	 * Removes a row.
	 * @param position its position
	 * @return whether it must be counted
	 */
	boolean remove(long position) {
		return this.expected.remove(position);
	}

	void clear() {
		this.expected.clear();
	}

	/**
	 * Counts a row, and returns when that is written.
	 * @param position its position
	 */
	void count(long position) {
		Batch batch;
		this.lock.lock();
		try {
			batch = this.next;
			batch.positions.add(position);
			while (this.writing && !batch.done) {
				this.written.awaitUninterruptibly();
			}
			if (batch.done) {
				batch.check();
				return;
			}
			this.writing = true;
			this.next = new Batch();
		}
		finally {
			this.lock.unlock();
		}
		write(batch);
	}

	private void write(Batch batch) {
		Throwable failure = null;
		try {
			this.writer.accept(batch.positions);
		}
		catch (RuntimeException | Error ex) {
			failure = ex;
			throw ex;
		}
		finally {
			this.lock.lock();
			try {
				batch.done = true;
				batch.failure = failure;
				this.writing = false;
				this.written.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	/**
	 * How many wait for the database.
	 * @return the number at this moment
	 */
	int waiting() {
		this.lock.lock();
		try {
			return this.next.positions.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Rows that are counted together.
	 */
	private static final class Batch {

		private final List<Long> positions = new ArrayList<>();

		private boolean done;

		private @Nullable Throwable failure;

		private void check() {
			if (this.failure instanceof RuntimeException problem) {
				throw problem;
			}
			if (this.failure instanceof Error problem) {
				throw problem;
			}
		}

	}

}
