package io.github.balethon.autoconfigure.kafka;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * Meters of the inbox on Kafka, in addition to those of the Kafka clients.
 *
 * @since 0.1.0
 */
public enum BaleKafkaMeters implements MeterDocumentation {

	/** Whether this instance polls: 1 or 0. */
	POLLING("bale.kafka.polling", Meter.Type.GAUGE, "Whether this instance polls: 1 or 0."),

	/** Partitions that this instance handles. */
	PARTITIONS("bale.kafka.partitions", Meter.Type.GAUGE, "Partitions that this instance handles."),

	/** Rebalances of the consumer group. */
	REBALANCES("bale.kafka.rebalances", Meter.Type.COUNTER, "Rebalances of the consumer group."),

	/** Unfinished updates of a partition. NaN if another instance handles it. */
	LAG("bale.kafka.lag", Meter.Type.GAUGE, "Unfinished updates of a partition. NaN if another instance handles it.") {

		@Override
		public KeyName[] getKeyNames() {
			return Tags.values();
		}

	};

	private final String name;

	private final Meter.Type type;

	private final String description;

	BaleKafkaMeters(String name, Meter.Type type, String description) {
		this.name = name;
		this.type = type;
		this.description = description;
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

	/**
	 * Tags of the meters.
	 */
	public enum Tags implements KeyName {

		/** Topic and number of the partition. */
		PARTITION;

		@Override
		public String asString() {
			return "partition";
		}

	}

}
