package io.github.balethon.dispatch;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Observations of handlers.
 *
 * @since 0.1.0
 */
public enum BaleHandlerObservation implements ObservationDocumentation {

	/**
	 * An update in its handler, until its asynchronous result has completed, its replies
	 * are sent and the calls that it started have finished.
	 */
	HANDLER {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultBaleHandlerObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return KeyNames.values();
		}
	};

	/**
	 * Tags of a handler.
	 */
	public enum KeyNames implements KeyName {

		/** Class and method of the handler, such as {@code ShopBot#start}. */
		HANDLER {
			@Override
			public String asString() {
				return "bale.handler";
			}
		},
		/** Kind of the update, such as {@code message}. */
		UPDATE_KIND {
			@Override
			public String asString() {
				return "bale.update.kind";
			}
		},
		/**
		 * Outcome of the handler: {@code success}, {@code failure}, or {@code cancelled}
		 * by an interrupt of the sender.
		 */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		}

	}

}
