package io.github.balethon.autoconfigure.kafka;

import io.github.balethon.inbox.kafka.KafkaInbox;
import io.github.balethon.inbox.kafka.KafkaInboxState;
import io.github.balethon.inbox.kafka.KafkaInboxTopics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Registers {@link BaleKafkaMeters}. Their values are read when the registry is scraped.
 */
final class BaleKafkaMeterBinder implements MeterBinder {

	private final KafkaInbox inbox;

	private final KafkaInboxTopics topics;

	BaleKafkaMeterBinder(KafkaInbox inbox, KafkaInboxTopics topics) {
		this.inbox = inbox;
		this.topics = topics;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder(BaleKafkaMeters.POLLING.getName(), this.inbox, (live) -> live.state().polling() ? 1 : 0)
			.description(BaleKafkaMeters.POLLING.getDescription())
			.register(registry);
		Gauge.builder(BaleKafkaMeters.PARTITIONS.getName(), this.inbox, (live) -> live.state().partitions().size())
			.description(BaleKafkaMeters.PARTITIONS.getDescription())
			.register(registry);
		FunctionCounter.builder(BaleKafkaMeters.REBALANCES.getName(), this.inbox, (live) -> live.state().rebalances())
			.description(BaleKafkaMeters.REBALANCES.getDescription())
			.register(registry);
		bindLags(registry, this.topics.updates());
		bindLags(registry, this.topics.urgent());
	}

	private void bindLags(MeterRegistry registry, NewTopic topic) {
		for (int number = 0; number < topic.numPartitions(); number++) {
			String name = topic.name() + "-" + number;
			Gauge.builder(BaleKafkaMeters.LAG.getName(), this.inbox, (live) -> lag(live.state(), name))
				.description(BaleKafkaMeters.LAG.getDescription())
				.tag(BaleKafkaMeters.Tags.PARTITION.asString(), name)
				.register(registry);
		}
	}

	private static double lag(KafkaInboxState state, String partition) {
		return state.partitions()
			.stream()
			.filter((owned) -> owned.name().equals(partition))
			.mapToDouble(KafkaInboxState.Partition::lag)
			.findFirst()
			.orElse(Double.NaN);
	}

}
