package io.github.balethon.autoconfigure;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.inbox.Inbox;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationListener;

/**
 * Liveness of an application whose bot no longer receives updates.
 */
@Timeout(60)
class LivenessTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void livenessBreaksWhenPollingEndsUnexpectedly() {
		List<AvailabilityState> states = new CopyOnWriteArrayList<>();
		Bots.on(this.emulator)
			.withBean(EchoBot.class)
			.withBean("baleUpdatesClientBreaker", BrokenLogging.class)
			.withInitializer((context) -> context.addApplicationListener(
					(ApplicationListener<AvailabilityChangeEvent<?>>) (event) -> states.add(event.getState())))
			.run((context) -> Awaitility.await().atMost(LONG).until(() -> states.contains(LivenessState.BROKEN)));
	}

	/**
	 * An inbox that fails so badly that the failure cannot even be logged.
	 */
	static class BrokenLogging implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!(bean instanceof Inbox)) {
				return bean;
			}
			return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Inbox.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("claim")) {
							throw new Unspeakable();
						}
						return method.invoke(bean, arguments);
					});
		}

	}

	/**
	 * Not even its message can be read.
	 */
	static class Unspeakable extends Error {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw this;
		}

	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
