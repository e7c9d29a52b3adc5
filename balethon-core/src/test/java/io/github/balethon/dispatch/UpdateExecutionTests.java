package io.github.balethon.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.Route;
import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The steps of an update, on a worker that the test runs by hand.
 */
class UpdateExecutionTests {

	private static final Error ERROR = new NoSuchMethodError("expected by this test");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final BaleContextFactory contexts = new BaleContextFactory(() -> 77,
			new MessageTexts(new StaticMessageSource(), (update) -> Locale.ROOT));

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final CallTracker tracker = new CallTracker();

	private final Lanes lanes = new Lanes();

	private final Deadlines deadlines = new Deadlines(Duration.ofMinutes(1));

	private final InFlight updates = new InFlight();

	// Runs of workers that have not begun.
	private final Queue<Runnable> runs = new ArrayDeque<>();

	private final List<String> events = new ArrayList<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.balethon.dispatch");

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private @Nullable TaskDecorator decorator;

	private UpdateExecution.@Nullable Services services;

	@BeforeEach
	void start() {
		this.logged.start();
		this.logger.addAppender(this.logged);
	}

	@AfterEach
	void close() {
		this.logger.detachAppender(this.logged);
		this.timer.shutdownNow();
		this.context.close();
	}

	@Test
	void synchronousStepsTakeOneRun() {
		bot(Passing.class, new Completion(this.events));
		message("a");
		assertThat(this.runs).hasSize(1);
		this.runs.remove().run();
		assertThat(this.events).containsExactly("first", "completed", "second", "completed", "acknowledged");
		assertThat(this.runs).isEmpty();
		assertFinished();
	}

	@Test
	void endOfAResultFinishesTheUpdateWithoutAWorker() {
		Sinks.Empty<Void> result = Sinks.empty();
		bot(Returning.class, () -> result.asMono());
		message("a");
		this.runs.remove().run();
		assertThat(this.events).isEmpty();
		result.tryEmitEmpty();
		assertThat(this.events).containsExactly("acknowledged");
		assertFinished();
	}

	@Test
	void stepsAfterAPendingResultRunOnAWorker() {
		Sinks.Empty<Void> result = Sinks.empty();
		bot(Returning.class, () -> result.asMono(), new Completion(this.events));
		message("a");
		this.runs.remove().run();
		result.tryEmitError(new IllegalStateException("expected by this test"));
		assertThat(this.events).isEmpty();
		this.runs.remove().run();
		assertThat(this.events).containsExactly("completed with an error", "rejected");
		assertFinished();
	}

	@Test
	void callbackQueryIsAnsweredOnAWorker() {
		Sinks.Empty<Void> result = Sinks.empty();
		bot(Returning.class, () -> result.asMono());
		callback();
		this.runs.remove().run();
		result.tryEmitEmpty();
		assertThat(this.events).isEmpty();
		this.runs.remove().run();
		assertThat(this.events).containsExactly("answerCallbackQuery", "acknowledged");
		assertFinished();
	}

	@Test
	void resultThatEndsWithinItsSubscriptionContinuesTheRun() {
		bot(Returning.class, () -> Mono.empty(), new Completion(this.events));
		callback();
		this.runs.remove().run();
		assertThat(this.events).containsExactly("completed", "answerCallbackQuery", "acknowledged");
		assertThat(this.runs).isEmpty();
		assertFinished();
	}

	@Test
	void resultThatThrowsOnSubscriptionFailsItsStep() {
		bot(Returning.class, () -> result(false));
		message("a");
		this.runs.remove().run();
		assertThat(this.events).containsExactly("rejected");
		assertFinished();
	}

	@Test
	void errorOfAResultThatHasCompletedIsLogged() {
		bot(Returning.class, () -> result(true));
		message("a");
		this.runs.remove().run();
		assertThat(this.events).containsExactly("acknowledged");
		assertThat(this.logged.list).singleElement()
			.satisfies((event) -> assertThat(event.getFormattedMessage()).contains("on update 1"))
			.satisfies((event) -> assertThat(event.getThrowableProxy().getMessage()).contains(ERROR.getMessage()));
		assertFinished();
	}

	@Test
	void pendingResultIsCancelledAtItsTimeout() {
		List<String> cancelled = new ArrayList<>();
		bot(Returning.class, () -> Mono.never().doOnCancel(() -> cancelled.add("cancelled")));
		message("a");
		this.runs.remove().run();
		this.deadlines.abort();
		this.deadlines.reset();
		assertThat(cancelled).hasSize(1);
		// The exception handler runs on a worker.
		this.runs.remove().run();
		assertThat(this.events).containsExactly("rejected");
		assertThat(this.logged.list).singleElement()
			.satisfies((event) -> assertThat(event.getThrowableProxy().getClassName())
				.isEqualTo(HandlerTimeoutException.class.getName()));
		assertFinished();
	}

	@Test
	void errorOnCancelKeepsNoLane() {
		bot(Returning.class, () -> Mono.never().doOnCancel(() -> {
			throw ERROR;
		}).doOnSubscribe((subscription) -> {
			this.deadlines.abort();
			this.deadlines.reset();
		}));
		message("a");
		// Its worker finds that the timeout is exceeded.
		this.runs.remove().run();
		assertThat(this.events).containsExactly("rejected");
		assertThat(this.logged.list).anySatisfy(
				(event) -> assertThat(event.getFormattedMessage()).contains("threw an error when it was cancelled"));
		assertThat(this.runs).isEmpty();
		assertFinished();
	}

	@Test
	void decoratorThatThrowsFailsTheUpdate() {
		this.decorator = (step) -> () -> {
			throw ERROR;
		};
		bot(Passing.class);
		message("a");
		this.runs.remove().run();
		assertThat(this.events).containsExactly("rejected");
		assertFinished();
	}

	private void assertFinished() {
		assertThat(this.updates.count()).isZero();
		assertThat(this.lanes.size()).isZero();
		assertThat(this.tracker.inFlight().count()).isZero();
		assertThat(this.deadlines.overdue()).isZero();
	}

	@SuppressWarnings("unchecked")
	private <T> void bot(Class<T> handlers, Object... beans) {
		this.context.registerBean(Events.class, () -> new Events(this.events));
		this.context.registerBean(handlers);
		for (Object bean : beans) {
			Class<Object> type = (Class<Object>) ((bean instanceof Result) ? Result.class : bean.getClass());
			this.context.registerBean(type, () -> bean);
		}
		this.context.registerBean(HandlerRegistry.class, () -> new HandlerRegistry(this.context.getBeanFactory(),
				new HandlerSettings("my_bot", true), this.context));
		this.context.refresh();
	}

	private void bot(Class<?> handlers, Result result, Object... beans) {
		List<Object> all = new ArrayList<>(List.of(beans));
		all.add(result);
		bot(handlers, all.toArray());
	}

	private void message(String text) {
		accept("""
				{"update_id":1,"message":{"message_id":1,"text":"%s","from":{"id":7,"first_name":"x"},
				"chat":{"id":7,"type":"private"}}}""".formatted(text));
	}

	private void callback() {
		accept("""
				{"update_id":1,"callback_query":{"id":"5","data":"a","from":{"id":7,"first_name":"x"},
				"message":{"message_id":1,"chat":{"id":7,"type":"private"}}}}""");
	}

	private void accept(String json) {
		byte[] payload = json.getBytes(StandardCharsets.UTF_8);
		Workers workers = new Workers(this.lanes, Workers.asynchronous(this.runs::add), 2, this::work,
				() -> new CleanThread(observations()));
		Retries retries = new Retries(1, new FixedBackOff(), workers, this.timer);
		UpdateCompletion completion = new UpdateCompletion(workers, retries, this.deadlines, observations(),
				new DispatchStatistics(), this.updates);
		this.services = new UpdateExecution.Services(this::begin, this.tracker, new StepDecoration(this.decorator),
				observations(), new AgeLimit(null), this.deadlines, workers, completion);
		this.updates.begin();
		this.lanes.add(new InboxEntry(1, new UpdateDecoder().decode(payload).update(), payload, Route.UNORDERED, false,
				0, 0, new Recorded(this.events)));
		workers.wake();
	}

	private void work(Lane lane) {
		Runnable step = lane.takeStep();
		if (step != null) {
			step.run();
		}
		else {
			new UpdateExecution(lane, this.services).start();
		}
	}

	private UpdateHandling begin(InboxEntry entry, UpdateCalls calls) {
		return this.context.getBean(HandlerRegistry.class)
			.handle(this.contexts.create(entry.update(), this.tracker.bind(new Client(this.events), calls), false));
	}

	private static HandlerObservations observations() {
		return new HandlerObservations(ObservationRegistry.NOOP, null);
	}

	private static Mono<String> result(boolean completes) {
		return new Mono<>() {
			@Override
			public void subscribe(CoreSubscriber<? super String> actual) {
				actual.onSubscribe(Operators.emptySubscription());
				if (completes) {
					actual.onComplete();
				}
				throw ERROR;
			}
		};
	}

	interface Result {

		Mono<?> get();

	}

	record Events(List<String> list) {

	}

	static class Passing {

		private final List<String> events;

		Passing(Events events) {
			this.events = events.list();
		}

		@Order(1)
		@BaleHandler
		BaleFlow first() {
			this.events.add("first");
			return BaleFlow.NEXT;
		}

		@Order(2)
		@BaleHandler
		void second() {
			this.events.add("second");
		}

	}

	static class Returning {

		private final Result result;

		Returning(Result result) {
			this.result = result;
		}

		@BaleText("a")
		Mono<?> text() {
			return this.result.get();
		}

		@BaleCallback("a")
		Mono<?> callback() {
			return this.result.get();
		}

	}

	static class Completion implements BaleUpdateInterceptor {

		private final List<String> events;

		Completion(List<String> events) {
			this.events = events;
		}

		@Override
		public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
			this.events.add((error != null) ? "completed with an error" : "completed");
		}

	}

	private record Client(List<String> events) implements BaleClient {

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return Mono.<R>empty().doOnSubscribe((subscription) -> this.events.add(method.methodName()));
		}

		@Override
		public void close() {
		}

	}

	private record Recorded(List<String> events) implements InboxEntry.Acknowledgment {

		@Override
		public void acknowledge(InboxEntry entry) {
			this.events.add("acknowledged");
		}

		@Override
		public void reject(InboxEntry entry, String reason) {
			this.events.add("rejected");
		}

	}

}
