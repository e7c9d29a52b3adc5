package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * A broker, one for all tests of a process. Each inbox of a test has topics of its own.
 */
final class TestBroker implements AutoCloseable {

	private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);

	private final AtomicInteger prefixes = new AtomicInteger();

	TestBroker() {
		this.broker.brokerProperties(Map.of("group.initial.rebalance.delay.ms", "0", "group.min.session.timeout.ms",
				"1000", "auto.create.topics.enable", "false", "transaction.state.log.num.partitions", "1",
				"transaction.state.log.replication.factor", "1", "transaction.state.log.min.isr", "1",
				"offsets.topic.num.partitions", "1"));
		this.broker.afterPropertiesSet();
	}

	String address() {
		return this.broker.getBrokersAsString();
	}

	String prefix() {
		return "test" + this.prefixes.incrementAndGet();
	}

	EmbeddedKafkaKraftBroker broker() {
		return this.broker;
	}

	KafkaClients clients() {
		return clients(address());
	}

	static KafkaClients clients(String address) {
		Map<String, Object> properties = Map.of("bootstrap.servers", address, "reconnect.backoff.max.ms", "200");
		return new KafkaClients(new DefaultKafkaConsumerFactory<>(properties),
				new DefaultKafkaProducerFactory<>(properties), new KafkaAdmin(properties));
	}

	static KafkaInboxTopics topics(String prefix, int partitions) {
		return KafkaInboxTopics.of(prefix, partitions, 1, Duration.ofDays(7));
	}

	static KafkaInboxSettings settings(String prefix, int maxInFlight) {
		return new KafkaInboxSettings(prefix, "test", maxInFlight, Duration.ofSeconds(3), Duration.ofSeconds(20), 1000);
	}

	KafkaInbox inbox(String prefix, int partitions, int maxInFlight) {
		return new KafkaInbox(clients(), topics(prefix, partitions), settings(prefix, maxInFlight));
	}

	@Override
	public void close() {
		this.broker.destroy();
	}

	/**
	 * Resolves parameters of this type.
	 */
	static final class Resolver implements ParameterResolver {

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == TestBroker.class;
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
			return context.getRoot()
				.getStore(ExtensionContext.Namespace.GLOBAL)
				.computeIfAbsent(TestBroker.class, (key) -> new TestBroker(), TestBroker.class);
		}

	}

}
