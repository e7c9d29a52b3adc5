package io.github.balethon.method;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

/**
 * Consents to a payment or refuses it: Bale's {@code answerPreCheckoutQuery}. After 10
 * seconds without an answer the payment is cancelled.
 *
 * @param preCheckoutQueryId identifier of the query
 * @param ok whether the payment may go on
 * @param errorMessage why not, for the person
 * @since 0.1.0
 */
public record AnswerPreCheckoutQuery(String preCheckoutQueryId, boolean ok,
		@Nullable String errorMessage) implements BaleMethod<Boolean> {

	/**
	 * Consents to a payment.
	 * @param preCheckoutQueryId the identifier of the query
	 * @return the request
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static AnswerPreCheckoutQuery of(String preCheckoutQueryId) {
		return new AnswerPreCheckoutQuery(Parameters.text("pre_checkout_query_id", preCheckoutQueryId), true, null);
	}

	/**
	 * Refuses a payment.
	 * @param preCheckoutQueryId the identifier of the query
	 * @param errorMessage why, for the person
	 * @return the request
	 * @throws IllegalArgumentException if a text is empty
	 */
	public static AnswerPreCheckoutQuery refusal(String preCheckoutQueryId, String errorMessage) {
		return new AnswerPreCheckoutQuery(Parameters.text("pre_checkout_query_id", preCheckoutQueryId), false,
				Parameters.text("error_message", errorMessage));
	}

	@Override
	public String methodName() {
		return "answerPreCheckoutQuery";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

	/**
	 * Leaves the reason out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "AnswerPreCheckoutQuery[preCheckoutQueryId=" + this.preCheckoutQueryId + ", ok=" + this.ok + "]";
	}

}
