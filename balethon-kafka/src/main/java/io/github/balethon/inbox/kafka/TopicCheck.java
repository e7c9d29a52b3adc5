package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.github.balethon.inbox.InboxUnavailableException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Creates missing topics, and checks existing ones and the consumer group.
 */
final class TopicCheck {

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

	private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

	private final KafkaClients clients;

	private final KafkaInboxTopics topics;

	private final KafkaInboxSettings settings;

	TopicCheck(KafkaClients clients, KafkaInboxTopics topics, KafkaInboxSettings settings) {
		this.clients = clients;
		this.topics = topics;
		this.settings = settings;
	}

	/**
	 * Creates the topics and checks them.
	 * @param timeout the maximum time to block for each request
	 * @return the number of partitions of the topic of updates
	 * @throws KafkaInboxException if the application cannot use them
	 * @throws InboxUnavailableException if Kafka is not reachable
	 */
	int perform(Duration timeout) {
		Admin admin;
		try {
			admin = this.clients.admin();
		}
		catch (KafkaException ex) {
			// Such as the name of a host that does not exist yet.
			throw unavailable(ex);
		}
		try {
			int millis = Math.toIntExact(timeout.toMillis());
			create(admin, millis);
			Map<String, TopicDescription> found = describe(admin, millis);
			checkPartitions(found);
			checkCleanupPolicies(admin, millis);
			checkGroup(admin, millis);
			return Objects.requireNonNull(found.get(this.topics.updates().name())).partitions().size();
		}
		finally {
			admin.close(CLOSE_TIMEOUT);
		}
	}

	private void create(Admin admin, int millis) {
		Set<String> existing = get(admin.listTopics(new ListTopicsOptions().timeoutMs(millis)).names(), "list topics");
		List<NewTopic> missing = this.topics.all()
			.stream()
			.filter((topic) -> !existing.contains(topic.name()))
			.toList();
		if (missing.isEmpty()) {
			return;
		}
		admin.createTopics(missing, new CreateTopicsOptions().timeoutMs(millis)).values().forEach(TopicCheck::created);
	}

	private static void created(String name, KafkaFuture<Void> result) {
		try {
			result.get();
		}
		catch (ExecutionException ex) {
			// Another instance may have been faster.
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw failed(ex.getCause(), "create topic '" + name + "'");
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private Map<String, TopicDescription> describe(Admin admin, int millis) {
		long deadline = System.nanoTime() + Duration.ofMillis(millis).toNanos();
		while (true) {
			try {
				return describeOnce(admin, millis);
			}
			catch (InboxUnavailableException ex) {
				// The brokers need a moment to learn of a new topic.
				boolean unknown = ex.getCause() instanceof UnknownTopicOrPartitionException;
				if (!unknown || System.nanoTime() - deadline > 0) {
					throw ex;
				}
				LockSupport.parkNanos(RETRY_NANOS);
			}
		}
	}

	private Map<String, TopicDescription> describeOnce(Admin admin, int millis) {
		return get(admin.describeTopics(names(), new DescribeTopicsOptions().timeoutMs(millis)).allTopicNames(),
				"describe topics");
	}

	private Collection<String> names() {
		return this.topics.all().stream().map(NewTopic::name).toList();
	}

	private void checkPartitions(Map<String, TopicDescription> found) {
		for (NewTopic topic : this.topics.all()) {
			int partitions = Objects.requireNonNull(found.get(topic.name())).partitions().size();
			if (partitions < topic.numPartitions()) {
				throw new KafkaInboxException(
						"Topic '%s' has %d partitions, fewer than the %d that are configured.".formatted(topic.name(),
								partitions, topic.numPartitions()),
						"Set 'bale.inbox.kafka.partitions' to %d, or stop all instances of the application and run: "
							.formatted(partitions)
								+ "kafka-topics.sh --alter --topic %s --partitions %d. They must be stopped, because users "
									.formatted(topic.name(), topic.numPartitions())
								+ "move to other partitions while their earlier updates are still in the old ones.",
						null);
			}
			if ((topic == this.topics.control() || topic == this.topics.deadLetters()) && partitions > 1) {
				throw new KafkaInboxException(
						"Topic '%s' has %d partitions, and must have one.".formatted(topic.name(), partitions),
						"Delete the topic, so that the application creates it.", null);
			}
		}
	}

	private void checkCleanupPolicies(Admin admin, int millis) {
		List<ConfigResource> resources = names().stream()
			.map((name) -> new ConfigResource(ConfigResource.Type.TOPIC, name))
			.toList();
		Map<ConfigResource, Config> found = get(
				admin.describeConfigs(resources, new DescribeConfigsOptions().timeoutMs(millis)).all(),
				"describe the configuration of topics");
		for (NewTopic topic : this.topics.all()) {
			String expected = (topic.configs() != null) ? topic.configs().get(TopicConfig.CLEANUP_POLICY_CONFIG) : null;
			Config config = found.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
			String actual = (config != null) ? config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value() : null;
			if (expected != null && actual != null && !expected.equals(actual)) {
				throw new KafkaInboxException(
						"Topic '%s' has the cleanup policy '%s' instead of '%s', with which updates are lost."
							.formatted(topic.name(), actual, expected),
						"Run: kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config cleanup.policy=%s"
							.formatted(topic.name(), expected),
						null);
			}
		}
	}

	// Members of another application would receive updates that they do not handle.
	private void checkGroup(Admin admin, int millis) {
		String group = this.settings.groupId();
		Collection<MemberDescription> members = members(admin, group, millis);
		Set<String> others = members.stream()
			.map(MemberDescription::clientId)
			.filter((id) -> !id.equals(this.settings.clientId()))
			.collect(Collectors.toSet());
		if (!others.isEmpty()) {
			throw new KafkaInboxException(
					"Consumer group '%s' has members of another application or bot: %s. This one is %s."
						.formatted(group, others, this.settings.clientId()),
					"Set 'bale.inbox.kafka.topic-prefix' and 'bale.inbox.kafka.group-id' to values of this bot. If it is "
							+ "the same application, set the same 'spring.application.name' for all of its instances.",
					null);
		}
	}

	private static Collection<MemberDescription> members(Admin admin, String group, int millis) {
		try {
			return admin.describeConsumerGroups(List.of(group), new DescribeConsumerGroupsOptions().timeoutMs(millis))
				.all()
				.get()
				.values()
				.stream()
				.flatMap((description) -> description.members().stream())
				.toList();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof GroupIdNotFoundException) {
				return Collections.emptyList();
			}
			throw failed(ex.getCause(), "describe consumer group '" + group + "'");
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private static <T> T get(KafkaFuture<T> future, String what) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw failed(ex.getCause(), what);
		}
		catch (InterruptedException ex) {
			throw interrupted(ex);
		}
	}

	private static InboxUnavailableException interrupted(InterruptedException error) {
		Thread.currentThread().interrupt();
		return new InboxUnavailableException("Interrupted", error);
	}

	private static RuntimeException failed(@Nullable Throwable error, String what) {
		if (error instanceof AuthorizationException) {
			return new KafkaInboxException(
					"Kafka does not permit the application to %s: %s".formatted(what, error.getMessage()),
					"Grant the principal of the application CREATE and DESCRIBE of the cluster, ALL of the topics and of "
							+ "the consumer group, and ALL of the transactional ID with the prefix of the group. Or create "
							+ "the topics yourself, so that it needs DESCRIBE, READ and WRITE only.",
					error);
		}
		if (error instanceof InvalidReplicationFactorException) {
			return new KafkaInboxException("Kafka cannot %s: %s".formatted(what, error.getMessage()),
					"Set 'bale.inbox.kafka.replicas' to at most the number of brokers.", error);
		}
		return unavailable((error instanceof KafkaException kafka) ? kafka : new KafkaException(error));
	}

	private static InboxUnavailableException unavailable(KafkaException error) {
		return new InboxUnavailableException("Kafka is not available (" + PageProducer.describe(error) + ")", error);
	}

}
