package io.github.balethon.inbox.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.UpdateWithdrawnException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(120)
@ExtendWith(TestBroker.Resolver.class)
class KafkaInboxTests {

	private final TestBroker broker;

	private final String prefix;

	private TestNode node;

	KafkaInboxTests(TestBroker broker) {
		this.broker = broker;
		this.prefix = broker.prefix();
	}

	@BeforeEach
	void start() {
		this.node = next();
	}

	private TestNode next() {
		return new TestNode(this.broker.inbox(this.prefix, 4, 1000));
	}

	@AfterEach
	void close() {
		this.node.close();
	}

	@Test
	void updatesOfALaneAreHandedOverInTheirOrder() {
		this.node.poll();
		String[] names = IntStream.range(0, 50).mapToObj((i) -> i + ":1").toArray(String[]::new);
		this.node.append(IntStream.range(0, 50).mapToObj((i) -> TestNode.message(i, 1, 9)).toArray(String[]::new));
		this.node.awaitHanded(names);
		assertThat(this.node.handed()).containsExactly(names);
		assertThat(this.node.entry("0:1").redelivered()).isFalse();
		TestNode.await().until(() -> this.node.inbox().unfinished() == 50);
		this.node.finishAll();
		TestNode.await().until(() -> this.node.inbox().unfinished() == 0);
	}

	@Test
	void nextStartHandsOverWhatIsUnfinishedOnly() {
		this.node.poll();
		this.node.append(TestNode.message(1, 1, 9), TestNode.message(2, 1, 9), TestNode.message(3, 1, 9),
				TestNode.message(4, 1, 9));
		this.node.awaitHanded("1:1", "4:1");
		this.node.finish("2:1", "4:1");
		this.node.begin("1:1");
		this.node.close();
		this.node = next().poll();
		this.node.awaitHanded("1:1", "3:1");
		assertThat(this.node.handed()).containsExactly("1:1", "3:1");
		assertThat(this.node.entry("1:1").redelivered()).isTrue();
		this.node.append(TestNode.message(5, 1, 9));
		this.node.awaitHanded("5:1");
		assertThat(this.node.entry("5:1").redelivered()).isFalse();
	}

	@Test
	void duplicatesAreDiscardedAlsoAfterARestart() {
		this.node.poll();
		this.node.append(TestNode.message(1, 1, 9), TestNode.message(2, 1, 9), TestNode.message(1, 1, 9));
		this.node.append(TestNode.message(2, 1, 9), TestNode.message(2, 2, 9));
		this.node.awaitHanded("2:2");
		assertThat(this.node.handed()).containsExactly("1:1", "2:1", "2:2");
		assertThat(this.node.inbox().duplicates()).isEqualTo(2);
		this.node.finishAll();
		this.node.close();
		this.node = next().poll();
		this.node.append(TestNode.message(1, 1, 9), TestNode.message(2, 2, 9), TestNode.message(3, 1, 9));
		this.node.awaitHanded("3:1");
		assertThat(this.node.handed()).containsExactly("3:1");
		assertThat(this.node.inbox().duplicates()).isEqualTo(2);
	}

	@Test
	void malformedUpdateBecomesADeadLetterWithItsBytes() {
		this.node.poll();
		String malformed = "{\"update_id\":-3,\"message\":1}";
		this.node.append(malformed, TestNode.message(1, 1, 9), malformed, "{\"message\":2}");
		TestNode.await().until(() -> this.node.inbox().deadLetters().count() == 2);
		this.node.awaitHanded("1:1");
		this.node.finish("1:1");
		assertThat(this.node.inbox().undecodable()).isEqualTo(2);
		TestNode.await().until(() -> this.node.inbox().unfinished() == 0);
		assertThat(this.node.inbox().deadLetters().list(-1, 10))
			.extracting((letter) -> new String(letter.payload(), StandardCharsets.UTF_8))
			.containsExactlyInAnyOrder(malformed, "{\"message\":2}");
		long id = this.node.inbox().deadLetters().list(-1, 1).get(0).id();
		assertThat(this.node.inbox().deadLetters().replay(id)).isFalse();
		assertThat(this.node.inbox().deadLetters().delete(id)).isTrue();
		assertThat(this.node.inbox().deadLetters().delete(id)).isFalse();
		assertThat(this.node.inbox().deadLetters().count()).isOne();
	}

	@Test
	void rejectedUpdateIsADeadLetterThatCanBeReplayed() {
		this.node.poll();
		this.node.append(TestNode.message(1, 1, 9), TestNode.message(2, 1, 9));
		this.node.awaitHanded("1:1", "2:1");
		this.node.reject("1:1", "ShopBot#buy failed");
		this.node.finish("2:1");
		TestNode.await().until(() -> this.node.inbox().unfinished() == 0);
		this.node.close();
		this.node = next().poll();
		assertThat(this.node.inbox().deadLetters().list(-1, 10)).singleElement().satisfies((letter) -> {
			assertThat(letter.updateId()).isOne();
			assertThat(letter.reason()).isEqualTo("ShopBot#buy failed");
			assertThat(letter.attempts()).isOne();
			assertThat(this.node.inbox().deadLetters().replay(letter.id())).isTrue();
			assertThat(this.node.inbox().deadLetters().replay(letter.id())).isFalse();
		});
		this.node.awaitHanded("1:1");
		assertThat(this.node.entry("1:1").redelivered()).isTrue();
		assertThat(this.node.inbox().deadLetters().count()).isZero();
	}

	@Test
	void memoryIsBoundedAndNothingIsDropped() {
		this.node.close();
		this.node = new TestNode(this.broker.inbox(this.broker.prefix(), 1, 10)).poll();
		for (int page = 0; page < 5; page++) {
			int first = page * 100;
			this.node.append(IntStream.range(first, first + 100)
				.mapToObj((i) -> TestNode.message(i, 1, i))
				.toArray(String[]::new));
		}
		TestNode.await()
			.until(() -> this.node.inbox().state().partitions().stream().anyMatch(KafkaInboxState.Partition::paused));
		TestNode.await().until(() -> this.node.inbox().unfinished() >= 500);
		// One page more than there is room for may be received at once.
		assertThat(this.node.handed()).hasSizeLessThanOrEqualTo(110);
		TestNode.await().until(() -> {
			this.node.finishAll();
			return this.node.handed().size() == 500;
		});
		assertThat(this.node.handed())
			.containsExactly(IntStream.range(0, 500).mapToObj((i) -> i + ":1").toArray(String[]::new));
	}

	@Test
	void oneInstancePollsAndTheOtherTakesOver() {
		this.node.poll();
		try (TestNode other = next()) {
			other.join();
			// The rebalance may give the poll to either of them.
			TestNode.await().until(() -> isPolling(this.node) != isPolling(other) && isBalanced(this.node, other));
			boolean first = isPolling(this.node);
			(first ? this.node : other).close();
			(first ? other : this.node).poll();
		}
	}

	private static boolean isPolling(TestNode node) {
		return node.inbox().state().polling();
	}

	private static boolean isBalanced(TestNode one, TestNode other) {
		int first = one.inbox().state().partitions().size();
		int second = other.inbox().state().partitions().size();
		return first + second == 7 && first >= 3 && second >= 3;
	}

	@Test
	void pageOfADeposedPollerIsNotStored() {
		this.node.poll();
		try (TestNode other = next()) {
			other.join();
			PageProducer usurper = new PageProducer(this.broker.clients(), TestBroker.settings(this.prefix, 10));
			usurper.lead();
			assertThatExceptionOfType(InboxUnavailableException.class)
				.isThrownBy(() -> this.node.append(TestNode.message(1, 1, 9)))
				.withMessageContaining("Another instance of the application polls");
			usurper.close();
		}
		// It is the rightful one, and recovers.
		this.node.poll();
		this.node.append(TestNode.message(2, 1, 9));
		this.node.awaitHanded("2:1");
		assertThat(this.node.handed()).containsExactly("2:1");
	}

	@Test
	void laneMovesToAnotherInstanceWhenItsUpdateInProgressIsFinished() {
		this.node.poll();
		int lanes = 40;
		this.node.append(IntStream.range(0, lanes).mapToObj((i) -> TestNode.message(i, 1, i)).toArray(String[]::new));
		this.node
			.append(IntStream.range(0, lanes).mapToObj((i) -> TestNode.message(100 + i, 1, i)).toArray(String[]::new));
		TestNode.await().until(() -> this.node.handed().size() == 2 * lanes);
		IntStream.range(0, lanes).forEach((i) -> this.node.begin(i + ":1"));
		try (TestNode other = next()) {
			Thread joining = new Thread(other::join);
			joining.start();
			// Some lanes are taken away, and their updates in progress awaited.
			TestNode.await().until(() -> this.node.handed().size() < 2 * lanes);
			assertThat(other.handed()).isEmpty();
			List<String> kept = this.node.handed();
			IntStream.range(0, lanes).forEach((i) -> this.node.entry(i + ":1").acknowledge());
			TestNode.await().until(() -> other.handed().size() == 2 * lanes - kept.size());
			assertThat(other.handed()).allMatch((name) -> name.startsWith("1")).doesNotContainAnyElementsOf(kept);
			TestNode.await().until(() -> !joining.isAlive());
		}
	}

	@Test
	void updateOfARevokedPartitionIsNotBegun() {
		this.node.poll();
		this.node.append(TestNode.message(1, 1, 9));
		this.node.awaitHanded("1:1");
		InboxEntry taken = this.node.entry("1:1");
		this.node.close();
		assertThat(this.node.handed()).isEmpty();
		assertThatExceptionOfType(UpdateWithdrawnException.class).isThrownBy(taken::begin);
	}

	@Test
	void withoutABrokerUpdatesAreNotAccepted() {
		try (TestNode alone = new TestNode(new KafkaInbox(TestBroker.clients("127.0.0.1:1"),
				TestBroker.topics(this.prefix, 4), TestBroker.settings(this.prefix, 10)))) {
			assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(alone::join)
				.withMessageContaining("Kafka is not available");
			assertThat(alone.inbox().trouble()).contains("Kafka is not available");
		}
	}

}
