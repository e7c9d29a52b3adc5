package io.github.balethon.client;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Translates refusals of Bale into exceptions, by error code and description.
 */
final class BaleExceptionTranslator {

	private static final Pattern TOKEN_REFUSED = Pattern
		.compile("((bad request|forbidden|unauthorized): *)?(bot )?(token not found|unauthorized)\\.?");

	// A longer description may refer to the content of the request.
	private static final Pattern FORBIDDEN = Pattern.compile("(bad request: *)?forbidden\\b(?! [a-z])",
			Pattern.CASE_INSENSITIVE);

	// The location of the file was requested with the same token, so the file is refused.
	private static final Set<String> FILES = Set.of("downloadFile", "openFile");

	// Bale returns "Not Found" for a malformed token, an unknown method and a missing
	// entity. It has these methods, and describes an unknown chat otherwise.
	private static final Set<String> LOOK_UP_NOTHING = Set.of("getMe", "getUpdates", "getWebhookInfo", "setWebhook",
			"deleteWebhook", "sendMessage");

	private BaleExceptionTranslator() {
	}

	static BaleApiException translate(Refusal refusal) {
		if (isTokenRefused(refusal)) {
			return new BaleUnauthorizedException(refusal);
		}
		if (refusal.errorCode() == 429 || refusal.errorCode() == 420
				|| describes(refusal, "bot limit exceed", "local_rate_limited", "too many requests")) {
			return new BaleTooManyRequestsException(refusal);
		}
		if (isMissing(refusal)) {
			return new BaleNotFoundException(refusal);
		}
		if (isForbidden(refusal)) {
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

	// Whole descriptions only, as other tokens may be missing too, such as
	// provider_token.
	private static boolean isTokenRefused(Refusal refusal) {
		String description = refusal.description().toLowerCase(Locale.ROOT).strip();
		int code = refusal.errorCode();
		return (code == 401 && !FILES.contains(refusal.methodName())) || TOKEN_REFUSED.matcher(description).matches()
				|| (code == 404 && description.equals("not found") && LOOK_UP_NOTHING.contains(refusal.methodName()));
	}

	// An application may delete a chat that is not found, so a missing parameter or a
	// failure of the gateway must not be translated to that.
	private static boolean isMissing(Refusal refusal) {
		int code = refusal.errorCode();
		return code == 404 || code == 410 || describes(refusal, "no such group or user")
				|| (code < 500 && describes(refusal, "not found") && !describes(refusal, "token not found"));
	}

	private static boolean isForbidden(Refusal refusal) {
		return refusal.errorCode() == 403 || refusal.errorCode() == 401 || describes(refusal, "permission_denied")
				|| FORBIDDEN.matcher(refusal.description()).lookingAt();
	}

	private static boolean describes(Refusal refusal, String... texts) {
		String description = refusal.description().toLowerCase(Locale.ROOT);
		for (String text : texts) {
			if (description.contains(text)) {
				return true;
			}
		}
		return false;
	}

}
