package io.github.balethon.handler;

import java.util.List;
import java.util.Locale;

import io.github.balethon.client.BaleClient;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.lang.CheckReturnValue;

/**
 * Context of one update while handlers process it: the update, shortcuts for replies, and
 * a client that is bound to the update. The update is acknowledged after all calls of
 * that client have completed. <pre class="code">
 * &#064;BaleCommand("hello")
 * Mono&lt;?&gt; hello(BaleContext ctx) {
 *   return ctx.send("…").flatMap((message) -&gt; ctx.edit(message, "Hello"));
 * }
 * </pre>
 * <p>
 * Methods that call Bale return a {@code Mono}: the call is made on subscription, for
 * example when a handler returns the {@code Mono}. Instances are safe for use by several
 * threads.
 *
 * @since 0.1.0
 * @see io.github.balethon.annotation.BaleHandler
 */
public interface BaleContext {

	/**
	 * Returns the update.
	 * @return the update
	 */
	Update update();

	/**
	 * Returns the kind of the update.
	 * @return the kind
	 */
	UpdateKind kind();

	/**
	 * Returns the message of the update: the new message, the edited message, or the
	 * message with the pressed button.
	 * @return the message, or {@code null} if the update has none
	 */
	@Nullable Message message();

	/**
	 * Returns the messages that are handled together, in the order of their identifiers:
	 * an album, or messages in quick succession. All other methods of this context refer
	 * to the first of them that was received.
	 * @return the messages; the only one if the update is handled alone, none if it has
	 * no message
	 * @see io.github.balethon.annotation.BaleHandler#collect()
	 */
	default List<Message> messages() {
		Message message = message();
		return (message != null) ? List.of(message) : List.of();
	}

	/**
	 * Returns the text of the update as the user typed it: the text of the message, the
	 * caption of a photo or file, or the data of the pressed button.
	 * @return the text, or {@code null} if the update has none
	 */
	@Nullable String text();

	/**
	 * Whether the update has a chat for replies.
	 * @return {@code false} if {@link #chatId()} throws an exception
	 */
	boolean hasChat();

	/**
	 * Returns the identifier of the chat for replies. A callback query of an inaccessible
	 * message has no chat. Its replies go to the private chat with the sender, which has
	 * the identifier of the user.
	 * @return the identifier of the chat
	 * @throws IllegalStateException if the update has neither a chat nor a sender
	 */
	ChatId chatId();

	/**
	 * Returns the key of the conversation that the update belongs to.
	 * @return the key, or {@code null} if the update has no sender
	 */
	@Nullable ConversationKey conversationKey();

	/**
	 * Sends a text message to the chat of the update, as a reply to its message.
	 * @param text the text, 1 to 4096 characters
	 * @return the sent message
	 */
	@CheckReturnValue
	Mono<Message> reply(String text);

	/**
	 * Sends a text message to the chat of the update.
	 * @param text the text, 1 to 4096 characters
	 * @return the sent message
	 */
	@CheckReturnValue
	Mono<Message> send(String text);

	/**
	 * Edits the text of a message that the bot sent.
	 * @param message the sent message
	 * @param text the new text, 1 to 4096 characters
	 * @return the edited message, as far as Bale returns it
	 */
	@CheckReturnValue
	Mono<EditedMessage> edit(Message message, String text);

	/**
	 * Answers the callback query with a notification at the top of the screen. Users of
	 * old clients, which cannot show it, receive a message instead.
	 * @param text the text, up to 200 characters
	 * @return completes when the callback query is answered
	 * @throws IllegalStateException if the update is not a callback query
	 */
	@CheckReturnValue
	Mono<Void> answer(String text);

	/**
	 * Answers the callback query with an alert that the user has to close. Users of old
	 * clients, which cannot show it, receive a message instead.
	 * @param text the text, up to 200 characters
	 * @return completes when the callback query is answered
	 * @throws IllegalStateException if the update is not a callback query
	 */
	@CheckReturnValue
	Mono<Void> alert(String text);

	/**
	 * Returns the locale for replies to the sender.
	 * @return the locale
	 * @see BaleLocaleResolver
	 */
	Locale locale();

	/**
	 * Resolves a code of the {@code MessageSource} in the locale of the sender. Codes of
	 * this library, such as {@code bale.command.usage}, have default texts.
	 * @param code the code
	 * @param arguments the arguments of the message
	 * @return the resolved text
	 * @throws org.springframework.context.NoSuchMessageException if the code is not found
	 */
	String text(String code, Object... arguments);

	/**
	 * Resolves a message of the {@code MessageSource} in the locale of the sender.
	 * @param message the codes, arguments and default text of the message
	 * @return the resolved text
	 * @throws org.springframework.context.NoSuchMessageException if no code is found and
	 * there is no default text
	 */
	String text(MessageSourceResolvable message);

	/**
	 * Returns the client that is bound to the update. Its calls belong to the update,
	 * whichever thread makes them.
	 * @return the client
	 */
	BaleClient client();

	/**
	 * Returns a context for another update, such as an earlier one that is resumed, whose
	 * calls belong to this update.
	 * @param update the other update
	 * @return the context
	 */
	BaleContext withUpdate(Update update);

	/**
	 * Returns an idempotency key of the update, for effects that must happen only once,
	 * such as a row with a unique column. The key is the same for each delivery of the
	 * update.
	 * @return the bot identifier, the update identifier and a checksum of the update,
	 * because update identifiers may restart, such as {@code 1620384001:5187:9ae0daaf};
	 * at most 50 characters
	 */
	String updateKey();

	/**
	 * Whether this update may have been handled before: it was in progress when the
	 * application last shut down or crashed.
	 * @return {@code true} if effects of an earlier delivery may exist
	 */
	boolean redelivered();

}
