package io.github.balethon.benchmarks.bale;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Messages of many users that have all arrived from the start. Detects lost, duplicated
 * and reordered echoes.
 */
public class EchoLoad implements Load {

	private final int warmUp;

	private final int total;

	private final int[] lastEcho = new int[Messages.USERS];

	private final CountDownLatch warm = new CountDownLatch(1);

	private final CountDownLatch done = new CountDownLatch(1);

	private int answered;

	private volatile int disorders;

	private volatile long warmNanos;

	private volatile long doneNanos;

	/**
	 * Creates a load.
	 * @param warmUp number of messages that are not measured
	 * @param measured number of messages that are measured
	 */
	public EchoLoad(int warmUp, int measured) {
		this.warmUp = warmUp;
		this.total = warmUp + measured;
	}

	@Override
	public int arrived() {
		return this.total;
	}

	@Override
	public void echoed(int update) {
		int user = Messages.user(update);
		int sequence = Messages.sequence(update);
		if (sequence != this.lastEcho[user] + 1) {
			this.disorders++;
		}
		this.lastEcho[user] = sequence;
		this.answered++;
		if (this.answered == this.warmUp) {
			this.warmNanos = System.nanoTime();
			this.warm.countDown();
		}
		if (this.answered == this.total) {
			this.doneNanos = System.nanoTime();
			this.done.countDown();
		}
	}

	@Override
	public void giveUp() {
		this.warm.countDown();
		this.done.countDown();
	}

	/**
	 * Blocks until the messages that are not measured are answered.
	 * @param timeout maximum time to wait
	 * @return {@code false} if the time has elapsed or the contestant has terminated
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitWarm(Duration timeout) throws InterruptedException {
		return this.warm.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && this.warmNanos != 0;
	}

	/**
	 * Blocks until all messages are answered.
	 * @param timeout maximum time to wait
	 * @return {@code false} if the time has elapsed or the contestant has terminated
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitDone(Duration timeout) throws InterruptedException {
		return this.done.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && this.doneNanos != 0;
	}

	/**
	 * Time between the last echo of the warm-up and the last of all.
	 * @return the time in seconds
	 */
	public double measuredSeconds() {
		return (this.doneNanos - this.warmNanos) / 1e9;
	}

	/**
	 * Number of messages that are measured.
	 * @return the number
	 */
	public int measured() {
		return this.total - this.warmUp;
	}

	/**
	 * Number of messages that are not measured.
	 * @return the number
	 */
	public int warmUp() {
		return this.warmUp;
	}

	/**
	 * Number of echoes that did not follow the last one of their user: lost, duplicated
	 * or reordered ones.
	 * @return the number
	 */
	public int disorders() {
		return this.disorders;
	}

}
