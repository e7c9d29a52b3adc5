package io.github.balethon.emulator.botapi;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.HangingRequests;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A fault that is active until it is removed or has affected its number of calls.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class InjectedFault {

	private final int id;

	private final @Nullable String method;

	private final FaultDefinition definition;

	private final HangingRequests hangingRequests;

	private final Consumer<InjectedFault> removal;

	private final AtomicInteger hits = new AtomicInteger();

	private final Sinks.Empty<Void> release = Sinks.empty();

	InjectedFault(int id, @Nullable String method, FaultDefinition definition, HangingRequests hangingRequests,
			Consumer<InjectedFault> removal) {
		this.id = id;
		this.method = method;
		this.definition = definition;
		this.hangingRequests = hangingRequests;
		this.removal = removal;
	}

	/**
	 * Returns the number of affected calls.
	 * @return the number of calls; for a fault of pages the number of pages
	 */
	public int hits() {
		return this.hits.get();
	}

	/**
	 * Removes the fault and answers the calls that hang because of it. Idempotent.
	 */
	public void remove() {
		this.removal.accept(this);
		this.release.tryEmitEmpty();
	}

	@Override
	public String toString() {
		return this.definition + " at " + ((this.method != null) ? this.method : "all methods but getUpdates");
	}

	public int id() {
		return this.id;
	}

	public @Nullable String method() {
		return this.method;
	}

	public FaultDefinition definition() {
		return this.definition;
	}

	/**
	 * Applies the fault to a call, if it matches.
	 * @param call the call
	 * @return whether the call is affected, and counted
	 */
	boolean take(ReceivedCall call) {
		boolean ofMethod = (this.method != null) ? this.method.equals(call.method())
				: !call.method().equals(BotMethods.GET_UPDATES);
		if (!ofMethod || !this.definition.strikes(call)) {
			return false;
		}
		int times = this.definition.times();
		int before = this.hits.getAndUpdate((hits) -> (times == 0 || hits < times) ? hits + 1 : hits);
		if (times > 0 && before >= times - 1) {
			this.removal.accept(this);
		}
		return times == 0 || before < times;
	}

	/**
	 * Replaces the response to a call.
	 * @param work executes the call on subscription
	 * @param timer schedules tasks
	 * @return the response to send
	 */
	Mono<Answer> spoil(Mono<Answer> work, EventExecutor timer) {
		boolean effect = this.definition.isAfterEffect();
		return switch (this.definition.kind()) {
			case HANG -> {
				Mono<Void> hanging = this.hangingRequests.hang(this.release.asMono());
				yield effect ? work.flatMap((answer) -> hanging.thenReturn(answer)) : hanging.then(work);
			}
			case RESET -> effect ? work.thenReturn(Answer.RESET) : Mono.just(Answer.RESET);
			case ANSWER -> effect ? work.thenReturn(this.definition.answer()) : Mono.just(this.definition.answer());
			case TRUNCATED -> work.map(Answer::truncated);
			case CUT_OFF -> work.map(Answer::cutOff);
			case SLOW -> work.map((answer) -> answer.slow(this.definition.bytesPerSecond(), timer));
			default -> work;
		};
	}

}
