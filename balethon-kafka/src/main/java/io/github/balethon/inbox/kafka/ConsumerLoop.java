package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.model.Update;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The thread of the consumer ({@code bale-kafka}): receives records, hands them over and
 * commits progress. It never waits for a handler, except when partitions are revoked.
 * After a failure of the consumer it creates another one.
 */
final class ConsumerLoop {

	private static final Logger logger = LoggerFactory.getLogger(ConsumerLoop.class);

	// Also the time after which progress is committed if no records arrive.
	private static final Duration POLL_TIMEOUT = Duration.ofMillis(50);

	private static final Duration SHORT_POLL_TIMEOUT = Duration.ofMillis(10);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

	private static final long FIRST_PAUSE_MILLIS = 200;

	private static final long LONGEST_PAUSE_MILLIS = 5000;

	private final KafkaClients clients;

	private final KafkaInboxTopics topics;

	private final KafkaInboxSettings settings;

	private final InboxReceiver receiver;

	private final UpdateRecords records;

	private final Counters counters;

	private final DeadLetterWriter deadLetters;

	private final Thread thread;

	private final Object stopped = new Object();

	private volatile boolean running = true;

	private volatile boolean suspended;

	private volatile @Nullable Assignment assignment;

	private volatile KafkaInboxState state = KafkaInboxState.NONE;

	private volatile @Nullable String failure;

	private long rebalances;

	ConsumerLoop(KafkaClients clients, KafkaInboxTopics topics, KafkaInboxSettings settings, InboxReceiver receiver,
			UpdateRecords records, Counters counters) {
		this.clients = clients;
		this.topics = topics;
		this.settings = settings;
		this.receiver = receiver;
		this.records = records;
		this.counters = counters;
		this.deadLetters = new DeadLetterWriter(clients, topics, settings);
		this.thread = new Thread(this::run, "bale-kafka");
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	@Nullable Assignment assignment() {
		return this.assignment;
	}

	KafkaInboxState state() {
		return this.state;
	}

	@Nullable String failure() {
		return this.failure;
	}

	void suspend() {
		this.suspended = true;
		Assignment current = this.assignment;
		if (current != null) {
			current.suspend();
		}
	}

	/**
	 * Commits the progress and leaves the group.
	 * @param timeout the maximum time to block
	 */
	void stop(Duration timeout) {
		this.running = false;
		Assignment current = this.assignment;
		if (current != null) {
			current.release();
		}
		synchronized (this.stopped) {
			this.stopped.notifyAll();
		}
		try {
			this.thread.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// No exception ends the loop.
	private void run() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE_MILLIS, 2);
		backOff.setMaxInterval(LONGEST_PAUSE_MILLIS);
		BackOffExecution pauses = backOff.start();
		while (this.running) {
			try {
				consume();
			}
			catch (Throwable ex) {
				String reason = (ex instanceof KafkaException kafka) ? PageProducer.describe(kafka)
						: LogText.escape(ex.toString());
				logger.warn("Consumer of the inbox failed, retrying: {}", reason);
				logger.debug("Consumer of the inbox failed", LogText.escape(ex));
				this.failure = "Consumer of the inbox failed (" + reason + ")";
				pause(pauses.nextBackOff());
			}
		}
		this.deadLetters.close();
	}

	private void pause(long millis) {
		synchronized (this.stopped) {
			if (this.running) {
				try {
					this.stopped.wait(millis);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
		}
	}

	private void consume() {
		Consumer<byte[], byte[]> consumer = this.clients.consumer(this.settings);
		Assignment current = new Assignment(consumer, this.receiver, this.topics, this.settings, this.deadLetters);
		try {
			if (this.suspended) {
				current.suspend();
			}
			this.assignment = current;
			consumer.subscribe(
					List.of(this.topics.updates().name(), this.topics.urgent().name(), this.topics.control().name()),
					current);
			FlowControl flow = new FlowControl(consumer, this.settings.maxInFlight(), this.topics.urgent().name());
			LagMonitor lags = new LagMonitor(consumer);
			while (this.running) {
				flow.adjust(current);
				current.beforePoll();
				receive(consumer.poll(POLL_TIMEOUT), current);
				for (AssignedPartition partition : current.partitions()) {
					partition.progress().skip(consumer.position(partition.partition()));
				}
				this.deadLetters.send();
				observe(current, lags);
			}
			finish(consumer, current);
		}
		finally {
			close(consumer, current);
		}
	}

	// Kafka refuses commits while it assigns partitions, which other instances may cause.
	private void finish(Consumer<byte[], byte[]> consumer, Assignment current) {
		long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
		while (!current.commitFinally() && System.nanoTime() - deadline < 0) {
			receive(consumer.poll(SHORT_POLL_TIMEOUT), current);
		}
	}

	private void close(Consumer<byte[], byte[]> consumer, Assignment current) {
		if (!this.running) {
			current.release();
		}
		try {
			this.clients.close(consumer, this.settings.clientId(), CLOSE_TIMEOUT);
		}
		catch (RuntimeException ex) {
			logger.debug("Consumer of the inbox could not be closed", LogText.escape(ex));
		}
		finally {
			current.close();
			this.rebalances += current.rebalances();
			this.assignment = null;
			this.state = KafkaInboxState.NONE;
		}
	}

	private void receive(ConsumerRecords<byte[], byte[]> polled, Assignment current) {
		List<InboxEntry> entries = new ArrayList<>(polled.count());
		for (ConsumerRecord<byte[], byte[]> record : polled) {
			AssignedPartition partition = current.find(new TopicPartition(record.topic(), record.partition()));
			if (partition == null) {
				continue;
			}
			boolean replayed = UpdateRecords.isReplayed(record);
			switch (partition.receive(record.offset(), this.records.identity(record), replayed)) {
				case NEW -> {
					InboxEntry entry = entry(record, partition, replayed);
					if (entry != null) {
						entries.add(entry);
					}
				}
				case DUPLICATE -> this.counters.duplicates().incrementAndGet();
				case FINISHED -> {
				}
			}
		}
		current.handOver(entries);
	}

	private @Nullable InboxEntry entry(ConsumerRecord<byte[], byte[]> record, AssignedPartition partition,
			boolean replayed) {
		ReceivedUpdate received = this.records.decode(record);
		Update update = received.update();
		if (update == null) {
			this.counters.undecodable().incrementAndGet();
			this.deadLetters.add(partition, record);
			logger.warn("Update {} cannot be parsed and becomes a dead letter of {} bytes", received.updateId(),
					received.payload().length);
			return null;
		}
		long ageMillis = Math.max(0, System.currentTimeMillis() - record.timestamp());
		return new InboxEntry(record.offset(), update, received.payload(), this.receiver.route(update),
				replayed || partition.mayHaveBeenHandled(record.offset()), 0,
				System.nanoTime() - Duration.ofMillis(ageMillis).toNanos(), partition);
	}

	private void observe(Assignment current, LagMonitor lags) {
		this.state = new KafkaInboxState(current.isPolling(), this.rebalances + current.rebalances(),
				lags.measure(current.partitions()));
		if (current.hasJoined() && current.isConfirmed()) {
			this.failure = null;
		}
	}

	/**
	 * Numbers since the start.
	 *
	 * @param duplicates number of discarded duplicates
	 * @param undecodable number of updates that could not be parsed
	 */
	record Counters(AtomicLong duplicates, AtomicLong undecodable) {

		Counters() {
			this(new AtomicLong(), new AtomicLong());
		}

	}

}
