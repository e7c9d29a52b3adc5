package io.github.balethon.dispatch;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of handlers.
 *
 * @since 0.1.0
 */
public enum BaleHandlerObservation implements ObservationDocumentation {

	/**
	 * One update in its handler, from the handler's choice until its result is settled,
	 * its replies are sent and the calls that it began have ended.
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

		/** Class and method, such as {@code ShopBot#start}. */
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
		/** How it ended: {@code success} or {@code failure}. */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		}

	}

}
