package io.github.balethon.dispatch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags of observed updates. A bean of this type takes the place of
 * {@link DefaultBaleUpdateObservationConvention}.
 *
 * @since 0.1.0
 */
public interface BaleUpdateObservationConvention extends ObservationConvention<BaleUpdateObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof BaleUpdateObservationContext;
	}

}
