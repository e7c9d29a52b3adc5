package io.github.balethon.client;

import java.util.Objects;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Which calls go first when a limit makes messages wait. Calls that belong to an update
 * are interactive by themselves, as somebody waits for them; all others are not. A
 * handler that sends to many people says so: <pre class="code">
 * bale.sendMessage(chatId, text).contextWrite(CallPriority.BACKGROUND::in)
 * </pre>
 *
 * @since 0.1.0
 */
public enum CallPriority {

	/** Somebody waits for it. */
	INTERACTIVE,

	/** It may come a little later: a broadcast, a reminder. */
	BACKGROUND;

	/**
	 * Gives the calls of a chain this priority.
	 * @param chain the context of the chain
	 * @return the context with this priority in it
	 */
	public Context in(Context chain) {
		return chain.put(CallPriority.class, this);
	}

	/**
	 * Gives the calls of a chain this priority, if they have none of their own.
	 * @param chain the context of the chain
	 * @return a context with a priority in it
	 */
	public Context inIfAbsent(Context chain) {
		return chain.hasKey(CallPriority.class) ? chain : in(chain);
	}

	static CallPriority of(ContextView chain) {
		return Objects.requireNonNullElse(chain.getOrDefault(CallPriority.class, null), BACKGROUND);
	}

}
