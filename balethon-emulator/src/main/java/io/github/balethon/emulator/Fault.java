package io.github.balethon.emulator;

import java.time.Duration;
import java.util.function.Predicate;

import io.github.balethon.emulator.botapi.FaultDefinition;

/**
 * A fault of a call of the bot. Immutable: methods that change it return a copy.
 * <pre class="code">
 * emulator.faults().inject("sendMessage", Fault.status(403).times(2));
 * emulator.faults().inject("sendMessage", Fault.reset().afterEffect());
 * emulator.faults().inject("getUpdates", Fault.htmlError(502).after(Duration.ofSeconds(3)));
 * emulator.faults().inject("getUpdates", Fault.duplicates());
 * </pre> Without {@link #times(int)} it is active until it is removed. By default the
 * call has no effect. Faults of the response body ({@link #slowBody(int)},
 * {@link #truncated()}, {@link #cutOff()}) and faults of pages affect the response to a
 * call that has taken effect.
 *
 * @since 0.1.0
 * @see Faults#inject(String, Fault)
 */
public final class Fault {

	private final FaultDefinition definition;

	private Fault(FaultDefinition definition) {
		this.definition = definition;
	}

	/**
	 * Delays the call and its response.
	 * @param delay the delay, at most one day
	 * @return the fault
	 */
	public static Fault delay(Duration delay) {
		return new Fault(FaultDefinition.delay(delay));
	}

	/**
	 * Leaves the call unanswered. Removing the fault answers the calls that still hang;
	 * the others end with their connection.
	 * @return the fault
	 */
	public static Fault hang() {
		return new Fault(FaultDefinition.hang());
	}

	/**
	 * Resets the connection instead of a response.
	 * @return the fault
	 */
	public static Fault reset() {
		return new Fault(FaultDefinition.reset());
	}

	/**
	 * Limits the speed of the response body.
	 * @param bytesPerSecond maximum number of bytes per second, at least 1
	 * @return the fault
	 */
	public static Fault slowBody(int bytesPerSecond) {
		return new Fault(FaultDefinition.slowBody(bytesPerSecond));
	}

	/**
	 * Truncates the body to its first half, with a matching content length: malformed
	 * JSON in valid HTTP.
	 * @return the fault
	 */
	public static Fault truncated() {
		return new Fault(FaultDefinition.truncated());
	}

	/**
	 * Closes the connection after the first half of the body.
	 * @return the fault
	 */
	public static Fault cutOff() {
		return new Fault(FaultDefinition.cutOff());
	}

	/**
	 * Fails with an error of Bale and its usual description.
	 * @param code error code and HTTP status, from 400 to 599
	 * @return the fault
	 */
	public static Fault status(int code) {
		return new Fault(FaultDefinition.status(code));
	}

	/**
	 * Fails with an error of Bale.
	 * @param code error code and HTTP status, from 400 to 599
	 * @param description the error description
	 * @return the fault
	 */
	public static Fault status(int code, String description) {
		return new Fault(FaultDefinition.status(code, description));
	}

	/**
	 * Fails with Bale's rate limit.
	 * @param retryAfter value of {@code retry_after} in whole seconds
	 * @return the fault
	 */
	public static Fault tooManyRequests(Duration retryAfter) {
		return new Fault(FaultDefinition.tooManyRequests(retryAfter));
	}

	/**
	 * Fails with Bale's rate limit, without {@code retry_after}.
	 * @return the fault
	 */
	public static Fault tooManyRequestsWithoutParameters() {
		return new Fault(FaultDefinition.tooManyRequestsWithoutParameters());
	}

	/**
	 * Fails with the rate limit of the gateway in front of Bale: 429 in plain text.
	 * @return the fault
	 */
	public static Fault tooManyRequestsAsPlainText() {
		return new Fault(FaultDefinition.tooManyRequestsAsPlainText());
	}

	/**
	 * Fails with an HTML page of the gateway.
	 * @param code the HTTP status, from 400 to 599
	 * @return the fault
	 */
	public static Fault htmlError(int code) {
		return new Fault(FaultDefinition.htmlError(code));
	}

	/**
	 * Responds with an empty body.
	 * @param code the HTTP status, from 200 to 599
	 * @return the fault
	 */
	public static Fault emptyBody(int code) {
		return new Fault(FaultDefinition.emptyBody(code));
	}

	/**
	 * Responds with success and the result {@code null}.
	 * @return the fault
	 */
	public static Fault nullResult() {
		return new Fault(FaultDefinition.nullResult());
	}

	/**
	 * Responds with any other response.
	 * @param status the HTTP status, from 200 to 599
	 * @param contentType the content type
	 * @param body the body
	 * @return the fault
	 */
	public static Fault answer(int status, String contentType, String body) {
		return new Fault(FaultDefinition.answer(status, contentType, body));
	}

	/**
	 * Delivers each update of a {@code getUpdates} page twice.
	 * @return the fault
	 */
	public static Fault duplicates() {
		return new Fault(FaultDefinition.duplicates());
	}

	/**
	 * Delivers a {@code getUpdates} page in reverse order, the newest update first.
	 * @return the fault
	 */
	public static Fault disorder() {
		return new Fault(FaultDefinition.disorder());
	}

	/**
	 * Delivers the updates that were confirmed last, at most 100, again at the beginning
	 * of a {@code getUpdates} page.
	 * @return the fault
	 */
	public static Fault repeated() {
		return new Fault(FaultDefinition.repeated());
	}

	/**
	 * Delivers all pending updates in a {@code getUpdates} page, regardless of its limit.
	 * @return the fault
	 */
	public static Fault beyondLimit() {
		return new Fault(FaultDefinition.beyondLimit());
	}

	/**
	 * Returns a copy that takes effect after a delay.
	 * @param delay the delay, at most one day
	 * @return the copy
	 */
	public Fault after(Duration delay) {
		return new Fault(this.definition.after(delay));
	}

	/**
	 * Returns a copy for a call that takes effect: only its response is lost.
	 * @return the copy
	 */
	public Fault afterEffect() {
		return new Fault(this.definition.afterEffect());
	}

	/**
	 * Returns a copy that is removed after a number of calls. A fault of pages counts
	 * pages with updates.
	 * @param times number of calls, at least 1
	 * @return the copy
	 */
	public Fault times(int times) {
		return new Fault(this.definition.times(times));
	}

	/**
	 * Returns a copy that applies to some calls only, and counts only these.
	 * @param condition whether the fault applies to a call; invoked on the emulator's
	 * event loop
	 * @return the copy
	 */
	public Fault when(Predicate<Call> condition) {
		return new Fault(this.definition.when((call) -> condition.test(Call.of(call))));
	}

	@Override
	public String toString() {
		return this.definition.toString();
	}

	FaultDefinition definition() {
		return this.definition;
	}

}
