package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.util.context.ContextView;

/**
 * Starts the observation of each call to Bale. No method throws, whatever the code of the
 * application does that it invokes.
 */
interface CallObservations {

	/** Observes no call. */
	CallObservations NONE = (method, chain) -> CallObservation.NONE;

	/**
	 * Starts the observation of a call, on the thread that subscribes to the call.
	 * @param method the request
	 * @param chain the context of the chain that contains the call
	 * @return the started observation, or {@link CallObservation#NONE}
	 */
	CallObservation start(BaleMethod<?> method, ContextView chain);

}
