package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The press of an inline button: Bale's {@code CallbackQuery}. The button of the person
 * waits until the query is answered.
 *
 * @param id identifier for the answer
 * @param from the person who pressed
 * @param message the message with the button; its content is missing when it is old
 * @param data data of the button; may be data that no button has
 * @since 0.1.0
 */
public record CallbackQuery(String id, @Nullable User from, @Nullable Message message, @Nullable String data) {

	public CallbackQuery {
		id = (id != null) ? id : "";
	}

	/**
	 * Identifiers only: button data may carry what a person chose.
	 */
	@Override
	public String toString() {
		return "CallbackQuery[id=" + this.id + ", from=" + this.from + ", message=" + this.message + "]";
	}

}
