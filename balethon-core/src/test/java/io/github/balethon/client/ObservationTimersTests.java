package io.github.balethon.client;

import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;

class ObservationTimersTests {

	@Test
	void errorsOfMetersDoNotAffectTheOperation() {
		ObservationTimers timers = new ObservationTimers(new FailingMeters(),
				new SafeObservations(ObservationRegistry.NOOP), "test", KeyValues.of("outcome", "success"));
		assertThatCode(() -> {
			timers.start().stop();
			ObservationTimers.Sample failed = timers.start();
			failed.event("retry");
			failed.stop(KeyValues.of("outcome", "failure"), new IllegalStateException("expected by this test"));
		}).doesNotThrowAnyException();
	}

	private static final class FailingMeters implements ObservationMeters {

		@Override
		public long now() {
			return 0;
		}

		@Override
		public LongConsumer timer(String name, KeyValues tags) {
			throw new IllegalArgumentException("timer");
		}

		@Override
		public Runnable counter(String name, KeyValues tags) {
			throw new IllegalArgumentException("counter");
		}

		@Override
		public Supplier<Runnable> longTaskTimer(String name, KeyValues tags) {
			throw new IllegalArgumentException("longTaskTimer");
		}

	}

}
