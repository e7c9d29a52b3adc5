package io.github.balethon.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.balethon.autoconfigure.ReplacedParts.Bot;
import io.github.balethon.autoconfigure.ReplacedParts.Parts;
import io.github.balethon.autoconfigure.ReplacedParts.Place;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Parts of the application in the place of the starter's own (inbox, executor, connection
 * details, conversion service, Reactor hooks) that throw fail at most one update, or
 * pause polling until they recover. Nothing is lost, and the log says so once.
 */
@Timeout(60)
class ReplacedPartsErrorsTests {

	private static final String HOOK = ReplacedPartsErrorsTests.class.getName();

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final Person sara = this.emulator.person("Sara");

	private final Person reza = this.emulator.person("Reza");

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	@BeforeEach
	void start() {
		this.logged.start();
		this.logged.list = new CopyOnWriteArrayList<>();
		root().addAppender(this.logged);
		this.emulator.start();
	}

	@AfterEach
	void close() {
		root().detachAppender(this.logged);
		Hooks.resetOnEachOperator(HOOK);
		Hooks.resetOnErrorDropped();
		Schedulers.resetOnScheduleHook(HOOK);
		this.emulator.close();
	}

	@ParameterizedTest
	@EnumSource
	void errorFailsOneUpdateOrPausesPolling(Place place) {
		Trouble trouble = new Trouble();
		Bots.on(this.emulator)
			.withPropertyValues("bale.max-workers=2", "bale.dispatch.retry.initial-backoff=10ms",
					"bale.dispatch.retry.max-attempts=" + ((place == Place.INBOX_RETRY) ? 2 : 1))
			.withBean(Trouble.class, () -> trouble)
			.withUserConfiguration(Parts.class)
			.withBean(Bot.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				hook(trouble);
				BotProbe bot = new BotProbe(context.getBean(Dispatcher.class));
				LongPolling polling = context.getBean(LongPolling.class);
				for (Throwable error : place.errors()) {
					long before = bot.finished();
					this.logged.list.clear();
					trouble.arm(place, error);
					this.sara.write(place.text());
					BotProbe.await().until(trouble::hasHappened);
					if (place.isPausing()) {
						trouble.arm(null, error);
						BotProbe.awaitText(this.sara, place.text());
					}
					bot.awaitFinished(before + 1);
					bot.awaitIdle();
					trouble.arm(null, error);
					this.sara.write("after");
					this.reza.write("other");
					BotProbe.awaitText(this.sara, "after");
					BotProbe.awaitText(this.reza, "other");
					bot.awaitIdle();
					BotProbe.await().untilAsserted(() -> assertThat(polling.state()).isEqualTo(PollingState.POLLING));
					assertThat(bot.finished()).as("updates finished with %s", error).isEqualTo(before + 3);
					assertThat(warnings()).as("log lines of %s", error)
						.hasSizeBetween((place.isSilent() && !(error instanceof Error)) ? 0 : 1, 1);
				}
			});
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	private List<String> warnings() {
		return List.copyOf(this.logged.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.filter((event) -> !event.getLoggerName().startsWith("reactor."))
			.map(ILoggingEvent::getFormattedMessage)
			.filter((message) -> !message.contains("Handler Bot#fails failed"))
			.toList();
	}

	private static void hook(Trouble trouble) {
		Hooks.onEachOperator(HOOK, (publisher) -> {
			trouble.atWorker(Place.EACH_OPERATOR);
			if (isCallSubscribed()) {
				trouble.atWorker(Place.OPERATOR_OF_CALL);
			}
			return publisher;
		});
		Hooks.onErrorDropped((error) -> trouble.atWorker(Place.ERROR_DROPPED));
		Schedulers.onScheduleHook(HOOK, (task) -> {
			trouble.atWorker(Place.SCHEDULE);
			return task;
		});
	}

	// Operators that are assembled when a call to Bale is subscribed to.
	private static boolean isCallSubscribed() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getClassName().endsWith("TrackedCall")));
	}

}
