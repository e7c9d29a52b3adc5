package io.github.balethon.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import io.github.balethon.access.Memberships;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.model.ChatId;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the bot: the status of the update source, the availability of the inbox and
 * other stores, and whether workers are available. A health check makes no calls to Bale.
 */
final class BaleHealthIndicator extends AbstractHealthIndicator {

	private final UpdateSource source;

	private final Dispatcher dispatcher;

	private final HandlerRegistry handlers;

	private final BaleConnectionDetails connection;

	private final @Nullable Memberships memberships;

	private final Map<String, Supplier<@Nullable String>> stores;

	private final Supplier<Map<String, Object>> inboxDetails;

	BaleHealthIndicator(UpdateSource source, Dispatcher dispatcher, HandlerRegistry handlers,
			BaleConnectionDetails connection, @Nullable Memberships memberships,
			Map<String, Supplier<@Nullable String>> stores, Supplier<Map<String, Object>> inboxDetails) {
		super("Health check of the bot failed");
		this.source = source;
		this.dispatcher = dispatcher;
		this.handlers = handlers;
		this.connection = connection;
		this.memberships = memberships;
		this.stores = stores;
		this.inboxDetails = inboxDetails;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		if (this.handlers.isEmpty()) {
			builder.up().withDetail("source", "not started, because there are no handlers");
		}
		else {
			check(this.source.status(), builder);
		}
		Set<ChatId> unavailable = (this.memberships != null) ? this.memberships.unavailable() : Set.of();
		if (!unavailable.isEmpty()) {
			builder.withDetail("chatsWithUnknownMembers", unavailable.stream().map(ChatId::toString).sorted().toList());
		}
		builder.withDetail("bale", this.connection.isEmulator() ? "emulator" : this.connection.baseUrl().toString());
	}

	private void check(UpdateSourceStatus status, Health.Builder builder) {
		status.details().forEach(builder::withDetail);
		this.inboxDetails.get().forEach(builder::withDetail);
		builder.withDetail("activeWorkers", this.dispatcher.activeWorkers())
			.withDetail("updatesInFlight", this.dispatcher.inFlight())
			.withDetail("overdueHandlers", this.dispatcher.overdue());
		builder.withDetail("source", status.state().name().toLowerCase(Locale.ROOT));
		if (status.lastContactAge() != null) {
			builder.withDetail("lastContactSecondsAgo", status.lastContactAge().toSeconds());
		}
		Map<String, String> troubles = new LinkedHashMap<>();
		this.stores.forEach((store, reported) -> {
			String trouble = reported.get();
			if (trouble != null) {
				troubles.put(store, trouble);
			}
		});
		troubles.forEach(builder::withDetail);
		String reason = switch (status.state()) {
			case RECEIVING, UNKNOWN -> troubles.values().stream().findFirst().orElseGet(this::blockedWorkers);
			case STARTING, STANDBY, FAILING, STOPPED -> status.lastFailure();
		};
		if (reason != null) {
			builder.withDetail("reason", reason);
		}
		Status health = switch (status.state()) {
			case RECEIVING -> (reason != null) ? Status.DOWN : Status.UP;
			// A source that reports nothing is not up for that reason.
			case UNKNOWN -> (reason != null) ? Status.DOWN : Status.UNKNOWN;
			case STARTING -> Status.UNKNOWN;
			// Another instance receives, and a rolling deployment waits for this one.
			case STANDBY -> Status.UP;
			case FAILING -> Status.DOWN;
			case STOPPED -> Status.OUT_OF_SERVICE;
		};
		builder.status(health);
	}

	private @Nullable String blockedWorkers() {
		return this.dispatcher.isBlocked()
				? "all workers are blocked by handlers that ignore their timeout, see the stack traces in the log"
				: null;
	}

}
