package io.github.balethon.client;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags of observed calls to Bale. A bean of this type replaces
 * {@link DefaultBaleClientObservationConvention}.
 *
 * @since 0.1.0
 */
public interface BaleClientObservationConvention extends ObservationConvention<BaleClientObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof BaleClientObservationContext;
	}

}
