package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.annotation.BaleText;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Meter filters that throw when a timer of the bot is created affect no update.
 */
@Timeout(60)
class MeterErrorsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void updatesAreAnsweredWhateverAMeterFilterThrows() {
		Trouble trouble = new Trouble();
		Bots.withAllAutoConfigurations(this.emulator)
			.withBean(MeterFilter.class, () -> new FailingFilter(trouble))
			.withBean(Bot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				for (Throwable error : Trouble.ERRORS) {
					trouble.arm(Place.FILTER, error);
					for (String text : new String[] { "returned", "reactive" }) {
						sara.write(text);
						assertThat(sara.awaitReply(LONG).text()).isEqualTo(text);
					}
					Awaitility.await().atMost(LONG).until(trouble::hasHappened);
				}
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 0 && dispatcher.lanes() == 0);
				assertThat(dispatcher.statistics().failed()).isZero();
			});
	}

	private enum Place {

		FILTER

	}

	/**
	 * Throws for the timers of observations.
	 *
	 * @param trouble what it throws
	 */
	record FailingFilter(Trouble trouble) implements MeterFilter {

		@Override
		public Meter.Id map(Meter.Id id) {
			if (id.getName().startsWith("bale.handler") || id.getName().startsWith("bale.client")) {
				this.trouble.at(Place.FILTER);
			}
			return id;
		}

	}

	static class Bot {

		@BaleText("returned")
		String returned() {
			return "returned";
		}

		@BaleText("reactive")
		Mono<?> reactive(BaleContext context) {
			return context.reply("reactive");
		}

	}

}
