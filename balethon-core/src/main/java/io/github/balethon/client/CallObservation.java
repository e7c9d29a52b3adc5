package io.github.balethon.client;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The observation of one call. At most one of {@link #failed failed} and
 * {@link #cancelled cancelled} is invoked, and {@link #stop stop} once and last. No
 * method throws.
 */
interface CallObservation {

	/** The observation of a call that is not observed. */
	CallObservation NONE = new CallObservation() {

		@Override
		public void retried() {
			// Not observed.
		}

		@Override
		public void failed(Throwable error) {
			// Not observed.
		}

		@Override
		public void cancelled() {
			// Not observed.
		}

		@Override
		public void stop() {
			// Not observed.
		}

	};

	/**
	 * Signals that an attempt has failed and the call is retried after a pause.
	 */
	void retried();

	/**
	 * Signals that the call has failed.
	 * @param error the error of the call
	 */
	void failed(Throwable error);

	/**
	 * Signals that the call was cancelled before its result was available.
	 */
	void cancelled();

	/**
	 * Stops the observation.
	 */
	void stop();

	/**
	 * Returns the parent of observations within the call, such as those of
	 * {@code WebClient}.
	 * @return the observation, or {@code null} if the call is not observed or only timed
	 */
	default @Nullable Observation observation() {
		return null;
	}

}
