package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.UpdateKind;

/**
 * Marks a method of a bean as a handler of updates. All attributes that are set must
 * match; of the values of one attribute, at least one. On a class, the annotation does
 * not register a bean or a handler: its attributes apply to all handler methods of the
 * class. Several annotations on one method, such as {@code @BaleCommand} and a composed
 * annotation, are combined. <pre class="code">
 * &#064;Component
 * class EchoBot {
 *
 *   &#064;BaleHandler
 *   String echo(String text) {
 *     return text;
 *   }
 *
 * }
 * </pre>
 * <p>
 * <b>Selection.</b> At most one handler is invoked for an update, unless it returns
 * {@link io.github.balethon.handler.BaleFlow#next() BaleFlow.next()}. Literal commands,
 * texts and callback data take precedence, followed by templates, regular expressions,
 * content, kinds and the fallback. Handlers of the same precedence are sorted by
 * {@link org.springframework.core.annotation.Order @Order}. Handlers for the state of the
 * conversation precede all other handlers, except for registered commands.
 * <p>
 * <b>Threads.</b> Handlers are invoked on a worker thread ({@code bale-1} …), where they
 * may block.
 * <p>
 * <b>Parameters.</b> Supported types are {@code Update} and its parts, {@code String} for
 * the text, {@link io.github.balethon.handler.BaleContext BaleContext},
 * {@link io.github.balethon.conversation.Conversation Conversation},
 * {@link io.github.balethon.conversation.Dialogue Dialogue}, {@code BaleClient},
 * {@code BlockingBaleClient}, {@code Locale}, parameters annotated with
 * {@link CommandArgs @CommandArgs} or {@link Capture @Capture}, the contact of the sender
 * with {@link OwnContact @OwnContact}, validated texts, which are
 * {@link io.github.balethon.value.MobileNumber MobileNumber},
 * {@link io.github.balethon.value.NationalId NationalId},
 * {@link io.github.balethon.value.Money Money} and types with
 * {@link TextValue @TextValue}, records with {@link CallbackData @CallbackData}, and
 * those of a {@link io.github.balethon.handler.BaleArgumentResolver
 * BaleArgumentResolver}. An update without a value for a parameter does not match, unless
 * the parameter is {@code @Nullable} or an {@code Optional}.
 * <p>
 * <b>Several messages.</b> A {@code List<Message>} parameter takes all messages of an
 * album together, in the order of their identifiers, and a message outside of an album as
 * a list of one. {@link #collect()} extends that to messages in quick succession. Other
 * parameters take their values from the first message. The messages are acknowledged,
 * retried, or made dead letters together.
 * <p>
 * <b>Return values.</b> {@code void} sends nothing. A {@code String} or number is sent to
 * the chat, a {@code MessageSourceResolvable} in the locale of the sender. A
 * {@code BaleMethod} is executed, in the chat of the update if it has no chat. The
 * elements of a collection, stream or {@code Flux} are sent in order. A
 * {@link io.github.balethon.handler.GrowingMessage GrowingMessage} is edited while its
 * text grows. A {@code Mono} or {@code CompletableFuture} does not block a thread.
 * Kotlin's suspending functions and {@code Flow} are supported if
 * {@code kotlinx-coroutines-reactor} is on the class path. Any other type requires a
 * {@link io.github.balethon.handler.BaleReturnValueHandler BaleReturnValueHandler}.
 * <p>
 * <b>Limits.</b> {@link io.github.balethon.access.BaleAccess @BaleAccess} restricts a
 * handler to users, administrators or private chats,
 * {@link io.github.balethon.access.RequireMembership @RequireMembership} to members of
 * channels, {@code bale.access.rate-limit.updates} the number of updates of a user,
 * {@link #maxAge()} the age of an update, and {@code bale.dispatch.handler-timeout} the
 * time that the handler may take.
 * <p>
 * <b>Exceptions.</b> {@link BaleExceptionHandler @BaleExceptionHandler} methods handle
 * those of a handler. Without one, the update becomes a dead letter.
 *
 * @since 0.1.0
 * @see BaleCommand
 * @see BaleText
 * @see BaleCallback
 * @see BaleConversation
 * @see BaleExceptionHandler
 * @see ShowTyping
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BaleHandler {

	/**
	 * Commands without prefix, in any case. {@code "start"} matches {@code /start},
	 * {@code /start payload} and {@code /start@my_bot}. Commands for other bots, such as
	 * {@code /start@other_bot}, do not match once the username of the bot is known: from
	 * {@code bale.username}, or else from {@code getMe} after the first connection. An
	 * empty command is the name of the method.
	 * @return the commands; empty to match all
	 */
	String[] command() default {};

	/**
	 * Prefixes of commands.
	 * @return the prefixes; an empty string for commands without prefix
	 */
	String[] prefix() default "/";

	/**
	 * Texts that the text or caption of the message must equal. Leading and trailing
	 * whitespace is ignored.
	 * @return the texts; empty to match all
	 */
	String[] text() default {};

	/**
	 * Regular expressions that the text or caption of the message must contain a match
	 * of. Named groups are available to {@link Capture @Capture}.
	 * @return the regular expressions; empty to match all
	 */
	String[] regex() default {};

	/**
	 * Callback data of the pressed button: literals, or templates such as
	 * {@code buy:{id}}, whose variables are available to {@link Capture @Capture}.
	 * @return the callback data; empty to match all
	 */
	String[] callback() default {};

	/**
	 * Regular expressions that the callback data of the pressed button must contain a
	 * match of.
	 * @return the regular expressions; empty to match all
	 */
	String[] callbackRegex() default {};

	/**
	 * Content of the message, such as a photo.
	 * @return the kinds of content; empty to match all
	 */
	Content[] content() default {};

	/**
	 * Types of the chat.
	 * @return the types; empty to match all
	 */
	ChatType[] chat() default {};

	/**
	 * Identifiers or {@code @usernames} of chats. Usernames are compared without regard
	 * to case. Placeholders are resolved and may contain several values, separated by
	 * commas: {@code chatId = "${shop.groups}"}. A value that is malformed or resolves to
	 * nothing fails the startup. A method and its class must write a chat in the same
	 * way.
	 * @return the chats; empty to match all
	 */
	String[] chatId() default {};

	/**
	 * Identifiers or {@code @usernames} of the users that the update may come from,
	 * written like {@link #chatId()}. A username can be given up and taken by another
	 * user: use identifiers where the sender gains rights.
	 * @return the senders; empty to match all
	 */
	String[] sender() default {};

	/**
	 * States of the conversation, of which the current one must be one. In a class with
	 * {@link BaleConversation @BaleConversation} they belong to its group. A command
	 * without a state matches in every state.
	 * @return the states; empty to match all
	 * @see io.github.balethon.conversation.Conversation
	 */
	String[] state() default {};

	/**
	 * Time without a move to a state after which the timeout of the {@link #state()} is
	 * handled, such as {@code 30m}. Placeholders are resolved. A handler with a timeout
	 * is invoked for the timeout only: once, in the lane of the user, without a message.
	 * It is not invoked if the conversation has moved or ended in the meantime. Timeouts
	 * that were due while the application was stopped are handled after its start if the
	 * conversations are stored persistently.
	 * @return the time; empty for a handler of updates
	 */
	String timeout() default "";

	/**
	 * Time after a message for which a further one is awaited, such as {@code 2s}, at
	 * most {@code 30s}. The messages of a sender in a chat that this handler matches, and
	 * that are not further apart, are handled together as a {@code List<Message>}. Up to
	 * 50 messages, and up to ten times this time, are collected. Further updates of the
	 * lane are handled afterwards, and one that this handler does not match ends the
	 * collection at once. Placeholders are resolved.
	 * @return the time; empty to collect the messages of an album only
	 */
	String collect() default "";

	/**
	 * Expression of named conditions with {@code &}, {@code |}, {@code !} and
	 * parentheses, such as {@code "reply & !forward"}. Names are those of
	 * {@link io.github.balethon.handler.BaleCondition BaleCondition} beans, and
	 * {@code private}, {@code group}, {@code channel}, {@code text}, {@code caption},
	 * {@code content}, {@code entities}, {@code number}, {@code media},
	 * {@code media-group}, {@code reply}, {@code forward}, {@code service}, and the kinds
	 * of content, such as {@code photo} or {@code new-chat-members}.
	 * @return the expression; empty to match all
	 */
	String when() default "";

	/**
	 * SpEL expression that must evaluate to {@code true}. Variables are {@code #update},
	 * {@code #message}, {@code #text}, {@code #from}, {@code #chat} and {@code #context}.
	 * Beans are referenced by name: {@code "#chat.id == @settings.group"}.
	 * @return the expression; empty to match all
	 */
	String condition() default "";

	/**
	 * Kinds of updates. The default is inferred: callback queries if the handler has
	 * callback data or a {@code CallbackQuery} parameter, all kinds if it has an
	 * {@code Update} parameter and none of a more specific type, new messages otherwise.
	 * @return the kinds; empty to infer them
	 */
	UpdateKind[] kind() default {};

	/**
	 * Whether to invoke this handler only if no other handler matches.
	 * @return {@code true} for a fallback
	 */
	boolean fallback() default false;

	/**
	 * Maximum age of an update when the handler is invoked, such as {@code 5m} or
	 * {@code 1h}. An older update is skipped and counted, and no other handler is
	 * invoked. Overrides {@code bale.dispatch.max-age}. Placeholders are resolved.
	 * @return the age; empty to use the property
	 */
	String maxAge() default "";

	/**
	 * Whether the command interrupts: it is handled before other updates of its sender
	 * that wait, and cancels the handler that runs for the sender, or that is to be
	 * retried. The thread of that handler is interrupted, or its {@code Mono} cancelled;
	 * its update ends as cancelled and not as failed, and its conversation stays
	 * unchanged. Only for commands without further conditions.
	 * @return {@code true} to interrupt
	 */
	boolean interrupt() default false;

	/**
	 * Whether to send return values as replies to the message of the update.
	 * @return {@code true} to reply to the message
	 */
	boolean reply() default false;

	/**
	 * Notification for the user who pressed the button, sent after the handler has
	 * succeeded. If it is empty, and the handler has not answered the callback query, the
	 * query is answered without a notification. <code>{code}</code> in braces is resolved
	 * by the {@code MessageSource}.
	 * @return the text, up to 200 characters; empty for no notification
	 */
	String answer() default "";

}
