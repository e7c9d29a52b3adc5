package io.github.balethon.internal;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.data.redis.RedisConnectionFailureException;

/**
 * Access of a store to Redis, with the reason of the last failure. Thread-safe.
 */
public final class RedisAccess {

	// Longer than the default timeout of a command, after which an update is retried. The
	// failure is not reported forever, as it may have been one that nothing retries.
	private static final Duration REPORTED = Duration.ofSeconds(90);

	private final String name;

	private final BiFunction<String, Throwable, RuntimeException> unavailable;

	private volatile @Nullable Failure failure;

	/**
	 * Creates an access.
	 * @param name what is stored, for messages
	 * @param unavailable creates the exception for a message and its cause
	 */
	public RedisAccess(String name, BiFunction<String, Throwable, RuntimeException> unavailable) {
		this.name = name;
		this.unavailable = unavailable;
	}

	/**
	 * Uses Redis.
	 * @param <T> the type of the result
	 * @param access the use
	 * @return the result
	 */
	public <T extends @Nullable Object> T call(Supplier<T> access) {
		try {
			T result = access.get();
			this.failure = null;
			return result;
		}
		catch (NestedRuntimeException ex) {
			String message = "Redis of the %s failed (%s)".formatted(this.name, detail(ex));
			this.failure = new Failure(message, System.nanoTime());
			throw this.unavailable.apply(message, ex);
		}
	}

	// Other messages may contain values, which hold what users wrote.
	private static String detail(NestedRuntimeException error) {
		String message = NestedExceptionUtils.getMostSpecificCause(error).getMessage();
		boolean connection = error instanceof RedisConnectionFailureException;
		return (connection && message != null) ? message : error.getClass().getSimpleName();
	}

	/**
	 * Returns the reason of the last failure, unless Redis has worked since then.
	 * @return the reason, without any value, or {@code null}
	 */
	public @Nullable String trouble() {
		Failure last = this.failure;
		return (last != null && System.nanoTime() - last.nanos() < REPORTED.toNanos()) ? last.message() : null;
	}

	/**
	 * A failure.
	 *
	 * @param message its message
	 * @param nanos its time
	 */
	private record Failure(String message, long nanos) {

	}

}
