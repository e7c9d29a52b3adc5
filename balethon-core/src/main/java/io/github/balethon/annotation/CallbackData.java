package io.github.balethon.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as typed callback data of inline buttons: the callback data of a button
 * is built from an instance, and handlers take the instance as a parameter.
 * <pre class="code">
 * &#064;CallbackData("buy")
 * record Buy(long id, int quantity) {
 * }
 *
 * &#064;BaleCommand("shop")
 * SendMessage shop() {
 *   return SendMessage.of("…").replyMarkup(
 *       InlineKeyboardMarkup.of(this.buttons.callback("Buy", new Buy(7, 1))));
 * }
 *
 * &#064;BaleCallback
 * String buy(Buy buy) { return "…"; }
 * </pre>
 * <p>
 * Components may be of type {@code long}, {@code int}, {@code boolean}, their wrappers,
 * {@code String}, {@code UUID}, {@code LocalDate} or an enum, and are {@code null} only
 * if they are {@code @Nullable}.
 * <p>
 * <b>Changes.</b> Buttons in old messages are pressed months later. A record that gains
 * {@code @Nullable} components at its end still reads them, with {@code null} for the new
 * components. Any other change of the components requires another {@link #version()}, or
 * another code if handlers of the old buttons remain.
 *
 * @since 0.1.0
 * @see BaleCallback
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface CallbackData {

	/**
	 * Code of the record in callback data, unique within the bot.
	 * @return 1 to 16 letters, digits, underscores and hyphens of ASCII; empty to use the
	 * simple name of the record, uncapitalized
	 */
	String value() default "";

	/**
	 * Version of the components. Buttons of another version are answered as no longer
	 * available.
	 * @return the version, at least 1
	 */
	int version() default 1;

	/**
	 * Whether to sign the data with the token of the bot, so that data that the bot has
	 * not issued is rejected. The signature takes 12 of the 64 bytes. It does not bind
	 * the data to a user: any user who has received the button can send its data.
	 * @return {@code true} to sign
	 */
	boolean signed() default false;

	/**
	 * Whether to store data that exceeds 64 bytes in the
	 * {@link io.github.balethon.callback.CallbackDataStore CallbackDataStore}, and to
	 * send a key instead. Stored data expires. Otherwise building such a button fails.
	 * @return {@code true} to store data that is too long
	 */
	boolean stored() default false;

}
