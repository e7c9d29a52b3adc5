package io.github.balethon.method;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Answers the press of an inline button, which waits until then: Bale's
 * {@code answerCallbackQuery}.
 *
 * @param callbackQueryId identifier of the query
 * @param text notice for the person, up to 200 characters
 * @param showAlert whether the notice is a box instead of a line at the top
 * @since 0.1.0
 */
public record AnswerCallbackQuery(String callbackQueryId, @Nullable String text,
		@Nullable Boolean showAlert) implements IdempotentMethod<Boolean> {

	private static final int MAX_TEXT = 200;

	/**
	 * Only ends the waiting of the button.
	 * @param callbackQueryId the identifier of the query
	 * @return the request
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static AnswerCallbackQuery of(String callbackQueryId) {
		Assert.hasText(callbackQueryId, "'callback_query_id' must not be empty");
		return new AnswerCallbackQuery(callbackQueryId, null, null);
	}

	/**
	 * This answer, with a notice.
	 * @param text the notice, up to 200 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the notice is too long
	 */
	public AnswerCallbackQuery text(String text) {
		return new AnswerCallbackQuery(this.callbackQueryId, Parameters.length("text", text, 0, MAX_TEXT),
				this.showAlert);
	}

	/**
	 * This answer, with the notice in a box that the person has to close.
	 * @return a new request
	 */
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
	 * Leaves the notice out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "AnswerCallbackQuery[callbackQueryId=" + this.callbackQueryId + "]";
	}

}
