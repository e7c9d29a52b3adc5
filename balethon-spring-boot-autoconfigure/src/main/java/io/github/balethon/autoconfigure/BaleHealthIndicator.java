package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.Locale;

import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.InboxStatus;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Health of the bot: the state of polling, the time since the last successful
 * {@code getUpdates}, and the availability of the inbox. A health check makes no calls to
 * Bale. The time is computed by the checking thread, so that it also shows a blocked
 * poll.
 */
final class BaleHealthIndicator extends AbstractHealthIndicator {

	private final LongPolling polling;

	private final InboxStatus inbox;

	private final Dispatcher dispatcher;

	private final HandlerRegistry handlers;

	private final BaleConnectionDetails connection;

	private final Duration maxAnswerAge;

	BaleHealthIndicator(LongPolling polling, InboxStatus inbox, Dispatcher dispatcher, HandlerRegistry handlers,
			BaleConnectionDetails connection, Duration maxAnswerAge) {
		this.polling = polling;
		this.inbox = inbox;
		this.dispatcher = dispatcher;
		this.handlers = handlers;
		this.connection = connection;
		this.maxAnswerAge = maxAnswerAge;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		builder.withDetail("bale", this.connection.isEmulator() ? "emulator" : this.connection.baseUrl().toString());
		if (this.handlers.isEmpty()) {
			builder.up().withDetail("polling", "not required, because there are no handlers");
			return;
		}
		PollingState state = this.polling.state();
		builder.withDetail("polling", state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		Duration age = this.polling.lastAnswerAge();
		if (age != null) {
			builder.withDetail("lastAnswerSecondsAgo", age.toSeconds());
		}
		String failure = this.polling.lastFailure();
		if (failure != null && state != PollingState.POLLING) {
			builder.withDetail("reason", failure);
		}
		switch (state) {
			case STARTING -> builder.unknown();
			case STOPPED -> builder.outOfService();
			// Another instance polls, and a rolling deployment waits for this one.
			case STANDBY -> builder.up();
			case BACKING_OFF, PAUSED, CONFLICT, UNAUTHORIZED -> builder.down();
			case POLLING -> listening(builder, age);
		}
	}

	private void listening(Health.Builder builder, @Nullable Duration age) {
		String trouble = this.inbox.trouble();
		if (trouble != null) {
			builder.down().withDetail("reason", trouble);
		}
		else if (age == null || age.compareTo(this.maxAnswerAge) > 0) {
			builder.down()
				.withDetail("reason", "no successful getUpdates for more than " + this.maxAnswerAge.toSeconds()
						+ " s (bale.health.max-answer-age)");
		}
		else if (this.dispatcher.isBlocked()) {
			builder.down()
				.withDetail("reason",
						"all workers are blocked by handlers that ignore their timeout, see the stack traces in the log");
		}
		else {
			builder.up();
		}
	}

}
