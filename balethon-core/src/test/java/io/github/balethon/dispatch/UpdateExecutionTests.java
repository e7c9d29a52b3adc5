package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.dispatch.SteppedBot.Events;
import io.github.balethon.dispatch.SteppedBot.Result;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The steps of an update, on a worker that the test runs by hand.
 */
class UpdateExecutionTests {

	private static final Error ERROR = new NoSuchMethodError("expected by this test");

	private final SteppedBot bot = new SteppedBot();

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.balethon.dispatch");

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	@BeforeEach
	void start() {
		this.logged.start();
		this.logger.addAppender(this.logged);
	}

	@AfterEach
	void close() {
		this.logger.detachAppender(this.logged);
		this.bot.close();
	}

	@Test
	void synchronousStepsTakeOneRun() {
		this.bot.start(Passing.class, new Completion(this.bot.events()));
		this.bot.message("a");
		assertThat(this.bot.runs()).hasSize(1);
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("first", "completed", "second", "completed", "acknowledged");
		assertThat(this.bot.runs()).isEmpty();
		this.bot.assertFinished();
	}

	@Test
	void endOfAResultFinishesTheUpdateWithoutAWorker() {
		Sinks.Empty<Void> result = Sinks.empty();
		this.bot.start(Returning.class, () -> result.asMono());
		this.bot.message("a");
		this.bot.run();
		assertThat(this.bot.events()).isEmpty();
		result.tryEmitEmpty();
		assertThat(this.bot.events()).containsExactly("acknowledged");
		this.bot.assertFinished();
	}

	@Test
	void stepsAfterAPendingResultRunOnAWorker() {
		Sinks.Empty<Void> result = Sinks.empty();
		this.bot.start(Returning.class, () -> result.asMono(), new Completion(this.bot.events()));
		this.bot.message("a");
		this.bot.run();
		result.tryEmitError(new IllegalStateException("expected by this test"));
		assertThat(this.bot.events()).isEmpty();
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("completed with an error", "rejected");
		this.bot.assertFinished();
	}

	@Test
	void callbackQueryIsAnsweredOnAWorker() {
		Sinks.Empty<Void> result = Sinks.empty();
		this.bot.start(Returning.class, () -> result.asMono());
		this.bot.callback();
		this.bot.run();
		result.tryEmitEmpty();
		assertThat(this.bot.events()).isEmpty();
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("answerCallbackQuery", "acknowledged");
		this.bot.assertFinished();
	}

	@Test
	void resultThatEndsWithinItsSubscriptionContinuesTheRun() {
		this.bot.start(Returning.class, () -> Mono.empty(), new Completion(this.bot.events()));
		this.bot.callback();
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("completed", "answerCallbackQuery", "acknowledged");
		assertThat(this.bot.runs()).isEmpty();
		this.bot.assertFinished();
	}

	@Test
	void resultThatThrowsOnSubscriptionFailsItsStep() {
		this.bot.start(Returning.class, () -> result(false));
		this.bot.message("a");
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("rejected");
		this.bot.assertFinished();
	}

	@Test
	void errorOfAResultThatHasCompletedIsLogged() {
		this.bot.start(Returning.class, () -> result(true));
		this.bot.message("a");
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("acknowledged");
		assertThat(this.logged.list).singleElement()
			.satisfies((event) -> assertThat(event.getFormattedMessage()).contains("on update 1"))
			.satisfies((event) -> assertThat(event.getThrowableProxy().getMessage()).contains(ERROR.getMessage()));
		this.bot.assertFinished();
	}

	@Test
	void pendingResultIsCancelledAtItsTimeout() {
		List<String> cancelled = new ArrayList<>();
		this.bot.start(Returning.class, () -> Mono.never().doOnCancel(() -> cancelled.add("cancelled")));
		this.bot.message("a");
		this.bot.run();
		this.bot.deadlines().abort();
		this.bot.deadlines().reset();
		assertThat(cancelled).hasSize(1);
		// The exception handler runs on a worker.
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("rejected");
		assertThat(this.logged.list).singleElement()
			.satisfies((event) -> assertThat(event.getThrowableProxy().getClassName())
				.isEqualTo(HandlerTimeoutException.class.getName()));
		this.bot.assertFinished();
	}

	@Test
	void errorOnCancelKeepsNoLane() {
		this.bot.start(Returning.class, () -> Mono.never().doOnCancel(() -> {
			throw ERROR;
		}).doOnSubscribe((subscription) -> {
			this.bot.deadlines().abort();
			this.bot.deadlines().reset();
		}));
		this.bot.message("a");
		// Its worker finds that the timeout is exceeded.
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("rejected");
		assertThat(this.logged.list).anySatisfy(
				(event) -> assertThat(event.getFormattedMessage()).contains("threw an error when it was cancelled"));
		assertThat(this.bot.runs()).isEmpty();
		this.bot.assertFinished();
	}

	@Test
	void decoratorThatThrowsFailsTheUpdate() {
		this.bot.decorator((step) -> () -> {
			throw ERROR;
		});
		this.bot.start(Passing.class);
		this.bot.message("a");
		this.bot.run();
		assertThat(this.bot.events()).containsExactly("rejected");
		this.bot.assertFinished();
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

}
