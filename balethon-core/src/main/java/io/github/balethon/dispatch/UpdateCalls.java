package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.method.BaleMethod;
import org.jspecify.annotations.Nullable;

/**
 * The calls to Bale that belong to an update: those that its handler builds, and those
 * that are chained to them. An update finishes when its last step and the last of its
 * calls have ended, in whichever order.
 */
final class UpdateCalls {

	private final Runnable finish;

	// Null if nothing is recorded.
	private final @Nullable AttemptRecord record;

	// The steps of the update count as one, as does each call in flight.
	private final AtomicInteger open = new AtomicInteger(1);

	private volatile boolean callbackAnswered;

	// Both under the lock of this object, and empty for most updates.
	private List<BuiltCall> built = List.of();

	private List<FailedCall> forgottenFailures = List.of();

	/**
	 * Creates the calls of an update whose steps have not ended.
	 * @param finish runs once, on the thread on which the last step or call ends
	 * @param record records the calls, or {@code null}
	 */
	UpdateCalls(Runnable finish, @Nullable AttemptRecord record) {
		this.finish = finish;
		this.record = record;
	}

	synchronized void built(BuiltCall call) {
		if (this.built.isEmpty()) {
			this.built = new ArrayList<>(2);
		}
		this.built.add(call);
	}

	/**
	 * Counts a call as one of the update.
	 * @return whether the update is unfinished
	 */
	boolean begin() {
		int current = this.open.get();
		while (current > 0) {
			if (this.open.compareAndSet(current, current + 1)) {
				return true;
			}
			current = this.open.get();
		}
		return false;
	}

	/**
	 * Ends a call that has {@linkplain #begin() begun}, or the steps of the update.
	 */
	void end() {
		if (this.open.decrementAndGet() == 0) {
			this.finish.run();
		}
	}

	/**
	 * Records a call that has {@linkplain #begin() begun}.
	 * @param method the request
	 * @return the record, or {@code null} if nothing is recorded
	 */
	@Nullable CallRecord record(BaleMethod<?> method) {
		return (this.record != null) ? this.record.call(method) : null;
	}

	void answersCallback() {
		this.callbackAnswered = true;
	}

	boolean isCallbackAnswered() {
		return this.callbackAnswered;
	}

	/**
	 * Records the failure of a call whose result no code receives.
	 * @param methodName method of the Bot API
	 * @param error why it failed
	 */
	synchronized void failedUnseen(String methodName, Throwable error) {
		if (this.forgottenFailures.isEmpty()) {
			this.forgottenFailures = new ArrayList<>(2);
		}
		this.forgottenFailures.add(new FailedCall(methodName, error));
	}

	synchronized List<BuiltCall> unsent() {
		return this.built.stream().filter((call) -> !call.isSent()).toList();
	}

	/**
	 * Failures of calls whose results no code received.
	 * @param reported the error that the log reports anyway, or {@code null}
	 * @return the failures without that error
	 */
	synchronized List<FailedCall> forgottenFailures(@Nullable Throwable reported) {
		return this.forgottenFailures.stream()
			.filter((call) -> call.error() != reported && (reported == null || call.error() != reported.getCause()))
			.toList();
	}

	/**
	 * A call that a handler has built.
	 */
	interface BuiltCall {

		/**
		 * Name of the method.
		 * @return the method of the Bot API
		 */
		String methodName();

		/**
		 * Whether the call was subscribed to.
		 * @return {@code false} if the handler has only built it
		 */
		boolean isSent();

	}

	/**
	 * A call that has failed, and whose result no code received.
	 *
	 * @param methodName method of the Bot API
	 * @param error why it failed
	 */
	record FailedCall(String methodName, Throwable error) {

	}

}
