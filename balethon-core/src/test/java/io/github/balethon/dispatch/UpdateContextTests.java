package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.client.BaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Chat;
import io.github.balethon.model.User;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each update is handled in a context of its own: thread-bound values, task decorators
 * and observations.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class UpdateContextTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@AfterEach
	void close() {
		MDC.clear();
	}

	@Test
	void valuesThatAnUpdateLeavesOnTheThreadAreNotSeenByTheNext() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler((context) -> true);
		TaskDecorator decorator = (task) -> {
			Map<String, String> captured = MDC.getCopyOfContextMap();
			return () -> {
				if (captured != null) {
					MDC.setContextMap(captured);
				}
				task.run();
			};
		};
		this.bots.with(Bot.class)
			.workers(1)
			.bean(ObservationRegistry.class, () -> registry)
			.bean(TaskDecorator.class, () -> decorator)
			.start();
		for (String name : List.of("Sara", "Ali", "Mina")) {
			Person user = this.emulator.person(name);
			user.write("remember");
			assertThat(user.awaitReply(LONG).text()).isEqualTo("before: null, current: bale.handler");
		}
	}

	@Test
	void decoratorsApplyToEachUpdate() {
		Queue<String> decorated = new ConcurrentLinkedQueue<>();
		TaskDecorator decorator = (task) -> () -> {
			decorated.add("begin");
			task.run();
			decorated.add("end");
		};
		this.bots.with(Bot.class).workers(1).bean(TaskDecorator.class, () -> decorator).start();
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 5; i++) {
			sara.write("hello");
		}
		for (int i = 0; i < 5; i++) {
			sara.awaitReply(LONG);
		}
		Awaitility.await().atMost(LONG).until(() -> decorated.size() == 10);
	}

	@ParameterizedTest
	@EnumSource
	void decoratorThatFailsAffectsAtMostItsUpdate(Failing failing, CapturedOutput output) {
		try (TestBot bot = this.bots.with(Bot.class).workers(1).bean(TaskDecorator.class, () -> failing).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.write("after");
			if (failing == Failing.AFTER_TASK) {
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("hello");
			}
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(bot.statistics().failed()).isEqualTo((failing == Failing.AFTER_TASK) ? 0 : 1);
		}
		if (failing == Failing.AFTER_TASK) {
			assertThat(output).contains("failed after the handler, whose result counts");
		}
	}

	@Test
	void errorOfAFailedUpdateIsLoggedInTheScopeOfItsObservation() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new TraceIds());
		Logger logger = (Logger) LoggerFactory.getLogger("io.github.balethon.dispatch.HandlingLog");
		ListAppender<ILoggingEvent> events = new ListAppender<>();
		events.start();
		logger.addAppender(events);
		try {
			try (TestBot bot = this.bots.with(FailingBot.class)
				.bean(ObservationRegistry.class, () -> registry)
				.start()) {
				Person sara = this.emulator.person("Sara");
				sara.write("returned");
				sara.write("thrown");
				Dispatcher dispatcher = bot.dispatcher();
				Awaitility.await()
					.atMost(LONG)
					.until(() -> dispatcher.statistics().failed() == 2 && dispatcher.inFlight() == 0);
			}
		}
		finally {
			logger.detachAppender(events);
		}
		assertThat(events.list).filteredOn((event) -> event.getLevel() == Level.ERROR)
			.hasSize(2)
			.allMatch((event) -> "trace of bale.handler".equals(event.getMDCPropertyMap().get("traceId")));
	}

	/**
	 * Failures of a decorator, each for the first update only.
	 */
	enum Failing implements TaskDecorator {

		IN_DECORATE {
			@Override
			Runnable fail(Runnable task) {
				throw new IllegalStateException("expected by this test");
			}
		},
		ERROR_IN_DECORATE {
			@Override
			Runnable fail(Runnable task) {
				throw new NoSuchMethodError("expected by this test");
			}
		},
		BEFORE_TASK {
			@Override
			Runnable fail(Runnable task) {
				return () -> {
					throw new NoSuchMethodError("expected by this test");
				};
			}
		},
		AFTER_TASK {
			@Override
			Runnable fail(Runnable task) {
				return () -> {
					task.run();
					throw new NoSuchMethodError("expected by this test");
				};
			}
		},
		NOT_RUN {
			@Override
			Runnable fail(Runnable task) {
				return () -> {
				};
			}
		};

		private volatile boolean failed;

		abstract Runnable fail(Runnable task);

		@Override
		public Runnable decorate(Runnable task) {
			if (this.failed) {
				return task;
			}
			this.failed = true;
			return fail(task);
		}

	}

	/**
	 * Puts a trace into the MDC, as tracing bridges do.
	 */
	static class TraceIds implements ObservationHandler<BaleHandlerObservationContext> {

		@Override
		public void onScopeOpened(BaleHandlerObservationContext context) {
			MDC.put("traceId", "trace of " + context.getName());
		}

		@Override
		public void onScopeClosed(BaleHandlerObservationContext context) {
			MDC.remove("traceId");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof BaleHandlerObservationContext;
		}

	}

	static class Bot {

		private final ObservationRegistry registry;

		Bot(ObjectProvider<ObservationRegistry> registry) {
			this.registry = registry.getIfAvailable(() -> ObservationRegistry.NOOP);
		}

		@BaleText("remember")
		String remember(User user) {
			String before = MDC.get("user");
			Observation current = this.registry.getCurrentObservation();
			String name = (current != null) ? current.getContextView().getName() : null;
			MDC.put("user", user.firstName());
			Observation.start("left open", this.registry).openScope();
			return "before: " + before + ", current: " + name;
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

	static class FailingBot {

		@BaleText(regex = "^(?<how>returned|thrown)$")
		Mono<String> fail(@Capture String how, Chat chat, BaleClient bale) {
			if (how.equals("thrown")) {
				throw new IllegalStateException("expected by this test");
			}
			return bale.sendMessage(chat.id(), "answer").map((sent) -> {
				throw new IllegalStateException("expected by this test");
			});
		}

	}

}
