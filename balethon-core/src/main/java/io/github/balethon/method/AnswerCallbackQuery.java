package io.github.balethon.method;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Answers a callback query, which ends the loading state of the button.
 *
 * @param callbackQueryId the identifier of the query
 * @param text the notification for the user, up to 200 characters
 * @param showAlert whether to show the notification as an alert instead of a line at the
 * top
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code answerCallbackQuery}</a>
 */
public record AnswerCallbackQuery(String callbackQueryId, @Nullable String text,
		@Nullable Boolean showAlert) implements IdempotentMethod<Boolean> {

	public AnswerCallbackQuery {
		Parameters.text("callback_query_id", callbackQueryId);
		Parameters.length("text", text, 0, 200);
	}

	/**
	 * Creates a request.
	 * @param callbackQueryId the identifier of the query
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static AnswerCallbackQuery of(String callbackQueryId) {
		return new AnswerCallbackQuery(callbackQueryId, null, null);
	}

	/**
	 * Sets the notification for the user.
	 * @param text the notification for the user, up to 200 characters
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public AnswerCallbackQuery text(String text) {
		return new AnswerCallbackQuery(this.callbackQueryId, text, this.showAlert);
	}

	/**
	 * Shows the notification as an alert, which the user has to close.
	 * @return a new request
	 */
	@CheckReturnValue
	public AnswerCallbackQuery asAlert() {
		return new AnswerCallbackQuery(this.callbackQueryId, this.text, true);
	}

	@Override
	public String methodName() {
		return "answerCallbackQuery";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

	/**
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "AnswerCallbackQuery[callbackQueryId=" + this.callbackQueryId + "]";
	}

}
