package io.github.balethon.method;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Answers a pre-checkout query. Bale cancels the payment if it is not answered within 10
 * seconds.
 *
 * @param preCheckoutQueryId the identifier of the query
 * @param ok whether to accept the payment
 * @param errorMessage the reason of a refusal, shown to the user
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code answerPreCheckoutQuery}</a>
 */
public record AnswerPreCheckoutQuery(String preCheckoutQueryId, boolean ok,
		@Nullable String errorMessage) implements BaleMethod<Boolean> {

	public AnswerPreCheckoutQuery {
		Parameters.text("pre_checkout_query_id", preCheckoutQueryId);
		Assert.isTrue(ok || StringUtils.hasText(errorMessage), "'error_message' must not be empty");
	}

	/**
	 * Creates a request. It accepts the payment, unless {@link #refuse(String)} is
	 * called.
	 * @param preCheckoutQueryId the identifier of the query
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static AnswerPreCheckoutQuery of(String preCheckoutQueryId) {
		return new AnswerPreCheckoutQuery(preCheckoutQueryId, true, null);
	}

	/**
	 * Refuses the payment.
	 * @param errorMessage the reason, shown to the user
	 * @return a new request
	 * @throws IllegalArgumentException if the reason is empty
	 */
	@CheckReturnValue
	public AnswerPreCheckoutQuery refuse(String errorMessage) {
		return new AnswerPreCheckoutQuery(this.preCheckoutQueryId, false, errorMessage);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "AnswerPreCheckoutQuery[preCheckoutQueryId=" + this.preCheckoutQueryId + ", ok=" + this.ok + "]";
	}

}
