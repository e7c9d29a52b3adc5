package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.Route;
import io.github.balethon.inbox.UpdateWithdrawnException;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.Update;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Updates that the inbox withdraws or postpones when a worker begins them.
 */
@Timeout(60)
class WithdrawnUpdateTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final Person sara = this.emulator.person("Sara");

	private final StrictInbox inbox = new StrictInbox();

	@Test
	void withdrawnUpdateIsNeitherHandledNorAcknowledged() {
		this.inbox.failures.add(new UpdateWithdrawnException("Another instance handles it"));
		TestBot bot = start();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("two");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
		assertThat(this.inbox.acknowledged).containsExactly("two");
		assertThat(bot.dispatcher().lanes()).isZero();
		assertThat(bot.dispatcher().statistics().failed()).isZero();
		assertThat(replies()).containsExactly("two");
	}

	@Test
	void postponedUpdateIsHandledBeforeTheNextOneOfItsLane() {
		this.inbox.failures.add(new InboxUnavailableException("It is not known who handles it", null));
		TestBot bot = start();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("one");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("two");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
		assertThat(this.inbox.acknowledged).containsExactly("one", "two");
		assertThat(bot.dispatcher().statistics().failed()).isZero();
	}

	private TestBot start() {
		this.sara.write("one");
		this.sara.write("two");
		return this.bots.with(UnluckyBot.class).inbox(this.inbox).start();
	}

	private List<String> replies() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	/**
	 * An inbox that refuses to begin updates.
	 */
	private static final class StrictInbox implements Inbox {

		private final MemoryInbox memory = new MemoryInbox(100);

		private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

		private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

		@Override
		public void open(InboxReceiver receiver) {
			this.memory.open(new InboxReceiver() {

				@Override
				public void accept(List<InboxEntry> entries) {
					receiver.accept(entries.stream().map(StrictInbox.this::strict).toList());
				}

				@Override
				public List<InboxEntry> recall() {
					return receiver.recall();
				}

				@Override
				public Route route(Update update) {
					return receiver.route(update);
				}

			});
		}

		private InboxEntry strict(InboxEntry entry) {
			return new InboxEntry(entry.position(), entry.update(), entry.payload(), entry.route(), entry.redelivered(),
					entry.attempts(), entry.receivedNanos(), new InboxEntry.Acknowledgment() {

						@Override
						public void begin(InboxEntry begun) {
							RuntimeException failure = StrictInbox.this.failures.poll();
							if (failure != null) {
								throw failure;
							}
						}

						@Override
						public void acknowledge(InboxEntry finished) {
							StrictInbox.this.acknowledged.add(finished.update().message().text());
						}

						@Override
						public void reject(InboxEntry rejected, String reason) {
							throw new IllegalStateException(reason);
						}

					});
		}

		@Override
		public int awaitRoom() throws InterruptedException {
			return this.memory.awaitRoom();
		}

		@Override
		public void append(List<ReceivedUpdate> page) {
			this.memory.append(page);
		}

		@Override
		public DeadLetters deadLetters() {
			return this.memory.deadLetters();
		}

		@Override
		public String promise() {
			return this.memory.promise();
		}

		@Override
		public long unfinished() {
			return this.memory.unfinished();
		}

		@Override
		public long duplicates() {
			return this.memory.duplicates();
		}

		@Override
		public long undecodable() {
			return this.memory.undecodable();
		}

	}

}
