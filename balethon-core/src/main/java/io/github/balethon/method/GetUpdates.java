package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;

/**
 * Asks for updates: Bale's {@code getUpdates}. An application with handlers is polled for
 * by itself; two that ask take updates from each other.
 *
 * @param offset number of the first update wanted, which confirms all lower ones; without
 * it the oldest unconfirmed update comes first
 * @param limit largest number of updates, 1 to 100
 * @param timeout longest wait for an update, in seconds
 * @since 0.1.0
 */
public record GetUpdates(@Nullable Long offset, @Nullable Integer limit,
		@Nullable Integer timeout) implements IdempotentMethod<List<Update>> {

	private static final int MAX_LIMIT = 100;

	private static final Type RESULT = new ParameterizedTypeReference<List<Update>>() {
	}.getType();

	/**
	 * A request for whatever waits, with Bale's defaults.
	 * @return the request
	 */
	public static GetUpdates create() {
		return new GetUpdates(null, null, null);
	}

	/**
	 * This request, from an update on.
	 * @param offset the number of the first update wanted, at least 0: a negative one
	 * would make Bale forget updates
	 * @return a new request
	 * @throws IllegalArgumentException if the offset is negative
	 */
	public GetUpdates offset(long offset) {
		Assert.isTrue(offset >= 0, () -> "'offset' must not be negative, but is " + offset
				+ ": a negative offset makes Bale forget updates that nobody has seen");
		return new GetUpdates(offset, this.limit, this.timeout);
	}

	/**
	 * This request, for at most so many updates.
	 * @param limit the largest number of updates, 1 to 100
	 * @return a new request
	 * @throws IllegalArgumentException if the limit is out of its range
	 */
	public GetUpdates limit(int limit) {
		Assert.isTrue(limit >= 1 && limit <= MAX_LIMIT,
				() -> "'limit' must be 1 to " + MAX_LIMIT + ", but is " + limit);
		return new GetUpdates(this.offset, limit, this.timeout);
	}

	/**
	 * This request, waiting for an update.
	 * @param seconds the longest wait in seconds
	 * @return a new request
	 * @throws IllegalArgumentException if the wait is negative
	 */
	public GetUpdates timeout(int seconds) {
		Assert.isTrue(seconds >= 0, () -> "'timeout' must not be negative, but is " + seconds);
		return new GetUpdates(this.offset, this.limit, seconds);
	}

	@Override
	public String methodName() {
		return "getUpdates";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
