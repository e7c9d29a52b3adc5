package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.lang.CheckReturnValue;

/**
 * Requests updates. The starter polls for applications that have handlers. Two consumers
 * that poll with the same token take updates from each other.
 *
 * @param offset the identifier of the first update to return, which confirms all lower
 * ones; 0 or greater
 * @param limit the maximum number of updates, 1 to 100
 * @param timeout the time to wait for an update, in seconds
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getUpdates}</a>
 */
public record GetUpdates(@Nullable Long offset, @Nullable Integer limit,
		@Nullable Integer timeout) implements IdempotentMethod<List<Update>> {

	private static final Type RESULT = new ParameterizedTypeReference<List<Update>>() {
	}.getType();

	public GetUpdates {
		Parameters.offset(offset);
		Parameters.range("limit", limit, 1, 100);
		Parameters.notNegative("timeout", timeout);
	}

	/**
	 * Creates a request. Without an offset, updates begin with the oldest one that is not
	 * confirmed.
	 * @return the request
	 */
	public static GetUpdates of() {
		return new GetUpdates(null, null, null);
	}

	/**
	 * Sets the identifier of the first update to return.
	 * @param offset the identifier of the first update to return, which confirms all
	 * lower ones; 0 or greater
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public GetUpdates offset(long offset) {
		return new GetUpdates(offset, this.limit, this.timeout);
	}

	/**
	 * Sets the maximum number of updates.
	 * @param limit the maximum number of updates, 1 to 100
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public GetUpdates limit(int limit) {
		return new GetUpdates(this.offset, limit, this.timeout);
	}

	/**
	 * Sets the time to wait for an update.
	 * @param timeout the time to wait for an update, in seconds
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public GetUpdates timeout(int timeout) {
		return new GetUpdates(this.offset, this.limit, timeout);
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
