package io.github.balethon.dispatch;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * The observation of one update in a handler.
 */
interface HandlerObservation {

	/** The observation of an update that is not observed. */
	HandlerObservation NONE = (failure) -> {
	};

	/**
	 * Stops the observation. Does not throw.
	 * @param failure the failure of the update, or {@code null}
	 */
	void stop(@Nullable Throwable failure);

	/**
	 * Returns the parent of observations within the handler.
	 * @return the observation, or {@code null} if the update is not observed or only
	 * timed
	 */
	default @Nullable Observation observation() {
		return null;
	}

}
