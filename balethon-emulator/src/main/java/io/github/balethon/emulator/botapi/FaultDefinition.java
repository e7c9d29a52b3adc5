package io.github.balethon.emulator.botapi;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.github.balethon.emulator.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at a call of the bot. Immutable. The public {@code Fault} describes the
 * kinds.
 *
 * @since 0.1.0
 */
public final class FaultDefinition {

	private static final Duration LONGEST_DELAY = Duration.ofDays(1);

	private static final String HTML = """
			<html>
			<head><title>%1$s</title></head>
			<body>
			<center><h1>%1$s</h1></center>
			<hr><center>nginx</center>
			</body>
			</html>
			""";

	private static final Map<Integer, String> REASONS = Map.of(400, "Bad Request", 401, "Unauthorized", 403,
			"permission_denied", 404, "Not Found", 409, "Conflict", 413, "Request Entity Too Large", 500,
			"Internal Server Error", 502, "Bad Gateway", 503, "Service Unavailable", 504, "Gateway Timeout");

	private static final Predicate<ReceivedCall> ANY_CALL = (call) -> true;

	private final Kind kind;

	private final @Nullable Answer answer;

	private final int bytesPerSecond;

	private final Duration delay;

	private final boolean afterEffect;

	private final int times;

	private final Predicate<ReceivedCall> condition;

	private FaultDefinition(Kind kind, @Nullable Answer answer, int bytesPerSecond, Duration delay, boolean afterEffect,
			int times, Predicate<ReceivedCall> condition) {
		this.kind = kind;
		this.answer = answer;
		this.bytesPerSecond = bytesPerSecond;
		this.delay = delay;
		this.afterEffect = afterEffect;
		this.times = times;
		this.condition = condition;
	}

	public static FaultDefinition delay(Duration delay) {
		return of(Kind.DELAY).after(delay);
	}

	public static FaultDefinition hang() {
		return of(Kind.HANG);
	}

	public static FaultDefinition reset() {
		return of(Kind.RESET);
	}

	public static FaultDefinition slowBody(int bytesPerSecond) {
		if (bytesPerSecond < 1) {
			throw new IllegalArgumentException("The speed must be at least 1 byte per second, but is " + bytesPerSecond
					+ ". Use hang() for a missing response.");
		}
		return new FaultDefinition(Kind.SLOW, null, bytesPerSecond, Duration.ZERO, true, 0, ANY_CALL);
	}

	public static FaultDefinition truncated() {
		return of(Kind.TRUNCATED).afterEffect();
	}

	public static FaultDefinition cutOff() {
		return of(Kind.CUT_OFF).afterEffect();
	}

	public static FaultDefinition status(int code) {
		if (code == 429) {
			return tooManyRequestsWithoutParameters();
		}
		return status(code, reason(code));
	}

	public static FaultDefinition status(int code, String description) {
		requireErrorCode(code);
		return answering(Envelope.failure(code, description));
	}

	public static FaultDefinition tooManyRequests(Duration retryAfter) {
		return answering(Envelope.failure(429, "bot limit exceed", retryAfter.toSeconds()));
	}

	public static FaultDefinition tooManyRequestsWithoutParameters() {
		return answering(Envelope.failure(429, "bot limit exceed"));
	}

	public static FaultDefinition tooManyRequestsAsPlainText() {
		return answer(429, "text/plain", "local_rate_limited");
	}

	public static FaultDefinition htmlError(int code) {
		requireErrorCode(code);
		return answer(code, "text/html", HTML.formatted(code + " " + reason(code)));
	}

	public static FaultDefinition emptyBody(int code) {
		return answer(code, "application/json", "");
	}

	public static FaultDefinition nullResult() {
		return answer(200, "application/json", "{\"ok\":true,\"result\":null}");
	}

	public static FaultDefinition answer(int status, String contentType, String body) {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("The HTTP status must be between 200 and 599, but is " + status + ".");
		}
		if (contentType.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A content type must not contain line breaks or control characters.");
		}
		return answering(new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of(), null));
	}

	public static FaultDefinition duplicates() {
		return of(Kind.DUPLICATES);
	}

	public static FaultDefinition disorder() {
		return of(Kind.DISORDER);
	}

	public static FaultDefinition repeated() {
		return of(Kind.REPEATED);
	}

	public static FaultDefinition beyondLimit() {
		return of(Kind.BEYOND_LIMIT);
	}

	public FaultDefinition after(Duration delay) {
		if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
			throw new IllegalArgumentException("A delay must be between zero and one day, but is " + delay + ".");
		}
		requireCallFault("after");
		return new FaultDefinition(this.kind, this.answer, this.bytesPerSecond, delay, this.afterEffect, this.times,
				this.condition);
	}

	public FaultDefinition afterEffect() {
		requireCallFault("afterEffect");
		return new FaultDefinition(this.kind, this.answer, this.bytesPerSecond, this.delay, true, this.times,
				this.condition);
	}

	public FaultDefinition times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("The number of calls must be positive, but is " + times + ".");
		}
		return new FaultDefinition(this.kind, this.answer, this.bytesPerSecond, this.delay, this.afterEffect, times,
				this.condition);
	}

	public FaultDefinition when(Predicate<ReceivedCall> condition) {
		return new FaultDefinition(this.kind, this.answer, this.bytesPerSecond, this.delay, this.afterEffect,
				this.times, this.condition.and(condition));
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.kind.name().toLowerCase(Locale.ROOT));
		if (this.answer != null) {
			text.append(' ').append(this.answer.status());
		}
		text.append(this.delay.isZero() ? "" : " after " + this.delay);
		text.append((this.times > 0) ? ", " + this.times + " times" : "");
		return text.toString();
	}

	Kind kind() {
		return this.kind;
	}

	public Answer answer() {
		return (this.answer != null) ? this.answer : Envelope.failure(500, reason(500));
	}

	int bytesPerSecond() {
		return this.bytesPerSecond;
	}

	public Duration delay() {
		return this.delay;
	}

	boolean isAfterEffect() {
		return this.afterEffect;
	}

	/**
	 * Returns the maximum number of calls.
	 * @return the number of calls, 0 for no limit
	 */
	public int times() {
		return this.times;
	}

	boolean strikes(ReceivedCall call) {
		return this.condition.test(call);
	}

	private static FaultDefinition of(Kind kind) {
		return new FaultDefinition(kind, null, 0, Duration.ZERO, false, 0, ANY_CALL);
	}

	private static FaultDefinition answering(Answer answer) {
		return new FaultDefinition(Kind.ANSWER, answer, 0, Duration.ZERO, false, 0, ANY_CALL);
	}

	private static void requireErrorCode(int code) {
		if (code < 400 || code > 599) {
			throw new IllegalArgumentException(
					"The error code must be between 400 and 599, as it is also the HTTP status, but is " + code + ".");
		}
	}

	private static String reason(int code) {
		return REASONS.getOrDefault(code, "Error " + code);
	}

	private void requireCallFault(String change) {
		if (this.kind.isOfPages()) {
			throw new IllegalArgumentException("A fault of pages does not support " + change
					+ ". Inject a second fault of the call into getUpdates.");
		}
	}

	/**
	 * The kind of fault.
	 */
	enum Kind {

		DELAY, HANG, RESET, ANSWER, TRUNCATED, CUT_OFF, SLOW, DUPLICATES, DISORDER, REPEATED, BEYOND_LIMIT;

		boolean isOfPages() {
			return compareTo(DUPLICATES) >= 0;
		}

	}

}
