package io.github.balethon.source;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The thread of an update source. It is interrupted only while it blocks in
 * {@link #blocking}, so that a stop does not interrupt an inbox that stores updates. It
 * is not a daemon, because an application that only polls would exit without it.
 */
final class SourceThread {

	// So that the loop does not spin, whatever a server returns.
	private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

	private final String name;

	private final Loop loop;

	private final Object lock = new Object();

	// All under the lock.
	private @Nullable Thread thread;

	private boolean running;

	private boolean blocking;

	SourceThread(String name, Loop loop) {
		this.name = name;
		this.loop = loop;
	}

	void start() {
		synchronized (this.lock) {
			this.running = true;
			if (this.thread != null) {
				// Stopped and not ended yet: it continues.
				return;
			}
			Thread created = new Thread(this::run, this.name);
			created.setDaemon(false);
			created.setUncaughtExceptionHandler((ended, error) -> this.loop.failed(error));
			this.loop.starting(created);
			created.start();
			this.thread = created;
		}
	}

	/**
	 * Stops the loop after the current turn.
	 * @param timeout the maximum time to block until the thread has ended, as a database
	 * that hangs must not delay the shutdown
	 */
	void stop(Duration timeout) {
		Thread stopped;
		synchronized (this.lock) {
			this.running = false;
			stopped = this.thread;
			if (stopped != null && this.blocking) {
				stopped.interrupt();
			}
		}
		if (stopped != null) {
			join(stopped, timeout);
		}
	}

	private static void join(Thread stopped, Duration timeout) {
		try {
			stopped.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	boolean isRunning() {
		synchronized (this.lock) {
			return this.running;
		}
	}

	private void run() {
		try {
			while (continues()) {
				this.loop.turn();
			}
		}
		catch (Throwable ex) {
			end();
			throw ex;
		}
	}

	// Decides and ends at once, so that a start in between is not lost.
	private boolean continues() {
		synchronized (this.lock) {
			if (!this.running) {
				end();
			}
			return this.running;
		}
	}

	private void end() {
		synchronized (this.lock) {
			this.thread = null;
			this.loop.ended();
		}
	}

	/**
	 * Makes a call that a stop interrupts. Invoked by the loop only.
	 * @param <T> the type of the result
	 * @param call the call
	 * @return the result
	 * @throws InterruptedException if the loop is stopped
	 */
	<T> T blocking(BlockingCall<T> call) throws InterruptedException {
		synchronized (this.lock) {
			if (!this.running) {
				throw new InterruptedException();
			}
			this.blocking = true;
		}
		try {
			return call.get();
		}
		finally {
			synchronized (this.lock) {
				this.blocking = false;
				// An interrupt just after the call must not reach the inbox.
				Thread.interrupted();
			}
		}
	}

	void sleep(Duration pause) throws InterruptedException {
		blocking(() -> {
			Thread.sleep(Math.max(pause.toMillis(), SHORTEST_PAUSE.toMillis()));
			return pause;
		});
	}

	/**
	 * Call that ends when its thread is interrupted.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	interface BlockingCall<T> {

		T get() throws InterruptedException;

	}

	/**
	 * Loop that the thread runs.
	 */
	interface Loop {

		/**
		 * Invoked before the thread is started.
		 * @param thread the thread
		 */
		void starting(Thread thread);

		/**
		 * One turn of the loop.
		 */
		void turn();

		/**
		 * Invoked on the thread when the loop has ended, for whatever reason.
		 */
		void ended();

		/**
		 * Invoked on the thread if {@link #turn()} throws.
		 * @param error what was thrown
		 */
		void failed(Throwable error);

	}

}
