package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts of the application that throw while it starts fail the start with their error,
 * and leave nothing running. Those that throw while it stops do not affect the other
 * steps of the stop.
 */
@Timeout(120)
class StartErrorsTests {

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "SOURCE_STOP", "SOURCE_CONFIRM" })
	void startFailsWithTheError(Place place) {
		for (Throwable error : Trouble.ERRORS) {
			List<String> steps = new ArrayList<>();
			// Bots of other tests, whose contexts are cached, may be running.
			Set<Thread> before = Thread.getAllStackTraces().keySet();
			assertThat(causes(startupFailure(place, error, steps))).as("%s at %s", error, place).contains(error);
			assertThat(steps).doesNotContain("started");
			assertThat(Thread.getAllStackTraces().keySet()).filteredOn((thread) -> !before.contains(thread))
				.extracting(Thread::getName)
				.doesNotContain("bale-poll");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SOURCE_STOP", "SOURCE_CONFIRM" })
	void stopIsCompleted(Place place) {
		for (Throwable error : Trouble.ERRORS) {
			List<String> steps = new ArrayList<>();
			assertThat(startupFailure(place, error, steps)).as("%s at %s", error, place).isNull();
			assertThat(steps).containsExactly("started", "stopped", "confirmed");
		}
	}

	@Test
	void everyPartIsUsed() {
		List<String> steps = new ArrayList<>();
		assertThat(startupFailure(null, new IllegalStateException(), steps)).isNull();
		assertThat(steps).containsExactly("started", "stopped", "confirmed");
	}

	// Errors leave the runner, exceptions are kept in its context.
	private @Nullable Throwable startupFailure(@Nullable Place place, Throwable error, List<String> steps) {
		Trouble trouble = new Trouble();
		trouble.arm(place, error);
		ApplicationContextRunner runner = Bots.on(this.emulator)
			.withBean(Trouble.class, () -> trouble)
			.withBean(UpdateSource.class, () -> new Source(trouble, steps))
			.withUserConfiguration(Parts.class)
			.withBean(Bot.class);
		AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
		try {
			runner.run((context) -> failure.set(context.getStartupFailure()));
		}
		catch (Throwable ex) {
			failure.set(ex);
		}
		finally {
			Thread.interrupted();
		}
		return failure.get();
	}

	private static List<Throwable> causes(@Nullable Throwable failure) {
		List<Throwable> causes = new ArrayList<>();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			causes.add(cause);
		}
		return causes;
	}

	/**
	 * Where a part of the application is called.
	 */
	enum Place {

		SUPPORTS_PARAMETER, SUPPORTS_RETURN_TYPE, SOURCE_DESCRIPTION, SOURCE_START, SOURCE_STOP, SOURCE_CONFIRM

	}

	/**
	 * A value that only the application can resolve and send.
	 *
	 * @param text the text
	 */
	record Special(String text) {

	}

	/**
	 * A source of the application.
	 *
	 * @param trouble what fails
	 * @param steps the steps that were called
	 */
	record Source(Trouble trouble, List<String> steps) implements UpdateSource {

		@Override
		public void start(UpdateSourceListener listener) {
			this.trouble.at(Place.SOURCE_START);
			this.steps.add("started");
		}

		@Override
		public void stop(Duration timeout) {
			this.steps.add("stopped");
			this.trouble.at(Place.SOURCE_STOP);
		}

		@Override
		public void confirm(Duration timeout) {
			this.steps.add("confirmed");
			this.trouble.at(Place.SOURCE_CONFIRM);
		}

		@Override
		public String description() {
			this.trouble.at(Place.SOURCE_DESCRIPTION);
			return "updates of this test";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Parts {

		@Bean
		BaleArgumentResolver arguments(Trouble trouble) {
			return new BaleArgumentResolver() {

				@Override
				public boolean supportsParameter(MethodParameter parameter) {
					trouble.at(Place.SUPPORTS_PARAMETER);
					return parameter.getParameterType() == Special.class;
				}

				@Override
				public Object resolveArgument(MethodParameter parameter, BaleContext context) {
					return new Special("resolved");
				}

			};
		}

		@Bean
		BaleReturnValueHandler returnValues(Trouble trouble) {
			return new BaleReturnValueHandler() {

				@Override
				public boolean supportsReturnType(ResolvableType type) {
					trouble.at(Place.SUPPORTS_RETURN_TYPE);
					return type.toClass() == Special.class;
				}

				@Override
				public Mono<?> handleReturnValue(Object value, BaleContext context) {
					return context.reply(((Special) value).text());
				}

			};
		}

	}

	static class Bot {

		@BaleText("special")
		Special special(Special special) {
			return special;
		}

	}

}
