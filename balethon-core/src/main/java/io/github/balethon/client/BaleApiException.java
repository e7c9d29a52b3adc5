package io.github.balethon.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Bale refused a request: an answer whose {@code ok} is not true, or a page of its
 * gateway. The subclasses say what it means, by code and text, as Bale uses one code for
 * several things. <pre class="code">
 * bale.sendMessage(chatId, text).onErrorResume(BaleForbiddenException.class, (ex) -&gt; forget(chatId));
 * </pre>
 *
 * @since 0.1.0
 */
public class BaleApiException extends BaleException {

	private static final int LONGEST_BODY = 4096;

	private static final Pattern TOKEN_REFUSED = Pattern
		.compile("((bad request|forbidden|unauthorized): *)?(bot )?(token not found|unauthorized)\\.?");

	// A word of the text only may be about what was sent.
	private static final Pattern FORBIDDEN = Pattern.compile("(bad request: *)?forbidden\\b(?! [a-z])",
			Pattern.CASE_INSENSITIVE);

	// Where a file is was asked for with the same token, so it is the file that is
	// refused.
	private static final Set<String> FILES = Set.of("downloadFile", "openFile");

	// Bale answers "Not Found" for a token of a wrong shape, a method that it does not
	// have and what a method looks up. Of these it certainly has the methods, and has
	// other words for an unknown chat.
	private static final Set<String> LOOK_UP_NOTHING = Set.of("getMe", "getUpdates", "getWebhookInfo", "setWebhook",
			"deleteWebhook", "sendMessage");

	private final int errorCode;

	private final String description;

	private final @Nullable Duration retryAfter;

	private final String body;

	BaleApiException(Refusal refusal) {
		super(refusal.methodName(), "Bale refused %s with code %d: %s".formatted(refusal.methodName(),
				refusal.errorCode(), refusal.description().isEmpty() ? "no description" : refusal.description()), null);
		this.errorCode = refusal.errorCode();
		this.description = refusal.description();
		this.retryAfter = refusal.retryAfter();
		this.body = refusal.body();
	}

	/**
	 * The error of a refusal, by its meaning.
	 * @param refusal what Bale said
	 * @return the error
	 */
	static BaleApiException of(Refusal refusal) {
		if (refusal.isAboutTheToken()) {
			return new BaleUnauthorizedException(refusal);
		}
		if (refusal.errorCode() == 429 || refusal.errorCode() == 420
				|| refusal.saysOf("bot limit exceed", "local_rate_limited", "too many requests")) {
			return new BaleTooManyRequestsException(refusal);
		}
		if (refusal.isAboutSomethingMissing()) {
			return new BaleNotFoundException(refusal);
		}
		if (refusal.isAboutARight()) {
			return new BaleForbiddenException(refusal);
		}
		if (refusal.errorCode() >= 500) {
			return new BaleServerException(refusal);
		}
		return switch (refusal.errorCode()) {
			case 400, 413 -> new BaleBadRequestException(refusal);
			case 409 -> new BaleConflictException(refusal);
			default -> new BaleApiException(refusal);
		};
	}

	/**
	 * The code that Bale gave.
	 * @return the {@code error_code}, or the HTTP status where there was none
	 */
	public int getErrorCode() {
		return this.errorCode;
	}

	/**
	 * The reason that Bale gave.
	 * @return the {@code description}, empty where there was none
	 */
	public String getDescription() {
		return this.description;
	}

	/**
	 * The pause that Bale asked for.
	 * @return the {@code retry_after}, or {@code null} where there was none
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

	/**
	 * The body of the answer.
	 * @return its first 4096 characters
	 */
	public String getBody() {
		return this.body;
	}

	/**
	 * Whether Bale does not know the token. It was seen to say so with three codes: 403
	 * with a text about the token, 401, and 404 for one of a wrong shape.
	 * @return {@code true} if a request with another token could succeed
	 */
	public boolean isTokenRefused() {
		return this instanceof BaleUnauthorizedException;
	}

	/**
	 * What Bale said.
	 *
	 * @param methodName the method of the Bot API
	 * @param errorCode the code, or the HTTP status
	 * @param description the reason; empty for none
	 * @param retryAfter the pause that it asks for
	 * @param body the body of the answer
	 */
	record Refusal(String methodName, int errorCode, String description, @Nullable Duration retryAfter, String body) {

		Refusal {
			body = (body.length() > LONGEST_BODY) ? body.substring(0, LONGEST_BODY) : body;
		}

		// Whole texts only, as other tokens may be missing too, such as provider_token.
		private boolean isAboutTheToken() {
			String said = this.description.toLowerCase(Locale.ROOT).strip();
			return (this.errorCode == 401 && !FILES.contains(this.methodName)) || TOKEN_REFUSED.matcher(said).matches()
					|| (this.errorCode == 404 && said.equals("not found") && LOOK_UP_NOTHING.contains(this.methodName));
		}

		// Whoever forgets a chat that is not found must not do so because of a
		// parameter, or of a failure of the gateway.
		private boolean isAboutSomethingMissing() {
			return this.errorCode == 404 || this.errorCode == 410 || saysOf("no such group or user")
					|| (this.errorCode < 500 && saysOf("not found") && !saysOf("token not found"));
		}

		private boolean isAboutARight() {
			return this.errorCode == 403 || this.errorCode == 401 || saysOf("permission_denied")
					|| FORBIDDEN.matcher(this.description).lookingAt();
		}

		private boolean saysOf(String... texts) {
			String said = this.description.toLowerCase(Locale.ROOT);
			for (String text : texts) {
				if (said.contains(text)) {
					return true;
				}
			}
			return false;
		}

	}

}
