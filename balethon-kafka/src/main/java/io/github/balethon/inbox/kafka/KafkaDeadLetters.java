package io.github.balethon.inbox.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.InboxUnavailableException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.KafkaHeaders;

/**
 * Dead letters in a compacted topic with one partition. The identifier of a dead letter
 * is its offset. A record without a value deletes the one with the same key. The topic is
 * read when it is needed, from where it was read last.
 */
final class KafkaDeadLetters implements DeadLetters {

	private static final Duration POLL_TIMEOUT = Duration.ofMillis(100);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private final KafkaClients clients;

	private final TopicPartition partition;

	private final String clientId;

	private final UpdateRecords records;

	private final PageProducer producer;

	private final Replay replay;

	// All guarded by this object.
	private final Map<String, Long> offsets = new HashMap<>();

	private final TreeMap<Long, String> keys = new TreeMap<>();

	private long position;

	private org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> reader;

	/**
	 * Creates dead letters.
	 * @param clients creates the reader
	 * @param topics the topics
	 * @param settings the settings
	 * @param records decodes updates
	 * @param producer writes replayed updates and deletions
	 * @param replay creates the record of a replayed update
	 */
	KafkaDeadLetters(KafkaClients clients, KafkaInboxTopics topics, KafkaInboxSettings settings, UpdateRecords records,
			PageProducer producer, Replay replay) {
		this.clients = clients;
		this.partition = new TopicPartition(topics.deadLetters().name(), 0);
		this.clientId = settings.clientId() + "-dead-letters";
		this.records = records;
		this.producer = producer;
		this.replay = replay;
	}

	@Override
	public synchronized long count() {
		refresh();
		return this.keys.size();
	}

	@Override
	public synchronized List<DeadLetter> list(long after, int limit) {
		refresh();
		List<Long> wanted = this.keys.tailMap(after, false).keySet().stream().limit(limit).toList();
		return wanted.isEmpty() ? List.of() : read(wanted).stream().map(this::letter).toList();
	}

	private DeadLetter letter(ConsumerRecord<byte[], byte[]> record) {
		Long receivedAt = number(record, KafkaHeaders.DLT_ORIGINAL_TIMESTAMP);
		Long attempts = number(record, KafkaHeaders.DELIVERY_ATTEMPT);
		Header reason = record.headers().lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE);
		Instant diedAt = Instant.ofEpochMilli(record.timestamp());
		return new DeadLetter(record.offset(), this.records.decode(record).updateId(), record.value(),
				(reason != null) ? new String(reason.value(), StandardCharsets.UTF_8) : "",
				(attempts != null) ? attempts.intValue() : 0,
				(receivedAt != null) ? Instant.ofEpochMilli(receivedAt) : diedAt, diedAt);
	}

	private static @Nullable Long number(ConsumerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		if (header == null || header.value() == null) {
			return null;
		}
		return switch (header.value().length) {
			case Integer.BYTES -> (long) ByteBuffer.wrap(header.value()).getInt();
			case Long.BYTES -> ByteBuffer.wrap(header.value()).getLong();
			default -> null;
		};
	}

	@Override
	public synchronized boolean replay(long id) {
		refresh();
		if (!this.keys.containsKey(id)) {
			return false;
		}
		ReceivedUpdate received = this.records.decode(read(List.of(id)).get(0));
		if (received.update() == null) {
			return false;
		}
		// First, so that a crash in between repeats the update and does not lose it.
		this.producer.writeWithoutTransaction(List.of(this.replay.record(received)));
		return delete(id);
	}

	@Override
	public synchronized boolean delete(long id) {
		refresh();
		String key = this.keys.get(id);
		if (key == null) {
			return false;
		}
		this.producer.writeWithoutTransaction(List.of(new ProducerRecord<>(this.partition.topic(),
				this.partition.partition(), key.getBytes(StandardCharsets.UTF_8), null)));
		this.keys.remove(id);
		this.offsets.remove(key);
		return true;
	}

	// Reads what was written since the last time.
	private void refresh() {
		withReader((current) -> {
			current.seek(this.partition, this.position);
			readUntil(current, end(current), (record) -> {
				String key = key(record);
				Long earlier = this.offsets.remove(key);
				if (earlier != null) {
					this.keys.remove(earlier);
				}
				if (record.value() != null) {
					this.offsets.put(key, record.offset());
					this.keys.put(record.offset(), key);
				}
			});
			this.position = current.position(this.partition);
		});
	}

	private static String key(ConsumerRecord<byte[], byte[]> record) {
		// Of another producer, which does not name the original record.
		return (record.key() != null) ? new String(record.key(), StandardCharsets.UTF_8) : "offset " + record.offset();
	}

	private List<ConsumerRecord<byte[], byte[]>> read(List<Long> wanted) {
		List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>(wanted.size());
		withReader((current) -> {
			for (long offset : wanted) {
				current.seek(this.partition, offset);
				readUntil(current, offset + 1, (record) -> {
					if (record.offset() == offset) {
						found.add(record);
					}
				});
			}
		});
		return found;
	}

	private void readUntil(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> current, long end,
			Consumer<ConsumerRecord<byte[], byte[]>> action) {
		long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
		while (current.position(this.partition) < end) {
			current.poll(POLL_TIMEOUT).forEach(action);
			if (System.nanoTime() - deadline > 0) {
				throw new InboxUnavailableException("Dead letters could not be read within " + READ_TIMEOUT, null);
			}
		}
	}

	private long end(org.apache.kafka.clients.consumer.Consumer<?, ?> current) {
		return current.endOffsets(List.of(this.partition)).getOrDefault(this.partition, 0L);
	}

	private void withReader(Consumer<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> action) {
		try {
			if (this.reader == null) {
				this.reader = this.clients.reader(this.clientId);
				this.reader.assign(List.of(this.partition));
			}
			action.accept(this.reader);
		}
		catch (KafkaException ex) {
			throw new InboxUnavailableException("Dead letters are not available (" + PageProducer.describe(ex) + ")",
					ex);
		}
	}

	synchronized void close() {
		if (this.reader != null) {
			this.clients.close(this.reader, this.clientId, Duration.ofSeconds(1));
			this.reader = null;
		}
	}

	/**
	 * Creates the record of a replayed update.
	 */
	@FunctionalInterface
	interface Replay {

		ProducerRecord<byte[], byte[]> record(ReceivedUpdate update);

	}

}
