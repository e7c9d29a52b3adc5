package io.github.balethon.autoconfigure;

import io.github.balethon.client.ObservationMeters;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether each update and call is observed, or only timed, which costs less.
 */
interface ObservationListeners {

	/**
	 * Returns the meters that take the place of observations.
	 * @return the meters if nothing else listens to observations, or {@code null} if each
	 * update and call is to be observed
	 */
	@Nullable ObservationMeters metersIfAlone();

}
