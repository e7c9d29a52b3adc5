package io.github.balethon.autoconfigure;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Meters of a bot, in addition to the timers of its observations ({@code bale.handler},
 * {@code bale.client}).
 *
 * @since 0.1.0
 */
public enum BaleMeters implements MeterDocumentation {

	/** Updates accepted for handling. */
	RECEIVED("bale.updates.received", Meter.Type.COUNTER, "Updates accepted for handling."),

	/** Updates whose handling has finished. */
	FINISHED("bale.updates.finished", Meter.Type.COUNTER, "Updates whose handling has finished.", Tags.RESULT),

	/** Updates discarded without handling. */
	DISCARDED("bale.updates.discarded", Meter.Type.COUNTER, "Updates discarded without handling.", Tags.REASON),

	/** Failed attempts to handle an update that are retried. */
	RETRIED("bale.updates.retried", Meter.Type.COUNTER, "Failed attempts to handle an update that are retried."),

	/** Pressed buttons whose typed callback data could not be used. */
	CALLBACKS_REJECTED("bale.callbacks.rejected", Meter.Type.COUNTER,
			"Pressed buttons whose typed callback data could not be used.", Tags.CALLBACK_REASON),

	/** Time that updates waited for a worker. */
	WAIT("bale.updates.wait", Meter.Type.TIMER, "Time that updates waited for a worker."),

	/** Updates waiting for a worker. */
	WAITING("bale.updates.waiting", Meter.Type.GAUGE, "Updates waiting for a worker."),

	/** Updates accepted and not finished, in memory. */
	IN_FLIGHT("bale.updates.in.flight", Meter.Type.GAUGE, "Updates accepted and not finished, in memory."),

	/** Updates accepted and not finished, in memory or stored. */
	UNFINISHED("bale.inbox.unfinished", Meter.Type.GAUGE, "Updates accepted and not finished, in memory or stored."),

	/** Handlers that are still running after their timeout. */
	OVERDUE("bale.handlers.overdue", Meter.Type.GAUGE, "Handlers that are still running after their timeout."),

	/** Lanes (senders in a chat) with an update waiting or in progress. */
	LANES("bale.lanes", Meter.Type.GAUGE, "Lanes (senders in a chat) with an update waiting or in progress."),

	/** Active workers, including those on virtual threads. */
	WORKERS_ACTIVE("bale.workers.active", Meter.Type.GAUGE, "Active workers, including those on virtual threads."),

	/** Maximum number of workers. */
	WORKERS_MAX("bale.workers.max", Meter.Type.GAUGE, "Maximum number of workers."),

	/** Calls to Bale in flight. */
	CALLS_IN_FLIGHT("bale.calls.in.flight", Meter.Type.GAUGE, "Calls to Bale in flight."),

	/** Requests to the webhook. */
	WEBHOOK_REQUESTS("bale.webhook.requests", Meter.Type.COUNTER, "Requests to the webhook.", Tags.RESPONSE),

	/** Time since the update source last reached Bale. NaN before that, or if unknown. */
	SOURCE_AGE("bale.source.age", Meter.Type.GAUGE,
			"Time since the update source last reached Bale. NaN before that, or if unknown.");

	private final String name;

	private final Meter.Type type;

	private final String description;

	private final KeyName[] keyNames;

	BaleMeters(String name, Meter.Type type, String description, KeyName... keyNames) {
		this.name = name;
		this.type = type;
		this.description = description;
		this.keyNames = keyNames;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	/**
	 * Returns the description of the meter, as registered with it.
	 * @return the description
	 */
	public String getDescription() {
		return this.description;
	}

	// Only of times: naming conventions append the unit, and the other names say what is
	// counted.
	@Override
	public @Nullable String getBaseUnit() {
		return (this == WAIT || this == SOURCE_AGE) ? "seconds" : null;
	}

	@Override
	public KeyName[] getKeyNames() {
		return this.keyNames.clone();
	}

	/**
	 * Tags of the meters.
	 */
	public enum Tags implements KeyName {

		/**
		 * Result of an update: {@code handled}, {@code unmatched} (no handler matches),
		 * {@code failed} or {@code cancelled} (by an interrupt of the sender).
		 */
		RESULT("result"),

		/**
		 * Reason to discard an update: {@code duplicate} (delivered twice by Bale),
		 * {@code undecodable} (malformed) or {@code stale} (older than the maximum age).
		 */
		REASON("reason"),

		/**
		 * Reason to reject typed callback data: {@code expired}, {@code outdated},
		 * {@code forged} or {@code malformed}.
		 */
		CALLBACK_REASON("reason"),

		/**
		 * Response of the webhook: {@code accepted}, {@code unavailable} (503, not
		 * stored), or the reason to refuse a stranger: {@code not_found} (wrong path,
		 * secret or address), {@code method_not_allowed}, {@code unsupported_media_type},
		 * {@code content_too_large}, {@code request_timeout} or {@code bad_request}.
		 */
		RESPONSE("response");

		private final String key;

		Tags(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
