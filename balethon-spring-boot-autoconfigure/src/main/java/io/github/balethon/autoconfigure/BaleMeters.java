package io.github.balethon.autoconfigure;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Meters of a bot beside the timers of its observations ({@code bale.handler},
 * {@code bale.client}).
 *
 * @since 0.1.0
 */
public enum BaleMeters implements MeterDocumentation {

	/** Updates that were accepted for handling. */
	RECEIVED("bale.updates.received", Meter.Type.COUNTER, null),
	/** Updates that are done, by their result. */
	FINISHED("bale.updates.finished", Meter.Type.COUNTER, null, Tags.RESULT),
	/** Updates that are not handled, by the reason. */
	PASSED_OVER("bale.updates.passed.over", Meter.Type.COUNTER, null, Tags.REASON),
	/** How long updates waited from their receipt until a worker took them up. */
	WAIT("bale.updates.wait", Meter.Type.TIMER, "seconds"),
	/** Updates that wait for a worker. */
	WAITING("bale.updates.waiting", Meter.Type.GAUGE, null),
	/** Updates that were accepted and are not finished. */
	IN_FLIGHT("bale.updates.in.flight", Meter.Type.GAUGE, null),
	/**
	 * Updates that were accepted and are not finished, those that wait in the database
	 * too.
	 */
	UNFINISHED("bale.inbox.unfinished", Meter.Type.GAUGE, null),
	/** Attempts to handle an update that failed and are repeated. */
	RETRIED("bale.updates.retried", Meter.Type.COUNTER, null),
	/** Handlers that go on beyond their time; their lanes wait. */
	OVERDUE("bale.handlers.overdue", Meter.Type.GAUGE, null),
	/** Lanes with an update in work or waiting: people who are being served. */
	LANES("bale.lanes", Meter.Type.GAUGE, null),
	/** Workers at work, on virtual threads too. */
	WORKERS_ACTIVE("bale.workers.active", Meter.Type.GAUGE, null),
	/** Largest number of workers. */
	WORKERS_MAX("bale.workers.max", Meter.Type.GAUGE, null),
	/** Calls to Bale that are under way. */
	CALLS_IN_FLIGHT("bale.calls.in.flight", Meter.Type.GAUGE, null),
	/**
	 * Time since Bale last answered a poll well; not a number before the first answer.
	 */
	POLLING_AGE("bale.polling.age", Meter.Type.GAUGE, "seconds");

	private final String name;

	private final Meter.Type type;

	// Only of times: naming conventions append it, and the names say already what is
	// counted.
	private final @Nullable String baseUnit;

	private final KeyName[] keyNames;

	BaleMeters(String name, Meter.Type type, @Nullable String baseUnit, KeyName... keyNames) {
		this.name = name;
		this.type = type;
		this.baseUnit = baseUnit;
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

	@Override
	public @Nullable String getBaseUnit() {
		return this.baseUnit;
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
		 * What became of an update: {@code handled}, {@code unmatched}, {@code failed}.
		 */
		RESULT {
			@Override
			public String asString() {
				return "result";
			}
		},
		/**
		 * Why an update was passed over: {@code duplicate}, {@code undecodable},
		 * {@code stale}.
		 */
		REASON {
			@Override
			public String asString() {
				return "reason";
			}
		}

	}

}
