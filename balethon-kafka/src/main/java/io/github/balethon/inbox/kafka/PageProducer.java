package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.github.balethon.client.LogText;
import io.github.balethon.inbox.InboxUnavailableException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes updates to Kafka and blocks until the brokers have stored them.
 * <p>
 * The instance that polls writes each page in a transaction. All instances have the same
 * transactional identifier, of which Kafka accepts the producer that was initialized
 * last: an instance that polled before it was suspended, say, cannot write the page that
 * it had received. Other updates, such as those of a webhook, are written by an
 * idempotent producer.
 */
final class PageProducer {

	private static final Logger logger = LoggerFactory.getLogger(PageProducer.class);

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

	private final KafkaClients clients;

	private final String clientId;

	private final String transactionalId;

	// Guarded by this object, like the next one. Null if this instance does not poll.
	private @Nullable Producer<byte[], byte[]> ofPoller;

	private @Nullable Producer<byte[], byte[]> common;

	/**
	 * Creates a producer, which does not connect yet.
	 * @param clients creates the clients
	 * @param settings the settings
	 */
	PageProducer(KafkaClients clients, KafkaInboxSettings settings) {
		this.clients = clients;
		this.clientId = settings.clientId();
		this.transactionalId = settings.groupId() + "-poller";
	}

	/**
	 * Fences the producers of all instances that polled before.
	 */
	synchronized void lead() {
		if (this.ofPoller != null) {
			return;
		}
		Producer<byte[], byte[]> created = this.clients.producer(id("poller"), this.transactionalId);
		try {
			created.initTransactions();
			this.ofPoller = created;
		}
		catch (KafkaException ex) {
			this.clients.close(created, id("poller"), Duration.ZERO);
			throw unavailable(ex);
		}
	}

	synchronized void resign() {
		Producer<byte[], byte[]> current = this.ofPoller;
		this.ofPoller = null;
		if (current != null) {
			close(current, id("poller"));
		}
	}

	/**
	 * Writes records.
	 * @param records the records
	 * @throws InboxUnavailableException if none of them is stored, or if it is not known
	 */
	synchronized void write(List<ProducerRecord<byte[], byte[]>> records) {
		Producer<byte[], byte[]> current = this.ofPoller;
		if (current == null) {
			writeWithoutTransaction(records);
			return;
		}
		try {
			current.beginTransaction();
			send(current, records);
			current.commitTransaction();
		}
		catch (KafkaException ex) {
			// The outcome of the transaction may be unknown: the next producer with its
			// identifier completes or aborts it.
			resign();
			throw unavailable(ex);
		}
	}

	/**
	 * Writes records of an instance that need not poll.
	 * @param records the records
	 * @throws InboxUnavailableException if not all of them are stored, or if it is not
	 * known
	 */
	synchronized void writeWithoutTransaction(List<ProducerRecord<byte[], byte[]>> records) {
		try {
			if (this.common == null) {
				this.common = this.clients.producer(id("producer"));
			}
			send(this.common, records);
		}
		catch (KafkaException ex) {
			throw unavailable(ex);
		}
	}

	private static void send(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
		List<Future<?>> results = new ArrayList<>(records.size());
		records.forEach((record) -> results.add(producer.send(record)));
		producer.flush();
		for (Future<?> result : results) {
			try {
				result.get();
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof KafkaException cause) ? cause : new KafkaException(ex.getCause());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new KafkaException("Interrupted", ex);
			}
		}
	}

	private static InboxUnavailableException unavailable(KafkaException error) {
		if (error instanceof ProducerFencedException || error instanceof InvalidProducerEpochException) {
			return new InboxUnavailableException("Another instance of the application polls meanwhile", error);
		}
		return new InboxUnavailableException("Kafka has not stored the updates (" + describe(error) + ")", error);
	}

	/**
	 * Describes an error of Kafka.
	 * @param error the error, whose message contains no content of records
	 * @return a text for the log
	 */
	static String describe(KafkaException error) {
		Throwable cause = (error.getCause() instanceof KafkaException nested) ? nested : error;
		return LogText.escape(cause.getClass().getSimpleName() + ": " + cause.getMessage());
	}

	private String id(String use) {
		return this.clientId + "-" + use;
	}

	private void close(Producer<byte[], byte[]> producer, String id) {
		try {
			this.clients.close(producer, id, CLOSE_TIMEOUT);
		}
		catch (KafkaException ex) {
			logger.debug("Producer {} could not be closed", id, LogText.escape(ex));
		}
	}

	synchronized void close() {
		resign();
		Producer<byte[], byte[]> current = this.common;
		this.common = null;
		if (current != null) {
			close(current, id("producer"));
		}
	}

}
