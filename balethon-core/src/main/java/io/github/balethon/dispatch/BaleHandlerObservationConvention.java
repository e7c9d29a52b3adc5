package io.github.balethon.dispatch;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names and tags of observed handlers. A bean of this type takes the place of
 * {@link DefaultBaleHandlerObservationConvention}.
 *
 * @since 0.1.0
 */
public interface BaleHandlerObservationConvention extends ObservationConvention<BaleHandlerObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof BaleHandlerObservationContext;
	}

}
