package io.github.balethon.conversation;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The conversation that an update belongs to, as a parameter of a handler. It has a
 * state, which selects the handlers of the next update, and data of any type that is
 * converted to JSON and back. <pre class="code">
 * &#064;Component
 * &#064;BaleConversation("signup")
 * class SignUpBot {
 *
 *   record SignUp(String name) {
 *   }
 *
 *   &#064;BaleCommand
 *   String signup(Conversation&lt;SignUp&gt; conversation) {
 *     conversation.moveTo("name");
 *     return "نام شما؟";
 *   }
 *
 *   &#064;BaleText(state = "name")
 *   String name(String text, Conversation&lt;SignUp&gt; conversation) {
 *     conversation.moveTo("age", new SignUp(text));
 *     return "سن شما؟";
 *   }
 *
 *   &#064;BaleText(state = "age", regex = "^\\d+$")
 *   String age(String text, Conversation&lt;SignUp&gt; conversation) {
 *     SignUp signUp = conversation.requireData();
 *     conversation.end();
 *     return signUp.name() + "، " + text;
 *   }
 *
 * }
 * </pre>
 * <p>
 * Changes are stored after the handler has succeeded and its replies are sent, together
 * with the acknowledgement of the update. If the handler fails, they are discarded. A
 * conversation can be changed by any thread until then, and throws an
 * {@link IllegalStateException} afterwards.
 *
 * @param <T> the type of the data: a record or another class, a collection, or a value
 * such as {@code String}; {@code ?} if a handler does not use it
 * @since 0.1.0
 * @see io.github.balethon.annotation.BaleConversation
 */
public interface Conversation<T> {

	/**
	 * Returns the current state.
	 * @return the state, without the name of the group if the class of the handler
	 * belongs to that group; {@code null} if there is no conversation
	 */
	@Nullable String state();

	/**
	 * Returns the current state as a constant of an enum.
	 * @param <E> the type of the enum
	 * @param type the enum
	 * @return the constant, or {@code null} if the current state is none of them
	 */
	<E extends Enum<E>> @Nullable E state(Class<E> type);

	/**
	 * Returns the data.
	 * @return the data, or {@code null} if there is none, or if the conversation is in a
	 * state of another group
	 * @throws UnreadableConversationException if the stored data cannot be converted to
	 * the type
	 */
	@Nullable T data();

	/**
	 * Returns the data in a state that always has data.
	 * @return the data
	 * @throws IllegalStateException if there is none
	 * @throws UnreadableConversationException if the stored data cannot be converted to
	 * the type
	 */
	default T requireData() {
		T data = data();
		Assert.state(data != null, "The conversation has no data: set it with moveTo(state, data)");
		return data;
	}

	/**
	 * Sets the data, and keeps the state and its timeout. A copy is stored as JSON, so
	 * later changes of the object have no effect.
	 * @param data the data
	 * @throws IllegalStateException if there is no conversation
	 */
	void data(T data);

	/**
	 * Moves to a state and keeps the data. The data of another group is discarded.
	 * @param state the state, with or without the name of the group
	 * @throws IllegalArgumentException if no handler has the state
	 */
	void moveTo(String state);

	/**
	 * Moves to a state and keeps the data. The data of another group is discarded.
	 * @param state the state, whose name handlers have as {@code state}
	 * @throws IllegalArgumentException if no handler has the state
	 */
	default void moveTo(Enum<?> state) {
		moveTo(state.name());
	}

	/**
	 * Moves to a state and sets the data.
	 * @param state the state, with or without the name of the group
	 * @param data the data
	 * @throws IllegalArgumentException if no handler has the state, or if the data cannot
	 * be converted to JSON
	 */
	void moveTo(String state, T data);

	/**
	 * Moves to a state and sets the data.
	 * @param state the state, whose name handlers have as {@code state}
	 * @param data the data
	 * @throws IllegalArgumentException if no handler has the state, or if the data cannot
	 * be converted to JSON
	 */
	default void moveTo(Enum<?> state, T data) {
		moveTo(state.name(), data);
	}

	/**
	 * Ends the conversation after a time without a further change, instead of
	 * {@code bale.conversation.time-to-live}. Applies until the next change.
	 * @param ttl the time from now
	 * @throws IllegalStateException if there is no conversation
	 */
	void expireAfter(Duration ttl);

	/**
	 * Ends the conversation. Has no effect if there is none.
	 */
	void end();

}
