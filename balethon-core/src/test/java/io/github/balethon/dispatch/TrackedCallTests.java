package io.github.balethon.dispatch;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.balethon.client.BaleClientInterceptor.Next;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.GetMe;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

class TrackedCallTests {

	private static final User BOT = new User(7, true, "bot", null, null, null);

	private final CallTracker tracker = new CallTracker();

	@ParameterizedTest
	@MethodSource("faults")
	void errorOfAnInterceptorEndsTheCall(UnaryOperator<Mono<User>> fault) {
		assertEndsOnce(call(fault.apply(Mono.just(BOT))));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void errorBehindTheCallEndsIt(UnaryOperator<Mono<User>> fault) {
		AtomicReference<@Nullable Throwable> error = new AtomicReference<>();
		try {
			fault.apply(call(Mono.just(BOT))).subscribe(null, error::set);
		}
		catch (NoSuchMethodError ex) {
			error.set(ex);
		}
		assertThat(error.get()).isInstanceOf(NoSuchMethodError.class);
		assertThat(this.tracker.inFlight().count()).isZero();
	}

	@Test
	void callThatIsAbortedHasNoResultAfterwards() {
		Sinks.One<User> answer = Sinks.one();
		AtomicReference<@Nullable Throwable> error = new AtomicReference<>();
		AtomicReference<@Nullable User> result = new AtomicReference<>();
		call(answer.asMono()).subscribe(result::set, error::set);
		assertThat(this.tracker.inFlight().count()).isOne();
		this.tracker.abort();
		answer.tryEmitValue(BOT);
		assertThat(error.get()).isInstanceOf(IllegalStateException.class);
		assertThat(result.get()).isNull();
		assertThat(this.tracker.inFlight().count()).isZero();
	}

	private void assertEndsOnce(Mono<User> call) {
		AtomicReference<@Nullable Throwable> error = new AtomicReference<>();
		call.subscribe(null, (ex) -> assertThat(error.getAndSet(ex)).isNull());
		assertThat(error.get()).isInstanceOf(NoSuchMethodError.class);
		assertThat(this.tracker.inFlight().count()).isZero();
	}

	static Stream<Named<UnaryOperator<Mono<User>>>> faults() {
		return Stream.of(fault("on subscription", (call) -> Mono.defer(TrackedCallTests::fail)),
				fault("on assembly of the subscription", (call) -> call.doFirst(TrackedCallTests::fail)),
				fault("in onSubscribe", (call) -> call.doOnSubscribe((subscription) -> fail())),
				fault("in request", (call) -> call.doOnRequest((n) -> fail())),
				fault("in a callable", (call) -> call.then(Mono.fromCallable(TrackedCallTests::fail))),
				fault("in a value", (call) -> call.map((user) -> fail())),
				fault("at the end", (call) -> call.doOnSuccess((user) -> fail())),
				fault("as a signal", (call) -> Mono.error(new NoSuchMethodError("expected by this test"))));
	}

	private static Named<UnaryOperator<Mono<User>>> fault(String name, UnaryOperator<Mono<User>> fault) {
		return Named.of(name, fault);
	}

	private static <T> T fail() {
		throw new NoSuchMethodError("expected by this test");
	}

	private Mono<User> call(Mono<User> answer) {
		return this.tracker.intercept(new GetMe(), new Next() {

			@Override
			@SuppressWarnings("unchecked")
			public <R> Mono<R> execute(BaleMethod<R> method) {
				return (Mono<R>) answer;
			}

		});
	}

}
