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
 * Marks a method of a bean that handles updates, and says which. All attributes that are
 * set must hold, and of the values of one attribute any. On a class it makes no bean and
 * handles nothing: its conditions are added to those of the methods. Several annotations
 * on one method, such as {@code @BaleCommand} and one of your own, add up too.
 * <p>
 * One handler is chosen for an update: literal commands, texts and callback data come
 * first, then templates, regular expressions, content, kinds, and the fallback; among
 * equals {@link org.springframework.core.annotation.Order @Order} decides. In the state
 * of a conversation its own handlers come before all others, but for registered commands.
 * It runs on a worker thread ({@code bale-1} …), where it may wait.
 * <p>
 * The method may take the {@code Update} or any part of it by type, the text as
 * {@code String}, {@link CommandArgs @CommandArgs}, {@link Capture @Capture},
 * {@link io.github.balethon.handler.BaleContext BaleContext}, {@code BaleClient},
 * {@code BlockingBaleClient}, {@code Locale}, and what a
 * {@link io.github.balethon.handler.BaleArgumentResolver BaleArgumentResolver} knows. A
 * parameter is a condition too: an update that has no value for it is not for this
 * handler, unless the parameter is {@code @Nullable} or an {@code Optional}.
 * <p>
 * What it returns is the answer: {@code void} is none, a {@code String} or a number is
 * sent to the chat, a {@code MessageSourceResolvable} in the language of the person, a
 * {@code BaleMethod} is executed (in the chat of the update, if it names none), of a
 * collection, a stream or a {@code Flux} each, and a {@code Mono} or
 * {@code CompletableFuture} holds no thread until it is there.
 * {@link io.github.balethon.handler.BaleFlow#next() BaleFlow.next()} passes the update on
 * to the next handler. <pre class="code">
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
 *
 * @since 0.1.0
 * @see BaleCommand
 * @see BaleText
 * @see BaleCallback
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface BaleHandler {

	/**
	 * Commands without their prefix, one of which the message begins with; case does not
	 * matter. Matches {@code /start}, {@code /start payload} and {@code /start@my_bot}.
	 * An empty one stands for the name of the method.
	 * @return the commands; empty for no condition
	 */
	String[] command() default {};

	/**
	 * What commands begin with.
	 * @return the prefixes; empty text for none
	 */
	String[] prefix() default "/";

	/**
	 * Texts, one of which the text (or the text below a photo or file) equals, blanks
	 * around it aside.
	 * @return the texts; empty for no condition
	 */
	String[] text() default {};

	/**
	 * Regular expressions, one of which is found in the text (or the text below a photo
	 * or file). What named groups find is there for {@link Capture @Capture}.
	 * @return the expressions; empty for no condition
	 */
	String[] regex() default {};

	/**
	 * Callback data, one of which the pressed button has: literally, or by a template
	 * such as {@code buy:{id}}, whose variables are there for {@link Capture @Capture}.
	 * @return the data; empty for no condition
	 */
	String[] callback() default {};

	/**
	 * Regular expressions, one of which is found in the data of the pressed button.
	 * @return the expressions; empty for no condition
	 */
	String[] callbackRegex() default {};

	/**
	 * What the message holds.
	 * @return kinds of content; empty for no condition
	 */
	Content[] content() default {};

	/**
	 * Kinds of chats.
	 * @return the kinds; empty for no condition
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
	 * States of the conversation.
	 * @return the states; empty for no condition
	 */
	String[] state() default {};

	/**
	 * Named conditions, joined by {@code &}, {@code |}, {@code !} and parentheses:
	 * {@code "reply & !forward"}. Names are those of
	 * {@link io.github.balethon.handler.BaleCondition BaleCondition} beans, and
	 * {@code private}, {@code group}, {@code channel}, {@code text}, {@code caption},
	 * {@code content}, {@code entities}, {@code number}, {@code media},
	 * {@code media-group}, {@code reply}, {@code forward}, {@code service}, and the kinds
	 * of content, such as {@code photo} or {@code new-chat-members}.
	 * @return the expression; empty for no condition
	 */
	String when() default "";

	/**
	 * An expression in SpEL that must be true, with the variables {@code #update},
	 * {@code #message}, {@code #text}, {@code #from}, {@code #chat} and {@code #context},
	 * and beans by name: {@code "#chat.id == @settings.group"}.
	 * @return the expression; empty for no condition
	 */
	String condition() default "";

	/**
	 * Kinds of updates. By default they follow from the rest: callback queries if the
	 * handler asks for callback data or takes a {@code CallbackQuery}, every kind if it
	 * takes an {@code Update} and nothing narrower, and else new messages.
	 * @return kinds; empty for the default
	 */
	UpdateKind[] kind() default {};

	/**
	 * Whether this handler is only chosen when no other one is.
	 * @return {@code true} for the last resort
	 */
	boolean fallback() default false;

	/**
	 * How old an update may be when the handler is called, such as {@code 5m} or
	 * {@code 1h}; an older one is passed over and counted, and no other handler gets it.
	 * Takes the place of {@code bale.dispatch.max-age}. Placeholders are resolved.
	 * @return the age; empty for what is configured
	 */
	String maxAge() default "";

	/**
	 * Whether what the handler returns for the chat of the update quotes its message.
	 * @return {@code true} to quote
	 */
	boolean reply() default false;

	/**
	 * Notice for the person who pressed the button, once the handler has succeeded.
	 * Without it, and if the handler did not answer the callback query itself, the button
	 * just stops waiting. <code>{code}</code> in braces is looked up in the
	 * {@code MessageSource}.
	 * @return the notice, up to 200 characters; empty for none
	 */
	String answer() default "";

}
