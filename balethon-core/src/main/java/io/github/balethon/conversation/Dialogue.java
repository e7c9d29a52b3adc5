package io.github.balethon.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A dialogue with a user, as a parameter of a handler that asks several questions.
 * <pre class="code">
 * &#064;BaleCommand
 * void signup(Dialogue talk) {
 *   String name = talk.ask("نام شما؟");
 *   int age = talk.ask("سن شما؟", Integer.class, (a) -&gt; a &gt; 0, "یک عدد بنویسید");
 *   Plan plan = talk.choose("کدام طرح؟", Plan.values());
 *   Order order = talk.once("order", () -&gt; this.orders.create(name, age, plan));
 *   talk.say("ثبت شد: " + order.id());
 * }
 * </pre>
 * <p>
 * A question without a recorded answer ends the invocation, so no thread is held while
 * the user writes. The answer invokes the method again from its start: recorded answers
 * and results of {@link #once} are returned at once, and messages that were sent are not
 * sent again. Questions must therefore come in the same order each time, and everything
 * that may differ between two invocations, such as the time, random numbers, rows of a
 * database and all side effects, belongs in {@code once}.
 * <p>
 * The invocation is ended by an {@link Error} without a stack trace, which {@code
 * catch (Exception ex)} does not catch; {@code finally} blocks are executed for each
 * question. The record of a dialogue is stored as a {@link Conversation}, together with
 * the acknowledgement of the update. If the handler fails, the dialogue stays as it was
 * before the update. If a later version of the handler asks something else than what is
 * recorded, the dialogue ends with a message and an {@link UnreadableConversationEvent}.
 * <p>
 * Not thread-safe: used on the thread of the handler only.
 *
 * @since 0.1.0
 */
public interface Dialogue {

	/**
	 * Returns the text of the message that began the dialogue, such as
	 * {@code /start code} of a deep link.
	 * @return the text, or the callback data of the pressed button; empty if there is
	 * none
	 */
	String firstText();

	/**
	 * Sets the time to wait for the answer to each question from now on. It is stored
	 * with the question, so that a restart does not extend it. An invalid answer does not
	 * extend it either.
	 * @param timeout the time after which the question throws a
	 * {@link DialogueTimeoutException}; by default, a dialogue ends without notice when
	 * its conversation expires
	 * @throws IllegalArgumentException if the time is not positive, or not shorter than
	 * the time to live of the conversation
	 */
	void timeout(Duration timeout);

	/**
	 * Asks for a text.
	 * @param text the question, 1 to 4096 characters
	 * @return the text of the next message
	 */
	String ask(String text);

	/**
	 * Asks for a text, with a keyboard.
	 * @param text the question, 1 to 4096 characters
	 * @param keyboard the keyboard to show
	 * @return the text of the next message
	 */
	String ask(String text, ReplyMarkup keyboard);

	/**
	 * Asks for a value until the answer can be converted. The reply to an invalid answer
	 * is that of the type, such as a
	 * {@link io.github.balethon.annotation.TextValue @TextValue}, or else the text
	 * {@code bale.dialogue.invalid} of the {@code MessageSource}.
	 * @param <T> the type of the value
	 * @param text the question, 1 to 4096 characters
	 * @param type a type to which the {@code ConversionService} converts texts; Persian
	 * digits are accepted
	 * @return the value
	 */
	<T> T ask(String text, Class<T> type);

	/**
	 * Asks for a value until the answer is valid.
	 * @param <T> the type of the value
	 * @param text the question, 1 to 4096 characters
	 * @param type a type to which the {@code ConversionService} converts texts; Persian
	 * digits are accepted
	 * @param valid whether a value is valid; not tested again for a recorded answer
	 * @param invalidText the reply to an invalid answer
	 * @return the value
	 */
	<T> T ask(String text, Class<T> type, Predicate<? super T> valid, String invalidText);

	/**
	 * Lets the user choose an option with an inline button, or by writing its label.
	 * @param <T> the type of the options
	 * @param text the question, 1 to 4096 characters
	 * @param options the options, whose {@code toString()} is the label
	 * @return the chosen option
	 */
	default <T> T choose(String text, T[] options) {
		return choose(text, Arrays.asList(options));
	}

	/**
	 * Lets the user choose an option with an inline button, or by writing its label.
	 * @param <T> the type of the options
	 * @param text the question, 1 to 4096 characters
	 * @param options the options, whose {@code toString()} is the label
	 * @return the chosen option
	 */
	default <T> T choose(String text, Collection<? extends T> options) {
		return choose(text, options, String::valueOf);
	}

	/**
	 * Lets the user choose an option with an inline button, or by writing its label.
	 * @param <T> the type of the options
	 * @param text the question, 1 to 4096 characters
	 * @param options the options
	 * @param label returns the label of an option; no two options have the same
	 * @return the chosen option
	 */
	<T> T choose(String text, Collection<? extends T> options, Function<? super T, String> label);

	/**
	 * Runs an action whose result is recorded. It runs again only if the update fails, or
	 * if the application crashes before the update is acknowledged.
	 * @param <T> the type of the result
	 * @param name the name of the action
	 * @param action the action, whose result is {@code null} or converted to JSON and
	 * back; its class must not have type parameters
	 * @return the result of the action, or the recorded one
	 * @throws IllegalArgumentException if the result cannot be converted to JSON and back
	 */
	<T extends @Nullable Object> T once(String name, Supplier<? extends T> action);

	/**
	 * Runs an action whose result is recorded, such as a list.
	 * @param <T> the type of the result
	 * @param name the name of the action
	 * @param type the type of the result
	 * @param action the action
	 * @return the result of the action, or the recorded one
	 * @throws IllegalArgumentException if the result cannot be converted to JSON and back
	 */
	<T> T once(String name, ParameterizedTypeReference<T> type, Supplier<? extends T> action);

	/**
	 * Sends a message, unless it is recorded as sent. Blocks until it is sent.
	 * @param text the text, 1 to 4096 characters
	 */
	void say(String text);

	/**
	 * Sends a message with a keyboard, unless it is recorded as sent. Blocks until it is
	 * sent.
	 * @param text the text, 1 to 4096 characters
	 * @param keyboard the keyboard to show
	 */
	void say(String text, ReplyMarkup keyboard);

}
