package io.github.balethon.emulator;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on demand: slowness, failures, a token that is refused.
 */
final class Faults {

	private static final Duration LONGEST_DELAY = Duration.ofDays(1);

	private final Map<String, Duration> delays = new ConcurrentHashMap<>();

	private final Map<String, Queue<Answer>> failures = new ConcurrentHashMap<>();

	private volatile Duration commonDelay = Duration.ZERO;

	private volatile boolean tokenRefused;

	void delay(Duration delay) {
		this.commonDelay = checked(delay);
	}

	void delay(String method, Duration delay) {
		this.delays.put(method, checked(delay));
	}

	Duration delayOf(String method) {
		Duration own = this.delays.get(method);
		if (own != null) {
			return own;
		}
		return method.equals(BotMethods.GET_UPDATES) ? Duration.ZERO : this.commonDelay;
	}

	void fail(String method, Answer answer, int times) {
		if (times < 1) {
			throw new IllegalArgumentException("The number of failing calls must be at least 1, not " + times + ".");
		}
		if (answer.status() < 400 || answer.status() > 599) {
			throw new IllegalArgumentException(
					"An error code is a number from 400 to 599, as it is the HTTP status too; " + answer.status()
							+ " is none.");
		}
		Queue<Answer> queue = this.failures.computeIfAbsent(method, (name) -> new ConcurrentLinkedQueue<>());
		for (int i = 0; i < times; i++) {
			queue.add(answer);
		}
	}

	@Nullable Answer nextFailure(String method) {
		Queue<Answer> queue = this.failures.get(method);
		return (queue != null) ? queue.poll() : null;
	}

	void refuseToken(boolean refuse) {
		this.tokenRefused = refuse;
	}

	boolean isTokenRefused() {
		return this.tokenRefused;
	}

	private Duration checked(Duration delay) {
		if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
			throw new IllegalArgumentException("A delay is from zero to one day, not " + delay + ".");
		}
		return delay;
	}

}
