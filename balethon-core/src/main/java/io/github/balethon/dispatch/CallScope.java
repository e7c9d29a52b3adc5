package io.github.balethon.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * The update to which calls belong that the current thread builds.
 */
final class CallScope {

	private final ThreadLocal<@Nullable UpdateCalls> current = new ThreadLocal<>();

	@Nullable UpdateCalls current() {
		return this.current.get();
	}

	/**
	 * Makes calls that are built on this thread part of an update.
	 * @param update the calls of the update, or {@code null} for none
	 * @return the value to {@link #leave leave} to
	 */
	@Nullable UpdateCalls enter(@Nullable UpdateCalls update) {
		UpdateCalls previous = this.current.get();
		if (previous != update) {
			this.current.set(update);
		}
		return previous;
	}

	void leave(@Nullable UpdateCalls previous) {
		if (previous == null) {
			this.current.remove();
		}
		else {
			this.current.set(previous);
		}
	}

}
