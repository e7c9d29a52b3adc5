package io.github.balethon.test;

import java.time.Clock;

import io.github.balethon.autoconfigure.BaleAutoConfiguration;
import io.github.balethon.autoconfigure.BaleConnectionDetails;
import io.github.balethon.autoconfigure.BaleEmulatorAutoConfiguration;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.handler.UnhandledUpdateEvent;
import io.github.balethon.inbox.Inbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;

/**
 * Auto-configuration of the emulator of a test context, and of the {@link BaleTester}.
 */
@AutoConfiguration(before = { BaleEmulatorAutoConfiguration.class, BaleAutoConfiguration.class })
final class BaleEmulatorTestAutoConfiguration {

	static final String CONNECTION_DETAILS = "baleEmulatorConnectionDetails";

	@Bean
	static OtherConnectionDetails baleOtherConnectionDetails() {
		return new OtherConnectionDetails();
	}

	// Not a candidate, so that a clock of the application stays the only one.
	@Bean(defaultCandidate = false)
	VirtualClock baleClock() {
		return new VirtualClock(Clock.systemUTC());
	}

	@Bean(destroyMethod = "close")
	BaleEmulator baleEmulator(@Qualifier("baleClock") VirtualClock clock) {
		return BaleEmulator.builder().clock(clock).build();
	}

	// Started here, as other beans may need its address while they are created.
	@Bean(CONNECTION_DETAILS)
	@ConditionalOnMissingBean(name = CONNECTION_DETAILS)
	BaleConnectionDetails baleEmulatorConnectionDetails(BaleEmulator emulator) {
		emulator.start();
		return new EmulatorConnectionDetails(emulator, emulator.baseUrl());
	}

	@Bean
	ConversationLog baleConversationLog(BaleEmulator emulator) {
		ConversationLog log = new ConversationLog();
		emulator.addListener(log);
		return log;
	}

	@Bean
	HandlerRecorder baleHandlerRecorder(ConversationLog log) {
		return new HandlerRecorder(log);
	}

	@Bean
	ApplicationListener<UnhandledUpdateEvent> baleUnhandledUpdateRecorder(HandlerRecorder recorder) {
		return (event) -> recorder.unhandled(event.getContext());
	}

	@Bean
	BotUnderTest baleBotUnderTest(BaleEmulator emulator, ObjectProvider<Dispatcher> dispatcher,
			ObjectProvider<Inbox> inbox, ConversationLog log, @Qualifier("baleClock") VirtualClock clock) {
		return new BotUnderTest(emulator, dispatcher::getIfAvailable, inbox::getIfAvailable, log, clock);
	}

	// Each test has users of its own.
	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	BaleTester baleTester(BotUnderTest bot) {
		return new BaleTester(bot);
	}

}
