package io.github.balethon.handler.internal;

/**
 * A handler as text, for the log and for monitoring.
 *
 * @param handler class and method, such as {@code ShopBot#start}
 * @param condition the updates that it handles, such as {@code command /start}
 * @since 0.1.0
 */
public record HandlerDescription(String handler, String condition) {

	static HandlerDescription of(RegisteredHandler handler) {
		return new HandlerDescription(handler.toString(), handler.condition().toString());
	}

	@Override
	public String toString() {
		return this.condition + " -> " + this.handler;
	}

}
