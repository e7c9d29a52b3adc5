package io.github.balethon.dispatch;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * Observations of updates.
 *
 * @since 0.1.0
 */
public enum BaleUpdateObservation implements ObservationDocumentation {

	/**
	 * An update from its receipt until it is finished: the wait for a worker, all
	 * attempts of its handlers, and its calls.
	 */
	UPDATE {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultBaleUpdateObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return KeyNames.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return IdentifierKeyNames.values();
		}

		@Override
		public Observation.Event[] getEvents() {
			return Events.values();
		}
	};

	/**
	 * Events of an update.
	 */
	public enum Events implements Observation.Event {

		/** A worker has begun an attempt. */
		STARTED {
			@Override
			public String getName() {
				return "started";
			}
		}

	}

	/**
	 * Tags of an update.
	 */
	public enum KeyNames implements KeyName {

		/** Kind of the update, such as {@code message}. */
		UPDATE_KIND {
			@Override
			public String asString() {
				return "bale.update.kind";
			}
		},
		/**
		 * Outcome of the update: {@code handled}, {@code unmatched}, {@code failed},
		 * {@code refused}, {@code rate limited}, {@code too old}, {@code cancelled},
		 * {@code interrupted} by a shutdown, or {@code withdrawn} as another instance
		 * handles it.
		 */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		}

	}

	/**
	 * Attributes of the span of an update. They are no tags of its timer.
	 */
	public enum IdentifierKeyNames implements KeyName {

		/** Identifier of the update. */
		UPDATE_ID {
			@Override
			public String asString() {
				return "bale.update.id";
			}
		},
		/** Identifier of the chat, if the update has one. */
		CHAT_ID {
			@Override
			public String asString() {
				return "bale.chat.id";
			}

			@Override
			public boolean isRequired() {
				return false;
			}
		}

	}

}
