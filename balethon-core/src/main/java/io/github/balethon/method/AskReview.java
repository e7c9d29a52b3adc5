package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Shows the form to rate the bot. The form appears only while the user is on the page of
 * the bot or in its mini app. Bale may decide not to show it.
 *
 * @param userId the identifier of the user
 * @param delaySeconds the delay in seconds, 0 or greater
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code askReview}</a>
 */
public record AskReview(long userId, int delaySeconds) implements BaleMethod<Boolean> {

	public AskReview {
		Parameters.userId(userId);
		Parameters.notNegative("delay_seconds", delaySeconds);
	}

	/**
	 * Creates a request.
	 * @param userId the identifier of the user
	 * @param delaySeconds the delay in seconds, 0 or greater
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static AskReview of(long userId, int delaySeconds) {
		return new AskReview(userId, delaySeconds);
	}

	@Override
	public String methodName() {
		return "askReview";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
