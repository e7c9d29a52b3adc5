package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.github.balethon.emulator.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at a call of the bot. It is said once and cannot be changed;
 * what reads as a change makes another fault. <pre class="code">
 * emulator.fault("sendMessage", Fault.status(403).times(2));
 * emulator.fault("sendMessage", Fault.reset().afterEffect());
 * emulator.fault("getUpdates", Fault.htmlError(502).after(Duration.ofSeconds(3)));
 * emulator.fault("getUpdates", Fault.duplicates());
 * </pre> Without {@link #times(int)} it lasts until it is removed. The call takes no
 * effect, if nothing else is said. Faults of the answer's body ({@link #slowBody(int)},
 * {@link #truncated()}, {@link #cutOff()}) and those of pages spoil a call that has done
 * its work.
 *
 * @since 0.1.0
 * @see BaleEmulator#fault(String, Fault)
 */
public final class Fault {

	static final Duration LONGEST_DELAY = Duration.ofDays(1);

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

	private static final Predicate<Call> ANY_CALL = (call) -> true;

	private final Kind kind;

	private final @Nullable Answer answer;

	private final int bytesPerSecond;

	private final Duration delay;

	private final boolean afterEffect;

	private final int times;

	private final Predicate<Call> condition;

	private Fault(Kind kind, @Nullable Answer answer, int bytesPerSecond, Duration delay, boolean afterEffect,
			int times, Predicate<Call> condition) {
		this.kind = kind;
		this.answer = answer;
		this.bytesPerSecond = bytesPerSecond;
		this.delay = delay;
		this.afterEffect = afterEffect;
		this.times = times;
		this.condition = condition;
	}

	/**
	 * Nothing but slow: the call takes effect and is answered after a while.
	 * @param delay how long, at most a day
	 * @return the fault
	 */
	public static Fault delay(Duration delay) {
		return of(Kind.DELAY).after(delay);
	}

	/**
	 * The call is never answered. When the fault is removed, those that still hang are
	 * answered as if nothing had been; the others end with their connection.
	 * @return the fault
	 */
	public static Fault hang() {
		return of(Kind.HANG);
	}

	/**
	 * The connection is reset instead of an answer.
	 * @return the fault
	 */
	public static Fault reset() {
		return of(Kind.RESET);
	}

	/**
	 * The right answer comes in drops.
	 * @param bytesPerSecond how much of the body comes in a second, at least 1
	 * @return the fault
	 */
	public static Fault slowBody(int bytesPerSecond) {
		if (bytesPerSecond < 1) {
			throw new IllegalArgumentException("A body comes with at least 1 byte in a second, not " + bytesPerSecond
					+ "; use hang() for one that never comes.");
		}
		return new Fault(Kind.SLOW, null, bytesPerSecond, Duration.ZERO, true, 0, ANY_CALL);
	}

	/**
	 * Half of the right answer, as if it were the whole: broken JSON in valid HTTP.
	 * @return the fault
	 */
	public static Fault truncated() {
		return of(Kind.TRUNCATED).afterEffect();
	}

	/**
	 * Half of the right answer, and then the connection closes.
	 * @return the fault
	 */
	public static Fault cutOff() {
		return of(Kind.CUT_OFF).afterEffect();
	}

	/**
	 * Bale refuses the call, with the text that belongs to the code.
	 * @param code error code and HTTP status, from 400 to 599
	 * @return the fault
	 */
	public static Fault status(int code) {
		if (code == 429) {
			return tooManyRequestsWithoutParameters();
		}
		return status(code, reason(code));
	}

	/**
	 * Bale refuses the call.
	 * @param code error code and HTTP status, from 400 to 599
	 * @param description the text that Bale would send
	 * @return the fault
	 */
	public static Fault status(int code, String description) {
		requireErrorCode(code);
		return answering(Envelope.failure(code, description));
	}

	/**
	 * There were too many calls.
	 * @param retryAfter when to try again, in whole seconds
	 * @return the fault
	 */
	public static Fault tooManyRequests(Duration retryAfter) {
		return answering(Envelope.failure(429, "bot limit exceed", retryAfter.toSeconds()));
	}

	/**
	 * There were too many calls, and Bale does not say when to try again.
	 * @return the fault
	 */
	public static Fault tooManyRequestsWithoutParameters() {
		return answering(Envelope.failure(429, "bot limit exceed"));
	}

	/**
	 * There were too many calls for the gateway before Bale, which speaks no JSON.
	 * @return the fault
	 */
	public static Fault tooManyRequestsAsPlainText() {
		return answer(429, "text/plain", "local_rate_limited");
	}

	/**
	 * The gateway shows a page of HTML.
	 * @param code the HTTP status, from 400 to 599
	 * @return the fault
	 */
	public static Fault htmlError(int code) {
		requireErrorCode(code);
		return answer(code, "text/html", HTML.formatted(code + " " + reason(code)));
	}

	/**
	 * The answer has a status and no body at all.
	 * @param code the HTTP status, from 200 to 599
	 * @return the fault
	 */
	public static Fault emptyBody(int code) {
		return answer(code, "application/json", "");
	}

	/**
	 * A success whose result is null.
	 * @return the fault
	 */
	public static Fault nullResult() {
		return answer(200, "application/json", "{\"ok\":true,\"result\":null}");
	}

	/**
	 * Any other answer.
	 * @param status the HTTP status, from 200 to 599
	 * @param contentType the content type
	 * @param body the body
	 * @return the fault
	 */
	public static Fault answer(int status, String contentType, String body) {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("An HTTP status is a number from 200 to 599, not " + status + ".");
		}
		if (contentType.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A content type has no line breaks and no control characters.");
		}
		return answering(new Answer(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of(), null));
	}

	/**
	 * A page of getUpdates holds each update twice.
	 * @return the fault
	 */
	public static Fault duplicates() {
		return of(Kind.DUPLICATES);
	}

	/**
	 * A page of getUpdates is in the wrong order: the newest first.
	 * @return the fault
	 */
	public static Fault disorder() {
		return of(Kind.DISORDER);
	}

	/**
	 * A page of getUpdates begins with the updates that were confirmed last, at most 100.
	 * @return the fault
	 */
	public static Fault repeated() {
		return of(Kind.REPEATED);
	}

	/**
	 * A page of getUpdates holds all that is pending, whatever its limit was.
	 * @return the fault
	 */
	public static Fault beyondLimit() {
		return of(Kind.BEYOND_LIMIT);
	}

	/**
	 * The same fault, a while later.
	 * @param delay how long the call rests before anything happens, at most a day
	 * @return the slower fault
	 */
	public Fault after(Duration delay) {
		if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
			throw new IllegalArgumentException("A delay is from zero to one day, not " + delay + ".");
		}
		requireCallFault("after");
		return new Fault(this.kind, this.answer, this.bytesPerSecond, delay, this.afterEffect, this.times,
				this.condition);
	}

	/**
	 * The same fault at a call that takes effect all the same: only the answer is lost.
	 * @return the fault
	 */
	public Fault afterEffect() {
		requireCallFault("afterEffect");
		return new Fault(this.kind, this.answer, this.bytesPerSecond, this.delay, true, this.times, this.condition);
	}

	/**
	 * The same fault at a number of calls, which ends by itself. A fault of pages counts
	 * the pages that hold updates.
	 * @param times how many, at least 1
	 * @return the fault
	 */
	public Fault times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("The number of failing calls must be at least 1, not " + times + ".");
		}
		return new Fault(this.kind, this.answer, this.bytesPerSecond, this.delay, this.afterEffect, times,
				this.condition);
	}

	/**
	 * The same fault at some calls only, and only these are counted.
	 * @param condition whether the fault strikes this call; runs on the emulator's own
	 * thread
	 * @return the fault
	 */
	public Fault when(Predicate<Call> condition) {
		return new Fault(this.kind, this.answer, this.bytesPerSecond, this.delay, this.afterEffect, this.times,
				this.condition.and(condition));
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

	Answer answer() {
		return (this.answer != null) ? this.answer : Envelope.failure(500, reason(500));
	}

	int bytesPerSecond() {
		return this.bytesPerSecond;
	}

	Duration delay() {
		return this.delay;
	}

	boolean isAfterEffect() {
		return this.afterEffect;
	}

	/**
	 * How often it strikes.
	 * @return the number of calls, 0 for all
	 */
	int times() {
		return this.times;
	}

	boolean strikes(Call call) {
		return this.condition.test(call);
	}

	private static Fault of(Kind kind) {
		return new Fault(kind, null, 0, Duration.ZERO, false, 0, ANY_CALL);
	}

	private static Fault answering(Answer answer) {
		return new Fault(Kind.ANSWER, answer, 0, Duration.ZERO, false, 0, ANY_CALL);
	}

	private static void requireErrorCode(int code) {
		if (code < 400 || code > 599) {
			throw new IllegalArgumentException(
					"An error code is a number from 400 to 599, as it is the HTTP status too; " + code + " is none.");
		}
	}

	private static String reason(int code) {
		return REASONS.getOrDefault(code, "Error " + code);
	}

	private void requireCallFault(String change) {
		if (this.kind.isOfPages()) {
			throw new IllegalArgumentException(
					"A fault of pages knows no " + change + "; put a second fault, of the call, on getUpdates.");
		}
	}

	/**
	 * What goes wrong.
	 */
	enum Kind {

		DELAY, HANG, RESET, ANSWER, TRUNCATED, CUT_OFF, SLOW, DUPLICATES, DISORDER, REPEATED, BEYOND_LIMIT;

		boolean isOfPages() {
			return compareTo(DUPLICATES) >= 0;
		}

	}

}
