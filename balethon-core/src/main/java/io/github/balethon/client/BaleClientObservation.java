package io.github.balethon.client;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.docs.ObservationDocumentation;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Observations of calls to Bale.
 *
 * @since 0.1.0
 */
public enum BaleClientObservation implements ObservationDocumentation {

	/**
	 * A call, from its start until its result is available. Includes the wait for a
	 * connection and retries. Excludes the wait for {@link #LIMITED rate limiting} before
	 * the first attempt.
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
	},

	/**
	 * Wait of a message for client-side rate limiting. Only observed if the message has
	 * to wait.
	 */
	LIMITED {
		@Override
		public String getName() {
			return "bale.client.limited";
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return new KeyName[] { KeyNames.METHOD };
		}
	};

	/**
	 * Events of a call. Counted as {@code bale.client.retry}.
	 */
	public enum Events implements Observation.Event {

		/** The call is retried after a backoff. */
		RETRY {
			@Override
			public String getName() {
				return "retry";
			}
		}

	}

	/**
	 * Returns the parent for an observation in a chain: the observation of the chain, or
	 * else of the subscribing thread.
	 * @param chain the context of the chain
	 * @param registry the registry
	 * @return the parent, or {@code null} if there is none
	 */
	static @Nullable Observation parent(ContextView chain, ObservationRegistry registry) {
		Observation ofChain = chain.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		return (ofChain != null) ? ofChain : registry.getCurrentObservation();
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
		 * Outcome of the call: {@code success}, {@code refused} by Bale,
		 * {@code no answer}, {@code unreadable} (malformed answer), {@code cancelled} or
		 * {@code failure}.
		 */
		OUTCOME {
			@Override
			public String asString() {
				return "outcome";
			}
		},
		/** Error code in Bale's answer, or {@code none}. */
		ERROR_CODE {
			@Override
			public String asString() {
				return "bale.error.code";
			}
		}

	}

}
