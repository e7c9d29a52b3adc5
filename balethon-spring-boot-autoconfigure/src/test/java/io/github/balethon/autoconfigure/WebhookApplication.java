package io.github.balethon.autoconfigure;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.annotation.BaleHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A bot that repeats texts, and blocks on request.
 */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
class WebhookApplication {

	@Bean
	EchoBot echoBot() {
		return new EchoBot();
	}

	@Bean
	Observations observations() {
		return new Observations();
	}

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

	@Bean
	InMemoryHttpExchangeRepository exchanges() {
		return new InMemoryHttpExchangeRepository();
	}

	static class EchoBot {

		final CountDownLatch entered = new CountDownLatch(1);

		volatile CountDownLatch blocked = new CountDownLatch(0);

		@BaleHandler
		String echo(String text) throws InterruptedException {
			if (text.equals("block")) {
				this.entered.countDown();
				this.blocked.await();
			}
			return text;
		}

	}

	/**
	 * Records the values of observations, as a tracer would.
	 */
	static class Observations implements ObservationHandler<Observation.Context> {

		private final Collection<String> values = new ConcurrentLinkedQueue<>();

		Collection<String> values() {
			return this.values;
		}

		@Override
		public void onStop(Observation.Context context) {
			context.getAllKeyValues().forEach((value) -> this.values.add(value.getValue()));
			this.values.add(String.valueOf(context.getContextualName()));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
