package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.balethon.dispatch.UpdateExecution.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateExecutionTests {

	private static final Error ERROR = new NoSuchMethodError("expected by this test");

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final List<@Nullable Throwable> ended = new ArrayList<>();

	private final Logger logger = (Logger) LoggerFactory.getLogger(UpdateExecution.class);

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private final UpdateExecution update = new UpdateExecution(TestEntries.entry(Ordering.SENDER, 1, 7L, 7L),
			new UpdateExecution.Listener() {

				@Override
				public void stepEnded(UpdateExecution update, Step step, boolean passedOn, @Nullable Throwable error) {
					UpdateExecutionTests.this.ended.add(error);
				}

				@Override
				public void finished(UpdateExecution update) {
					// No test finishes it.
				}

			}, new Deadlines(Duration.ofMinutes(1), this.timer));

	@BeforeEach
	void listen() {
		this.logged.start();
		this.logger.addAppender(this.logged);
	}

	@AfterEach
	void close() {
		this.logger.detachAppender(this.logged);
		this.timer.shutdownNow();
	}

	@Test
	void resultThatThrowsOnSubscriptionFailsItsStep() {
		this.update.await(Step.HANDLE, result(false));
		assertThat(this.ended).containsExactly(ERROR);
		assertThat(this.logged.list).isEmpty();
	}

	@Test
	void errorOfAResultThatHasCompletedIsLogged() {
		this.update.await(Step.HANDLE, result(true));
		assertThat(this.ended).hasSize(1).containsOnlyNulls();
		assertThat(this.logged.list).singleElement()
			.satisfies((event) -> assertThat(event.getFormattedMessage()).contains("on update 1"))
			.satisfies((event) -> assertThat(event.getThrowableProxy().getMessage()).contains(ERROR.getMessage()));
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

}
