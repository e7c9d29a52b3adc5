package io.github.balethon.client;

import java.util.Objects;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Priority of calls under client-side rate limiting. Calls that belong to an update are
 * interactive by default, because a user waits for the reply; all other calls are
 * background calls. A handler that sends a broadcast sets the priority:
 * <pre class="code">
 * bale.sendMessage(chatId, text).contextWrite(CallPriority.BACKGROUND::in)
 * </pre>
 *
 * @since 0.1.0
 */
public enum CallPriority {

	/** A user waits for the result. */
	INTERACTIVE,

	/** The call may be delayed, such as those of a broadcast. */
	BACKGROUND;

	/**
	 * Sets this priority for the calls of a chain.
	 * @param chain the context of the chain
	 * @return the context with this priority
	 */
	public Context in(Context chain) {
		return chain.put(CallPriority.class, this);
	}

	/**
	 * Sets this priority for the calls of a chain that have no priority yet.
	 * @param chain the context of the chain
	 * @return the context with a priority
	 */
	public Context inIfAbsent(Context chain) {
		return chain.hasKey(CallPriority.class) ? chain : in(chain);
	}

	static CallPriority of(ContextView chain) {
		return Objects.requireNonNullElse(chain.getOrDefault(CallPriority.class, null), BACKGROUND);
	}

}
