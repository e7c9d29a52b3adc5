package io.github.balethon.emulator;

import java.time.Duration;
import java.util.function.Predicate;

import io.github.balethon.emulator.botapi.FaultDefinition;

/**
 * Something that goes wrong at a call of the bot. It is said once and cannot be changed;
 * what reads as a change makes another fault. <pre class="code">
 * emulator.faults().inject("sendMessage", Fault.status(403).times(2));
 * emulator.faults().inject("sendMessage", Fault.reset().afterEffect());
 * emulator.faults().inject("getUpdates", Fault.htmlError(502).after(Duration.ofSeconds(3)));
 * emulator.faults().inject("getUpdates", Fault.duplicates());
 * </pre> Without {@link #times(int)} it lasts until it is removed. The call takes no
 * effect, if nothing else is said. Faults of the answer's body ({@link #slowBody(int)},
 * {@link #truncated()}, {@link #cutOff()}) and those of pages spoil a call that has done
 * its work.
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
	 * Nothing but slow: the call takes effect and is answered after a while.
	 * @param delay how long, at most a day
	 * @return the fault
	 */
	public static Fault delay(Duration delay) {
		return new Fault(FaultDefinition.delay(delay));
	}

	/**
	 * The call is never answered. When the fault is removed, those that still hang are
	 * answered as if nothing had been; the others end with their connection.
	 * @return the fault
	 */
	public static Fault hang() {
		return new Fault(FaultDefinition.hang());
	}

	/**
	 * The connection is reset instead of an answer.
	 * @return the fault
	 */
	public static Fault reset() {
		return new Fault(FaultDefinition.reset());
	}

	/**
	 * The right answer comes in drops.
	 * @param bytesPerSecond how much of the body comes in a second, at least 1
	 * @return the fault
	 */
	public static Fault slowBody(int bytesPerSecond) {
		return new Fault(FaultDefinition.slowBody(bytesPerSecond));
	}

	/**
	 * Half of the right answer, as if it were the whole: broken JSON in valid HTTP.
	 * @return the fault
	 */
	public static Fault truncated() {
		return new Fault(FaultDefinition.truncated());
	}

	/**
	 * Half of the right answer, and then the connection closes.
	 * @return the fault
	 */
	public static Fault cutOff() {
		return new Fault(FaultDefinition.cutOff());
	}

	/**
	 * Bale refuses the call, with the text that belongs to the code.
	 * @param code error code and HTTP status, from 400 to 599
	 * @return the fault
	 */
	public static Fault status(int code) {
		return new Fault(FaultDefinition.status(code));
	}

	/**
	 * Bale refuses the call.
	 * @param code error code and HTTP status, from 400 to 599
	 * @param description the text that Bale would send
	 * @return the fault
	 */
	public static Fault status(int code, String description) {
		return new Fault(FaultDefinition.status(code, description));
	}

	/**
	 * There were too many calls.
	 * @param retryAfter when to try again, in whole seconds
	 * @return the fault
	 */
	public static Fault tooManyRequests(Duration retryAfter) {
		return new Fault(FaultDefinition.tooManyRequests(retryAfter));
	}

	/**
	 * There were too many calls, and Bale does not say when to try again.
	 * @return the fault
	 */
	public static Fault tooManyRequestsWithoutParameters() {
		return new Fault(FaultDefinition.tooManyRequestsWithoutParameters());
	}

	/**
	 * There were too many calls for the gateway before Bale, which speaks no JSON.
	 * @return the fault
	 */
	public static Fault tooManyRequestsAsPlainText() {
		return new Fault(FaultDefinition.tooManyRequestsAsPlainText());
	}

	/**
	 * The gateway shows a page of HTML.
	 * @param code the HTTP status, from 400 to 599
	 * @return the fault
	 */
	public static Fault htmlError(int code) {
		return new Fault(FaultDefinition.htmlError(code));
	}

	/**
	 * The answer has a status and no body at all.
	 * @param code the HTTP status, from 200 to 599
	 * @return the fault
	 */
	public static Fault emptyBody(int code) {
		return new Fault(FaultDefinition.emptyBody(code));
	}

	/**
	 * A success whose result is null.
	 * @return the fault
	 */
	public static Fault nullResult() {
		return new Fault(FaultDefinition.nullResult());
	}

	/**
	 * Any other answer.
	 * @param status the HTTP status, from 200 to 599
	 * @param contentType the content type
	 * @param body the body
	 * @return the fault
	 */
	public static Fault answer(int status, String contentType, String body) {
		return new Fault(FaultDefinition.answer(status, contentType, body));
	}

	/**
	 * A page of getUpdates holds each update twice.
	 * @return the fault
	 */
	public static Fault duplicates() {
		return new Fault(FaultDefinition.duplicates());
	}

	/**
	 * A page of getUpdates is in the wrong order: the newest first.
	 * @return the fault
	 */
	public static Fault disorder() {
		return new Fault(FaultDefinition.disorder());
	}

	/**
	 * A page of getUpdates begins with the updates that were confirmed last, at most 100.
	 * @return the fault
	 */
	public static Fault repeated() {
		return new Fault(FaultDefinition.repeated());
	}

	/**
	 * A page of getUpdates holds all that is pending, whatever its limit was.
	 * @return the fault
	 */
	public static Fault beyondLimit() {
		return new Fault(FaultDefinition.beyondLimit());
	}

	/**
	 * The same fault, a while later.
	 * @param delay how long the call rests before anything happens, at most a day
	 * @return the slower fault
	 */
	public Fault after(Duration delay) {
		return new Fault(this.definition.after(delay));
	}

	/**
	 * The same fault at a call that takes effect all the same: only the answer is lost.
	 * @return the fault
	 */
	public Fault afterEffect() {
		return new Fault(this.definition.afterEffect());
	}

	/**
	 * The same fault at a number of calls, which ends by itself. A fault of pages counts
	 * the pages that hold updates.
	 * @param times how many, at least 1
	 * @return the fault
	 */
	public Fault times(int times) {
		return new Fault(this.definition.times(times));
	}

	/**
	 * The same fault at some calls only, and only these are counted.
	 * @param condition whether the fault strikes this call; runs on the emulator's own
	 * thread
	 * @return the fault
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
