package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Creates the clients of the inbox, with the connection, security and listeners of the
 * factories of the application, and the settings on which delivery depends.
 *
 * @since 0.1.0
 */
public final class KafkaClients {

	// So that an unavailable broker is reported within seconds.
	private static final int MAX_BLOCK_MILLIS = 5000;

	private static final int REQUEST_TIMEOUT_MILLIS = 10_000;

	private static final int DELIVERY_TIMEOUT_MILLIS = 20_000;

	// The broker aborts the transaction of a crashed poller after this time, unless the
	// next one does it first. Until then, consumers do not see later records.
	private static final int TRANSACTION_TIMEOUT_MILLIS = 30_000;

	// A page that exceeds the room in memory is not larger than this.
	private static final int MAX_POLL_RECORDS = 100;

	private final ConsumerFactory<?, ?> consumers;

	private final ProducerFactory<?, ?> producers;

	private final KafkaAdmin admin;

	/**
	 * Creates a factory of clients.
	 * @param consumers the consumer factory of the application
	 * @param producers the producer factory of the application
	 * @param admin the admin of the application
	 */
	public KafkaClients(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, KafkaAdmin admin) {
		this.consumers = consumers;
		this.producers = producers;
		this.admin = admin;
	}

	Admin admin() {
		return Admin.create(this.admin.getConfigurationProperties());
	}

	/**
	 * Creates the consumer of the updates.
	 * @param settings the settings
	 * @return the consumer
	 */
	Consumer<byte[], byte[]> consumer(KafkaInboxSettings settings) {
		Map<String, Object> properties = consumerProperties();
		properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
		// The next owner of a partition is chosen on the clients, with brokers 3 and 4.
		properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
		properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
		Duration session = settings.sessionTimeout();
		properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session.toMillis()));
		properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.toIntExact(session.toMillis() / 5));
		properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
				Math.toIntExact(settings.rebalanceTimeout().multipliedBy(2).plusMinutes(1).toMillis()));
		properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
		// A restarted instance must not wait for its own session to end.
		properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
		return create(properties, settings.clientId());
	}

	/**
	 * Creates a consumer without a group.
	 * @param clientId identifier of the client
	 * @return the consumer
	 */
	Consumer<byte[], byte[]> reader(String clientId) {
		Map<String, Object> properties = consumerProperties();
		properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
		properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
		return create(properties, clientId);
	}

	private Map<String, Object> consumerProperties() {
		Map<String, Object> properties = new HashMap<>(this.consumers.getConfigurationProperties());
		properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
		properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
		return properties;
	}

	private Consumer<byte[], byte[]> create(Map<String, Object> properties, String clientId) {
		properties.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
		Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(),
				new ByteArrayDeserializer());
		created(this.consumers, clientId, consumer);
		return consumer;
	}

	// The listeners register the metrics of the client.
	@SuppressWarnings("unchecked")
	private static <K, V> void created(ConsumerFactory<K, V> factory, String id, Consumer<?, ?> consumer) {
		factory.getListeners().forEach((listener) -> listener.consumerAdded(id, (Consumer<K, V>) consumer));
	}

	/**
	 * Closes a consumer, which leaves its group.
	 * @param consumer the consumer
	 * @param clientId identifier of the client
	 * @param timeout the maximum time to block
	 */
	void close(Consumer<?, ?> consumer, String clientId, Duration timeout) {
		try {
			consumer.close(CloseOptions.timeout(timeout));
		}
		finally {
			closed(this.consumers, clientId, consumer);
		}
	}

	@SuppressWarnings("unchecked")
	private static <K, V> void closed(ConsumerFactory<K, V> factory, String id, Consumer<?, ?> consumer) {
		factory.getListeners().forEach((listener) -> listener.consumerRemoved(id, (Consumer<K, V>) consumer));
	}

	/**
	 * Creates an idempotent producer.
	 * @param clientId identifier of the client
	 * @return the producer
	 */
	Producer<byte[], byte[]> producer(String clientId) {
		return create(clientId, producerProperties(clientId));
	}

	/**
	 * Creates a producer that is fenced as soon as another one with the same
	 * transactional identifier is initialized.
	 * @param clientId identifier of the client
	 * @param transactionalId the transactional identifier
	 * @return the producer, which is not initialized
	 */
	Producer<byte[], byte[]> producer(String clientId, String transactionalId) {
		Map<String, Object> properties = producerProperties(clientId);
		properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
		properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MILLIS);
		return create(clientId, properties);
	}

	private Producer<byte[], byte[]> create(String clientId, Map<String, Object> properties) {
		Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(),
				new ByteArraySerializer());
		created(this.producers, clientId, producer);
		return producer;
	}

	@SuppressWarnings("unchecked")
	private static <K, V> void created(ProducerFactory<K, V> factory, String id, Producer<?, ?> producer) {
		factory.getListeners().forEach((listener) -> listener.producerAdded(id, (Producer<K, V>) producer));
	}

	/**
	 * Closes a producer.
	 * @param producer the producer
	 * @param clientId identifier of the client
	 * @param timeout the maximum time to block
	 */
	void close(Producer<?, ?> producer, String clientId, Duration timeout) {
		try {
			producer.close(timeout);
		}
		finally {
			closed(this.producers, clientId, producer);
		}
	}

	@SuppressWarnings("unchecked")
	private static <K, V> void closed(ProducerFactory<K, V> factory, String id, Producer<?, ?> producer) {
		factory.getListeners().forEach((listener) -> listener.producerRemoved(id, (Producer<K, V>) producer));
	}

	private Map<String, Object> producerProperties(String clientId) {
		Map<String, Object> properties = new HashMap<>(this.producers.getConfigurationProperties());
		properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
		properties.remove(ProducerConfig.RETRIES_CONFIG);
		properties.remove(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION);
		properties.remove(ProducerConfig.LINGER_MS_CONFIG);
		properties.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
		properties.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
		properties.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
		properties.put(ProducerConfig.ACKS_CONFIG, "all");
		properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
		properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
		properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
		properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
		return properties;
	}

}
