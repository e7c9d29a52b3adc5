package io.github.balethon.inbox.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.client.LogText;
import io.github.balethon.inbox.InboxEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.support.KafkaHeaders;

/**
 * Writes dead letters to their topic, with the headers of Spring Kafka. An update is
 * finished as soon as its dead letter is stored. The key identifies the original record,
 * so a dead letter that is written twice replaces the first one.
 */
final class DeadLetterWriter {

	/** Header with the time of the receipt, in milliseconds since the epoch. */
	static final String RECEIVED_AT = KafkaHeaders.DLT_ORIGINAL_TIMESTAMP;

	static final String UNREADABLE = "It cannot be parsed";

	private static final Logger logger = LoggerFactory.getLogger(DeadLetterWriter.class);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

	private final KafkaClients clients;

	private final String topic;

	private final String groupId;

	private final String clientId;

	// Not sent yet, or to be sent again.
	private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

	private final AtomicInteger unstored = new AtomicInteger();

	private volatile boolean failing;

	// Used by one thread at a time: that of the consumer.
	private @Nullable Producer<byte[], byte[]> producer;

	DeadLetterWriter(KafkaClients clients, KafkaInboxTopics topics, KafkaInboxSettings settings) {
		this.clients = clients;
		this.topic = topics.deadLetters().name();
		this.groupId = settings.groupId();
		this.clientId = settings.clientId() + "-dead-letters";
	}

	void add(AssignedPartition partition, InboxEntry entry, String reason) {
		long age = System.nanoTime() - entry.receivedNanos();
		long receivedAt = System.currentTimeMillis() - Duration.ofNanos(age).toMillis();
		add(new Pending(partition, entry.position(), record(partition.partition(), entry.position(), receivedAt,
				TimestampType.CREATE_TIME, entry.payload(), LogText.escape(reason), entry.attempts() + 1)));
	}

	void add(AssignedPartition partition, ConsumerRecord<byte[], byte[]> malformed) {
		byte[] payload = (malformed.value() != null) ? malformed.value() : new byte[0];
		add(new Pending(partition, malformed.offset(), record(partition.partition(), malformed.offset(),
				malformed.timestamp(), malformed.timestampType(), payload, UNREADABLE, 0)));
	}

	private void add(Pending letter) {
		this.unstored.incrementAndGet();
		this.pending.add(letter);
	}

	private ProducerRecord<byte[], byte[]> record(TopicPartition origin, long offset, long timestamp,
			TimestampType timestampType, byte[] payload, String reason, int attempts) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(this.topic, bytes(origin + "@" + offset), payload);
		Headers headers = record.headers();
		headers.add(KafkaHeaders.DLT_ORIGINAL_TOPIC, bytes(origin.topic()));
		headers.add(KafkaHeaders.DLT_ORIGINAL_PARTITION, bytes(origin.partition()));
		headers.add(KafkaHeaders.DLT_ORIGINAL_OFFSET, bytes(offset));
		headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, bytes(timestamp));
		headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE, bytes(timestampType.toString()));
		headers.add(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, bytes(this.groupId));
		headers.add(KafkaHeaders.DLT_EXCEPTION_MESSAGE, bytes(reason));
		headers.add(KafkaHeaders.DELIVERY_ATTEMPT, bytes(attempts));
		return record;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] bytes(int value) {
		return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
	}

	private static byte[] bytes(long value) {
		return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
	}

	/**
	 * Sends what is not sent yet. Blocks while no broker is reachable, for some seconds.
	 */
	void send() {
		for (int left = this.pending.size(); left > 0; left--) {
			Pending letter = this.pending.poll();
			if (letter == null || !send(letter)) {
				return;
			}
		}
	}

	private boolean send(Pending letter) {
		try {
			if (this.producer == null) {
				this.producer = this.clients.producer(this.clientId);
			}
			this.producer.send(letter.record(), (metadata, error) -> ended(letter, error));
			return true;
		}
		catch (KafkaException ex) {
			ended(letter, ex);
			return false;
		}
	}

	private void ended(Pending letter, @Nullable Exception error) {
		if (error == null) {
			this.failing = false;
			this.unstored.decrementAndGet();
			letter.partition().progress().finish(letter.offset());
			return;
		}
		if (!this.failing) {
			logger.warn("Dead letters cannot be stored in topic {}, retrying: {}", this.topic,
					LogText.escape(error.toString()));
		}
		this.failing = true;
		if (letter.partition().hasEnded()) {
			// The next owner of the partition handles the update again.
			this.unstored.decrementAndGet();
		}
		else {
			this.pending.add(letter);
		}
	}

	/**
	 * Whether all dead letters are stored.
	 * @return {@code true} if they are
	 */
	boolean isIdle() {
		return this.unstored.get() == 0;
	}

	void close() {
		Producer<byte[], byte[]> current = this.producer;
		this.producer = null;
		if (current != null) {
			try {
				this.clients.close(current, this.clientId, CLOSE_TIMEOUT);
			}
			catch (KafkaException ex) {
				logger.debug("Producer of dead letters could not be closed", LogText.escape(ex));
			}
		}
		this.pending.clear();
		this.unstored.set(0);
	}

	/**
	 * A dead letter that is not stored yet.
	 *
	 * @param partition the partition of the update
	 * @param offset the offset of the update
	 * @param record the dead letter
	 */
	private record Pending(AssignedPartition partition, long offset, ProducerRecord<byte[], byte[]> record) {

	}

}
