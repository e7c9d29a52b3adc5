package io.github.balethon.autoconfigure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.balethon.autoconfigure.UserCode.Bot;
import io.github.balethon.autoconfigure.UserCode.Everything;
import io.github.balethon.autoconfigure.UserCode.Filters;
import io.github.balethon.autoconfigure.UserCode.Messages;
import io.github.balethon.autoconfigure.UserCode.Place;
import io.github.balethon.autoconfigure.UserCode.States;
import io.github.balethon.autoconfigure.UserCode.Troubled;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever code of the application throws, wherever the bot calls it, costs its own
 * update only: the next one of the same person and those of others are answered, and
 * nothing is left in flight.
 */
@Timeout(60)
class UserCodeErrorsTests {

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	private final Person sara = this.emulator.person("Sara");

	private final Person reza = this.emulator.person("Reza");

	@ParameterizedTest
	@EnumSource
	void costsItsUpdateOnly(Place place) {
		Trouble trouble = new Trouble();
		Bots.on(this.emulator)
			.withPropertyValues("bale.max-workers=2")
			.withBean(Trouble.class, () -> trouble)
			.withUserConfiguration(Everything.class, Filters.class, Messages.class, Troubled.class, States.class,
					Bot.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				BotProbe bot = new BotProbe(context.getBean(Dispatcher.class));
				LongPolling polling = context.getBean(LongPolling.class);
				for (Throwable error : Trouble.ERRORS) {
					long before = bot.finished();
					trouble.arm(place, error);
					reach(place);
					bot.awaitFinished(before + 1);
					bot.awaitIdle();
					assertThat(trouble.hasHappened()).as("%s was reached", place).isTrue();
					trouble.arm(null, error);
					this.sara.write("after");
					this.reza.write("other");
					BotProbe.awaitText(this.sara, "after");
					BotProbe.awaitText(this.reza, "other");
					bot.awaitIdle();
					assertThat(polling.state()).isEqualTo(PollingState.POLLING);
				}
			});
	}

	private void reach(Place place) {
		if (place == Place.RESUMER) {
			this.emulator.updates()
				.enqueue("""
						{"callback_query":{"id":"2005","from":{"id":%d,"first_name":"Sara"},"data":"%s"}}"""
					.formatted(this.sara.id(), place.text()));
		}
		else {
			this.sara.write(place.text());
		}
	}

	// One that is new belongs into the table, or into the list of those that the bot
	// itself or a store implements.
	@Test
	void everyInterfaceThatAnApplicationMayImplementIsInTheTable() {
		Set<String> tried = EnumSet.allOf(Place.class)
			.stream()
			.map((place) -> place.called())
			.filter(Class::isInterface)
			.map(Class::getName)
			.collect(Collectors.toSet());
		// Telemetry is tried in ObservationErrorsTests; the other ones are the bot's.
		Set<String> others = Set.of("BaleClientObservationConvention", "BaleHandlerObservationConvention",
				"BaleUpdateObservationConvention", "BaleClientBuilderCustomizer", "BaleClient", "BaleOperations",
				"ChatOperations", "MediaOperations", "MessageOperations", "BlockingBaleClient",
				"BlockingBaleOperations", "BlockingChatOperations", "BlockingMediaOperations",
				"BlockingMessageOperations", "BaleContext", "BaleHandlerMethod", "InboxAppender", "InboxStatus",
				"BaleConnection", "BaleConnectionDetails", "BaleMethod", "ChatMethod", "Conversation", "Dialogue",
				"DialogueHost", "FileMethod", "IdempotentMethod", "ReplyMethod", "DeadLetters", "Inbox",
				"InboxReceiver", "UpdateSource", "UpdateSourceListener", "ObservationMeters", "CallbackDataStore",
				"CallbackButtons");
		List<String> missing = new ClassFileImporter()
			.importPackages("io.github.balethon.access", "io.github.balethon.callback", "io.github.balethon.client",
					"io.github.balethon.conversation", "io.github.balethon.dispatch", "io.github.balethon.handler",
					"io.github.balethon.inbox", "io.github.balethon.method", "io.github.balethon.source",
					"io.github.balethon.bot", "io.github.balethon.autoconfigure")
			.stream()
			.filter((type) -> type.isInterface() && !type.isAnnotation() && type.isTopLevelClass())
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.filter((type) -> !type.reflect().isSealed())
			.filter((type) -> !others.contains(type.getSimpleName()))
			.map(JavaClass::getName)
			.filter((name) -> !tried.contains(name))
			.toList();
		assertThat(missing).isEmpty();
	}

}
