package io.github.balethon.client;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.IdempotentMethod;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.RawMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.method.SendPhoto;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.core.io.InputStreamResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Retries and observations of a call, in virtual time.
 */
class CallExecutionsTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration OUTAGE = Duration.ofSeconds(30);

	private static final DeleteMessage DELETE = DeleteMessage.of(7, 1);

	private static final SendMessage SEND = SendMessage.of(7, "x");

	private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

	private final List<Duration> attempts = new ArrayList<>();

	private final RecordedObservations observations = new RecordedObservations();

	private CallPriority priority = CallPriority.BACKGROUND;

	private @Nullable Throwable error;

	private boolean done;

	@AfterEach
	void dispose() {
		this.timer.dispose();
	}

	@Test
	void pauseThatBaleAsksForIsMade() {
		call(SEND, tooMany(7), null);
		assertAttempts(0, 7000);
		assertThat(this.done).isTrue();
	}

	@Test
	void pauseOfUnknownLengthGrows() {
		call(SEND, tooMany(null), tooMany(0), tooMany(null), null);
		assertAttempts(0, 2000, 6000, 12000);
		assertThat(this.done).isTrue();
	}

	@Test
	void pauseThatIsTooLongFailsAtOnce() {
		call(SEND, tooMany(61), null);
		assertAttempts(0);
		assertThat(this.error).isInstanceOf(BaleTooManyRequestsException.class);
	}

	@Test
	void attemptsEnd() {
		call(SEND, tooMany(1), tooMany(1), tooMany(1), tooMany(1), null);
		assertAttempts(0, 1000, 2000, 3000);
		assertThat(this.error).isInstanceOf(BaleTooManyRequestsException.class);
	}

	@Test
	void whatWasNotSentIsSentAgain() {
		call(SEND, notSent(), notSent(), null);
		assertAttempts(0, 500, 1500);
		assertThat(this.done).isTrue();
	}

	@Test
	void whatWasNotSentIsGivenUpAfterSomeAttemptsIfNobodyWaits() {
		call(SEND, notSent(), notSent(), notSent(), notSent(), null);
		assertAttempts(0, 500, 1500, 3500);
		assertThat(this.error).isInstanceOf(BaleTransportException.class);
	}

	@Test
	void answerOutlastsAnOutageAndWhatComesBehindIt() {
		this.priority = CallPriority.INTERACTIVE;
		call(SEND, notSent(), notSent(), notSent(), notSent(), notSent(), notSent(), tooMany(1), tooMany(1), tooMany(1),
				null);
		assertAttempts(0, 500, 1500, 3500, 7500, 12500, 17500, 18500, 19500, 20500);
		assertThat(this.done).isTrue();
	}

	@Test
	void answerIsGivenUpAfterALongOutage() {
		this.priority = CallPriority.INTERACTIVE;
		@Nullable Throwable[] failures = new @Nullable Throwable[20];
		Arrays.fill(failures, notSent());
		call(SEND, failures);
		// The outage as long as allowed, and the attempts of any other call.
		assertAttempts(0, 500, 1500, 3500, 7500, 12500, 17500, 22500, 27500, 28000, 29000, 31000);
		assertThat(this.error).isInstanceOf(BaleTransportException.class);
	}

	@ParameterizedTest
	@MethodSource("unclear")
	void whatMayHaveTakenEffectIsNotSentAgain(BaleException failure) {
		for (BaleMethod<?> method : List.of(SEND, RawMethod.of("sendMessage"))) {
			this.attempts.clear();
			call(method, failure, null);
			assertAttempts(0);
			assertThat(this.error).isSameAs(failure);
		}
	}

	@ParameterizedTest
	@MethodSource("unclear")
	void whatMayBeDoneTwiceIsDoneAgain(BaleException failure) {
		for (BaleMethod<?> method : List.of(GetMe.of(), DeleteMessage.of(7, 1), EditMessageText.of(7, 1, "x"))) {
			this.attempts.clear();
			call(method, failure, failure, failure, null);
			assertAttempts(0, 500, 1500, 3500);
			assertThat(this.done).isTrue();
		}
	}

	@Test
	void refusalIsFinal() {
		call(GetMe.of(), refused(400, "bad request", null), null);
		assertAttempts(0);
		assertThat(this.error).isInstanceOf(BaleBadRequestException.class);
	}

	@Test
	void streamIsNotSentTwice() {
		InputFile stream = InputFile.of(Flux.empty(), "x.jpg");
		InputFile once = InputFile.of(new InputStreamResource(new ByteArrayInputStream(new byte[3]))).fileName("x.jpg");
		for (InputFile file : List.of(stream, once)) {
			this.attempts.clear();
			call(SendPhoto.of(7, file), tooMany(1), null);
			assertAttempts(0);
			assertThat(this.error).isInstanceOf(BaleTooManyRequestsException.class);
			this.attempts.clear();
			// Nobody has read from it.
			call(SendPhoto.of(7, file), notSent(), null);
			assertAttempts(0, 500);
		}
		this.attempts.clear();
		call(SendPhoto.of(7, InputFile.of(new byte[3], "x.jpg")), tooMany(1), null);
		assertAttempts(0, 1000);
	}

	@Test
	void cancellingEndsThePause() {
		Disposable call = start(SEND, tooMany(7), null);
		call.dispose();
		this.timer.advanceTimeBy(MINUTE);
		assertThat(this.attempts).hasSize(1);
		assertThat(this.observations.signals()).containsExactly("start", "retried", "cancelled", "stop");
	}

	@Test
	void retriesAreObserved() {
		call(SEND, tooMany(1), notSent(), null);
		assertThat(this.observations.signals()).containsExactly("start", "retried", "retried", "stop");
	}

	@Test
	void failureIsObserved() {
		call(SEND, refused(400, "bad request", null));
		assertThat(this.observations.signals()).containsExactly("start", "failed BaleBadRequestException", "stop");
	}

	@Test
	void cancellingInFlightCancelsTheAttempt() {
		TestPublisher<Boolean> attempt = TestPublisher.create();
		Disposable call = calls(MINUTE).intercept(DELETE, returning(attempt.mono())).subscribe();
		call.dispose();
		attempt.assertCancelled();
		assertThat(this.observations.signals()).containsExactly("start", "cancelled", "stop");
	}

	@Test
	void cancellingOnSubscriptionSendsNothing() {
		TestPublisher<Boolean> attempt = TestPublisher.create();
		calls(MINUTE).intercept(DELETE, returning(attempt.mono())).subscribe(new BaseSubscriber<Boolean>() {
			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.cancel();
			}
		});
		attempt.assertWasNotSubscribed();
		assertThat(this.observations.signals()).containsExactly("start", "cancelled", "stop");
	}

	@Test
	void cancellingAfterTheResultIsASuccess() {
		TestPublisher<Boolean> attempt = TestPublisher.create();
		calls(MINUTE).intercept(DELETE, returning(attempt.mono())).subscribe(new BaseSubscriber<Boolean>() {
			@Override
			protected void hookOnNext(Boolean result) {
				cancel();
			}
		});
		attempt.next(true);
		assertThat(this.observations.signals()).containsExactly("start", "stop");
	}

	@Test
	void contextReachesEachAttempt() {
		List<Object> seen = new ArrayList<>();
		Mono<Boolean> attempt = Mono.deferContextual((chain) -> {
			seen.add(chain.get("key"));
			return (seen.size() == 1) ? Mono.error(tooMany(1)) : Mono.just(true);
		});
		calls(MINUTE).intercept(DELETE, returning(attempt))
			.contextWrite((chain) -> chain.put("key", "value"))
			.subscribe();
		this.timer.advanceTimeBy(MINUTE);
		assertThat(seen).containsExactly("value", "value");
	}

	@Test
	void errorsThatReactorRethrowsAreSignalled() {
		calls(MINUTE).intercept(DELETE, returning(Mono.just(true))).doOnNext((result) -> {
			throw new NoClassDefFoundError("thrown by the test");
		}).subscribe((result) -> {
		}, (failure) -> this.error = failure);
		assertThat(this.error).isInstanceOf(NoClassDefFoundError.class);
		this.error = null;
		calls(MINUTE).intercept(DELETE, returning(Mono.defer(() -> {
			throw new NoClassDefFoundError("thrown by the test");
		}))).subscribe((result) -> {
		}, (failure) -> this.error = failure);
		assertThat(this.error).isInstanceOf(NoClassDefFoundError.class);
		assertThat(this.observations.signals()).containsExactly("start", "failed NoClassDefFoundError", "stop", "start",
				"failed NoClassDefFoundError", "stop");
	}

	private static BaleClientInterceptor.Next returning(Mono<?> attempt) {
		return new BaleClientInterceptor.Next() {
			@Override
			@SuppressWarnings("unchecked")
			public <R> Mono<R> execute(BaleMethod<R> method) {
				return (Mono<R>) attempt;
			}
		};
	}

	@Test
	void pauseHasALimitOfItsOwn() {
		CallExecutions calls = calls(Duration.ofSeconds(1));
		start(calls, SEND, tooMany(2), null);
		assertThat(this.error).isInstanceOf(BaleTooManyRequestsException.class);
		this.attempts.clear();
		start(calls, SEND, notSent(), notSent(), notSent(), null);
		this.timer.advanceTimeBy(MINUTE);
		assertAttempts(0, 500, 1500, 2500);
	}

	@Test
	void errorsThatAreNotOfBaleAreLeftAlone() {
		start(calls(MINUTE), GetMe.of(), new IllegalStateException("x"), null);
		this.timer.advanceTimeBy(MINUTE);
		assertAttempts(0);
		assertThat(this.error).isInstanceOf(IllegalStateException.class);
	}

	@Test
	void noMethodThatSendsIsIdempotent() {
		assertThat(MethodSamples.all()).extracting(MethodSamples.Sample::most)
			.filteredOn((method) -> method instanceof IdempotentMethod)
			.extracting((method) -> method.methodName())
			.noneMatch((name) -> name.startsWith("send") && !name.equals("sendChatAction"))
			.noneMatch((name) -> name.matches("(forward|copy|create|upload|add|invite).*"))
			.contains("getMe", "editMessageText", "deleteMessage", "pinChatMessage", "answerCallbackQuery",
					"banChatMember");
		assertThat(MethodSamples.all()).extracting(MethodSamples.Sample::most)
			.filteredOn((method) -> method.methodName().matches("(get|edit|delete).*"))
			.allMatch((method) -> method instanceof IdempotentMethod);
	}

	static Stream<BaleException> unclear() {
		return Stream.of(refused(502, "<html>", null),
				new BaleTransportException("x", "x got no answer from Bale", true, null));
	}

	private static BaleException notSent() {
		return BaleTransportException.of("x", new IllegalStateException(new ConnectException("Connection refused")));
	}

	private static BaleException tooMany(@Nullable Integer seconds) {
		return refused(429, "bot limit exceed", (seconds != null) ? Duration.ofSeconds(seconds) : null);
	}

	private static BaleException refused(int code, String description, @Nullable Duration retryAfter) {
		return BaleExceptionTranslator.translate(new Refusal("x", code, description, retryAfter, ""));
	}

	private CallExecutions calls(Duration maxWait) {
		return new CallExecutions(this.observations, new RetrySettings(4, maxWait, OUTAGE), this.timer);
	}

	private void call(BaleMethod<?> method, @Nullable Throwable... failures) {
		start(method, failures);
		this.timer.advanceTimeBy(MINUTE);
	}

	private Disposable start(BaleMethod<?> method, @Nullable Throwable... failures) {
		return start(calls(MINUTE), method, failures);
	}

	private Disposable start(CallExecutions calls, BaleMethod<?> method, @Nullable Throwable... failures) {
		this.done = false;
		this.error = null;
		long beginning = this.timer.now(TimeUnit.MILLISECONDS);
		BaleClientInterceptor.Next next = new BaleClientInterceptor.Next() {

			@Override
			public <R> Mono<R> execute(BaleMethod<R> request) {
				return Mono.defer(() -> {
					CallExecutionsTests test = CallExecutionsTests.this;
					test.attempts.add(Duration.ofMillis(test.timer.now(TimeUnit.MILLISECONDS) - beginning));
					Throwable failure = failures[test.attempts.size() - 1];
					return (failure != null) ? Mono.error(failure) : Mono.empty();
				});
			}

		};
		return calls.intercept(method, next)
			.contextWrite(this.priority::in)
			.subscribe((result) -> assertThat(result).isNull(), (failure) -> this.error = failure,
					() -> this.done = true);
	}

	// A pause may be a tenth longer, so that not all come back at the same moment.
	private void assertAttempts(long... millis) {
		assertThat(this.attempts).hasSize(millis.length);
		for (int i = 0; i < millis.length; i++) {
			assertThat(this.attempts.get(i).toMillis()).isBetween(millis[i], millis[i] + millis[i] / 10 + 1);
		}
	}

}
