package io.github.balethon.inbox.kafka;

import org.jspecify.annotations.Nullable;

/**
 * Exception thrown if the inbox cannot use Kafka for a reason that a retry does not
 * remove, such as a topic with too few partitions.
 *
 * @since 0.1.0
 */
public class KafkaInboxException extends RuntimeException {

	private final String action;

	KafkaInboxException(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	/**
	 * What to do about it.
	 * @return the action, as a sentence
	 */
	public String getAction() {
		return this.action;
	}

}
