package io.github.balethon.dispatch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientObservationContext;
import io.github.balethon.client.BaleClientObservationConvention;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Chat;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.github.balethon.testsupport.TestBotBuilder;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observation handlers, filters, predicates and conventions that throw do not affect
 * updates.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ObservationErrorsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	static List<Object[]> failures() {
		List<Object[]> failures = new ArrayList<>();
		for (Place place : Place.values()) {
			for (Throwable error : List.of(new IllegalStateException("expected by this test"),
					new IOException("expected by this test"), new AssertionError("expected by this test"),
					new NoSuchMethodError("expected by this test"), new StackOverflowError("expected by this test"))) {
				failures.add(new Object[] { place, error });
			}
		}
		return failures;
	}

	@ParameterizedTest
	@MethodSource("failures")
	void updatesAreAnsweredWhateverAnObservationThrows(Place place, Throwable error, CapturedOutput output) {
		ObservationRegistry registry = ObservationRegistry.create();
		place.fail(new Failure(error), registry);
		TestBotBuilder builder = this.bots.with(Bot.class).workers(1).bean(ObservationRegistry.class, () -> registry);
		switch (place) {
			case HANDLER_CONVENTION -> builder.bean(BaleHandlerObservationConvention.class,
					() -> new FailingHandlerConvention(new Failure(error)));
			case UPDATE_CONVENTION -> builder.bean(BaleUpdateObservationConvention.class,
					() -> new FailingUpdateConvention(new Failure(error)));
			case CLIENT_CONVENTION -> builder.bean(BaleClientObservationConvention.class,
					() -> new FailingClientConvention(new Failure(error)));
			default -> {
			}
		}
		try (TestBot bot = builder.start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("broken");
			for (String text : List.of("returned", "blocking", "text", "failing", "last")) {
				sara.write(text);
				assertThat(sara.awaitReply(LONG).text()).isEqualTo(text);
			}
			Dispatcher dispatcher = bot.dispatcher();
			Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 0 && dispatcher.lanes() == 0);
			assertThat(dispatcher.statistics().handled()).isEqualTo(5);
			assertThat(dispatcher.statistics().failed()).isOne();
		}
		// At most once for updates and once for calls.
		assertThat(StringUtils.countOccurrencesOf(output.toString(), "Observation failed in " + place.operation))
			.isBetween(1, 2);
	}

	/**
	 * Parts of an observation that can throw.
	 */
	enum Place {

		PREDICATE("start"), SUPPORTS_CONTEXT("start"), START("start"), SCOPE_OPENED("openScope"),
		SCOPE_CLOSED("closeScope"), ERROR("error"), STOP("stop"), FILTER("stop"), HANDLER_CONVENTION("start"),
		UPDATE_CONVENTION("start"), CLIENT_CONVENTION("start");

		private final String operation;

		Place(String operation) {
			this.operation = operation;
		}

		void fail(Failure failure, ObservationRegistry registry) {
			switch (this) {
				case PREDICATE -> registry.observationConfig().observationPredicate((name, context) -> {
					throw failure.sneaky();
				});
				case FILTER -> registry.observationConfig().observationFilter((context) -> {
					throw failure.sneaky();
				});
				default -> {
				}
			}
			// Without a handler nothing is observed.
			registry.observationConfig().observationHandler(new FailingHandler(this, failure));
		}

	}

	/**
	 * Throws any error as if it were unchecked.
	 *
	 * @param error the error
	 */
	record Failure(Throwable error) {

		RuntimeException sneaky() {
			return sneaky(this.error);
		}

		@SuppressWarnings("unchecked")
		private static <E extends Throwable> RuntimeException sneaky(Throwable error) throws E {
			throw (E) error;
		}

	}

	/**
	 * Throws at one place.
	 */
	static class FailingHandler implements ObservationHandler<Observation.Context> {

		private final Place place;

		private final Failure failure;

		FailingHandler(Place place, Failure failure) {
			this.place = place;
			this.failure = failure;
		}

		private void at(Place place) {
			if (this.place == place) {
				throw this.failure.sneaky();
			}
		}

		@Override
		public void onStart(Observation.Context context) {
			at(Place.START);
		}

		@Override
		public void onError(Observation.Context context) {
			at(Place.ERROR);
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			at(Place.SCOPE_OPENED);
		}

		@Override
		public void onScopeClosed(Observation.Context context) {
			at(Place.SCOPE_CLOSED);
		}

		@Override
		public void onStop(Observation.Context context) {
			at(Place.STOP);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			// WebClient observes with code of Spring's, which is not ours to guard.
			boolean supported = context instanceof BaleHandlerObservationContext
					|| context instanceof BaleClientObservationContext;
			if (supported) {
				at(Place.SUPPORTS_CONTEXT);
			}
			return supported;
		}

	}

	static class FailingHandlerConvention implements BaleHandlerObservationConvention {

		private final Failure failure;

		FailingHandlerConvention(Failure failure) {
			this.failure = failure;
		}

		@Override
		public String getName() {
			return "bale.handler";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(BaleHandlerObservationContext context) {
			throw this.failure.sneaky();
		}

	}

	static class FailingUpdateConvention implements BaleUpdateObservationConvention {

		private final Failure failure;

		FailingUpdateConvention(Failure failure) {
			this.failure = failure;
		}

		@Override
		public String getName() {
			return "bale.update";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(BaleUpdateObservationContext context) {
			throw this.failure.sneaky();
		}

	}

	static class FailingClientConvention implements BaleClientObservationConvention {

		private final Failure failure;

		FailingClientConvention(Failure failure) {
			this.failure = failure;
		}

		@Override
		public String getName() {
			return "bale.client";
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(BaleClientObservationContext context) {
			throw this.failure.sneaky();
		}

	}

	static class Bot {

		@BaleText("returned")
		Mono<Void> returned(Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "returned").then();
		}

		@BaleText("blocking")
		void blocking(Chat chat, BlockingBaleClient bale) {
			bale.sendMessage(chat.id(), "blocking");
		}

		@BaleText("broken")
		void broken() {
			throw new IllegalStateException("expected by this test");
		}

		@BaleText("failing")
		String failing() {
			throw new UnsupportedOperationException("expected by this test");
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

		@BaleExceptionHandler
		String failed(UnsupportedOperationException error) {
			return "failing";
		}

	}

}
