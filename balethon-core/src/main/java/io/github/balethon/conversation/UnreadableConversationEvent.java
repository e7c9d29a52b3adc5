package io.github.balethon.conversation;

import org.springframework.context.ApplicationEvent;

/**
 * Published when a stored conversation does not fit the classes of the application and
 * has ended, on the worker thread.
 *
 * @since 0.1.0
 */
public class UnreadableConversationEvent extends ApplicationEvent {

	private final transient ConversationKey key;

	private final String state;

	private final String reason;

	/**
	 * Creates an event.
	 * @param source the publisher of the event
	 * @param key the key of the conversation
	 * @param state the stored state
	 * @param reason the reason, without any content of the conversation
	 */
	public UnreadableConversationEvent(Object source, ConversationKey key, String state, String reason) {
		super(source);
		this.key = key;
		this.state = state;
		this.reason = reason;
	}

	/**
	 * Returns the key of the conversation.
	 * @return the key
	 */
	public ConversationKey getKey() {
		return this.key;
	}

	/**
	 * Returns the stored state.
	 * @return the state
	 */
	public String getState() {
		return this.state;
	}

	/**
	 * Returns the reason.
	 * @return the reason, without any content of the conversation
	 */
	public String getReason() {
		return this.reason;
	}

	@Override
	public String toString() {
		return "UnreadableConversationEvent[key=" + this.key + ", state=" + this.state + "]";
	}

}
