package io.github.balethon.client;

import java.util.Objects;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.docs.ObservationDocumentation;
import reactor.util.context.ContextView;

/**
 * What is observed of calls to Bale.
 *
 * @since 0.1.0
 */
public enum BaleClientObservation implements ObservationDocumentation {

	/**
	 * One call, from the moment it is begun until its result is there: waiting for a
	 * connection or a limit, and further attempts, included.
	 */
	CALL {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultBaleClientObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return KeyNames.values();
		}

		@Override
		public Observation.Event[] getEvents() {
			return Events.values();
		}
	};

	/**
	 * What can happen during a call. Each is counted, as {@code bale.client.retry} and
	 * {@code bale.client.limited}.
	 */
	public enum Events implements Observation.Event {

		/** A further attempt follows, after a pause. */
		RETRY {
			@Override
			public String getName() {
				return "retry";
			}
		},
		/** The call waits, as a limit for messages is reached. */
		LIMITED {
			@Override
			public String getName() {
				return "limited";
			}
		}

	}

	/**
	 * The observation of the call in a chain.
	 * @param chain the context of the chain
	 * @return the observation, which may be none
	 */
	static Observation of(ContextView chain) {
		return Objects.requireNonNullElse(chain.getOrDefault(ObservationThreadLocalAccessor.KEY, null),
				Observation.NOOP);
	}

	/**
	 * Tags of a call.
	 */
	public enum KeyNames implements KeyName {

		/** Method of the Bot API, such as {@code sendMessage}. */
		METHOD {
			@Override
			public String asString() {
				return "bale.method";
			}
		},
		/**
		 * How the call ended: {@code success}, {@code refused} by Bale, with
		 * {@code no answer}, with one that is {@code unreadable}, {@code cancelled}, or
		 * as another {@code failure}.
		 */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		},
		/** Code that Bale refused the call with, or {@code none}. */
		ERROR_CODE {
			@Override
			public String asString() {
				return "bale.error.code";
			}
		}

	}

}
