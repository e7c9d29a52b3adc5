package io.github.balethon.method;

import java.lang.reflect.Type;

/**
 * Shows a person the form to rate the bot, while they are on its page or in its mini app.
 * Bale may decide not to: Bale's {@code askReview}.
 *
 * @param userId person
 * @param delaySeconds seconds until then
 * @since 0.1.0
 */
public record AskReview(long userId, int delaySeconds) implements BaleMethod<Boolean> {

	/**
	 * A request with all that it needs.
	 * @param userId the number of the person
	 * @param delaySeconds the seconds until then
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive, or a number is
	 * negative
	 */
	public static AskReview of(long userId, int delaySeconds) {
		return new AskReview(Parameters.userId(userId),
				(int) Parameters.range("delay_seconds", delaySeconds, 0, Integer.MAX_VALUE));
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
