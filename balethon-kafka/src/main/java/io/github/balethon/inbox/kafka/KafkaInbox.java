package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;

/**
 * Inbox on Kafka, for a bot that runs on several machines. An update is stored in a topic
 * before its offset is confirmed to Bale. The topic has a partition for each lane, and
 * each partition is handled by one instance of the application. The instance that owns
 * the partition of the control topic polls; the others stand by.
 *
 * @since 0.1.0
 */
public final class KafkaInbox implements Inbox {

	private static final Logger logger = LoggerFactory.getLogger(KafkaInbox.class);

	private static final int MAX_PAGE = 100;

	// The start of an application does not need Kafka.
	private static final Duration FIRST_CHECK_TIMEOUT = Duration.ofSeconds(3);

	private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(5);

	// A new group waits three seconds for further members.
	private static final Duration JOIN_TIMEOUT = Duration.ofSeconds(5);

	private static final long JOIN_CHECK_NANOS = 5_000_000;

	private final KafkaClients clients;

	private final KafkaInboxTopics topics;

	private final KafkaInboxSettings settings;

	private final TopicCheck check;

	private final UpdateRecords records;

	private final PageProducer producer;

	private final KafkaDeadLetters deadLetters;

	private final ConsumerLoop.Counters counters = new ConsumerLoop.Counters();

	// Guards the start and the stop of the loop.
	private final Object lifecycle = new Object();

	private volatile @Nullable InboxReceiver receiver;

	private volatile @Nullable ConsumerLoop loop;

	// Number of partitions of the topic of updates; 0 until the topics are checked.
	private volatile int partitions;

	private volatile @Nullable String trouble;

	/**
	 * Creates an inbox. Does not use Kafka yet.
	 * @param clients creates the clients
	 * @param topics the topics
	 * @param settings the settings
	 */
	public KafkaInbox(KafkaClients clients, KafkaInboxTopics topics, KafkaInboxSettings settings) {
		Assert.isTrue(settings.maxInFlight() > 0, "'maxInFlight' must be at least 1");
		this.clients = clients;
		this.topics = topics;
		this.settings = settings;
		this.check = new TopicCheck(clients, topics, settings);
		this.records = new UpdateRecords(topics);
		this.producer = new PageProducer(clients, settings);
		this.deadLetters = new KafkaDeadLetters(clients, topics, settings, this.records, this.producer,
				(update) -> this.records.replayed(update, receiver()));
	}

	@Override
	public void open(InboxReceiver receiver) {
		this.receiver = receiver;
	}

	private InboxReceiver receiver() {
		InboxReceiver current = this.receiver;
		Assert.state(current != null, "The inbox is not open: call open(InboxReceiver) first");
		return current;
	}

	/**
	 * Creates missing topics and checks existing ones. If no broker is reachable, they
	 * are checked later.
	 * @throws KafkaInboxException if the topics or the consumer group cannot be used
	 */
	@Override
	public void prepare() {
		try {
			check(FIRST_CHECK_TIMEOUT);
		}
		catch (InboxUnavailableException ex) {
			logger.debug("Topics are checked later", LogText.escape(ex));
		}
	}

	private void check(Duration timeout) {
		if (this.partitions > 0) {
			return;
		}
		try {
			this.partitions = this.check.perform(timeout);
			this.trouble = null;
		}
		catch (InboxUnavailableException | KafkaInboxException ex) {
			this.trouble = ex.getMessage();
			throw ex;
		}
	}

	@Override
	public boolean claim() {
		try {
			check(CHECK_TIMEOUT);
		}
		catch (KafkaInboxException ex) {
			throw new InboxUnavailableException(ex.getMessage() + " " + ex.getAction(), ex);
		}
		Assignment assignment = joined(start());
		if (!assignment.isPolling()) {
			this.producer.resign();
			return false;
		}
		if (!assignment.isConfirmed()) {
			throw new InboxUnavailableException("Kafka does not confirm that this instance polls", null);
		}
		this.producer.lead();
		return true;
	}

	private ConsumerLoop start() {
		synchronized (this.lifecycle) {
			ConsumerLoop current = this.loop;
			if (current == null) {
				current = new ConsumerLoop(this.clients, this.topics, this.settings, receiver(), this.records,
						this.counters);
				this.loop = current;
				current.start();
			}
			return current;
		}
	}

	// So that the bot does not report for a moment that another instance polls.
	private static Assignment joined(ConsumerLoop current) {
		long deadline = System.nanoTime() + JOIN_TIMEOUT.toNanos();
		while (System.nanoTime() - deadline < 0) {
			Assignment assignment = current.assignment();
			if (assignment != null && assignment.hasJoined()) {
				return assignment;
			}
			LockSupport.parkNanos(JOIN_CHECK_NANOS);
		}
		String failure = current.failure();
		throw new InboxUnavailableException((failure != null) ? failure : "Kafka has not assigned partitions yet",
				null);
	}

	@Override
	public int awaitRoom() {
		return MAX_PAGE;
	}

	@Override
	public void append(List<ReceivedUpdate> page) {
		try {
			this.producer.write(this.records.of(page, receiver()));
			this.trouble = null;
		}
		catch (InboxUnavailableException ex) {
			this.trouble = ex.getMessage();
			throw ex;
		}
	}

	@Override
	public void suspend() {
		ConsumerLoop current = this.loop;
		if (current != null) {
			current.suspend();
		}
	}

	@Override
	public void release(Duration timeout) {
		synchronized (this.lifecycle) {
			ConsumerLoop current = this.loop;
			this.loop = null;
			if (current != null) {
				current.stop(timeout);
			}
		}
		this.producer.close();
		this.deadLetters.close();
	}

	@Override
	public boolean isActive() {
		Assignment assignment = assignment();
		return assignment != null && assignment.hasJoined() && !assignment.isSuspended();
	}

	@Override
	public boolean handles(Route route) {
		Assignment assignment = assignment();
		LaneKey lane = route.lane();
		int count = this.partitions;
		return isActive() && assignment != null && lane != null && count > 0 && assignment.isConfirmed() && assignment
			.find(new TopicPartition(this.topics.updates().name(), UpdateRecords.partition(lane, count))) != null;
	}

	private @Nullable Assignment assignment() {
		ConsumerLoop current = this.loop;
		return (current != null) ? current.assignment() : null;
	}

	/**
	 * Returns what this instance does.
	 * @return the state at this moment
	 */
	public KafkaInboxState state() {
		ConsumerLoop current = this.loop;
		return (current != null) ? current.state() : KafkaInboxState.NONE;
	}

	@Override
	public DeadLetters deadLetters() {
		return this.deadLetters;
	}

	@Override
	public @Nullable String trouble() {
		String current = this.trouble;
		if (current != null) {
			return current;
		}
		ConsumerLoop running = this.loop;
		if (running == null) {
			return null;
		}
		Assignment assignment = running.assignment();
		return (assignment != null && assignment.hasJoined() && !assignment.isConfirmed())
				? "Kafka has not answered for some time, no update is begun" : running.failure();
	}

	@Override
	public Map<String, Object> details() {
		KafkaInboxState current = state();
		Map<String, Long> lags = new TreeMap<>();
		current.partitions().forEach((partition) -> lags.put(partition.name(), partition.lag()));
		return Map.of("kafka", Map.of("group", this.settings.groupId(), "polling", current.polling(), "rebalances",
				current.rebalances(), "lag", lags));
	}

	@Override
	public String promise() {
		return "inbox on Kafka (topic " + this.topics.updates().name() + "): a crash loses nothing";
	}

	@Override
	public long unfinished() {
		return state().lag();
	}

	@Override
	public long duplicates() {
		return this.counters.duplicates().get();
	}

	@Override
	public long undecodable() {
		return this.counters.undecodable().get();
	}

}
