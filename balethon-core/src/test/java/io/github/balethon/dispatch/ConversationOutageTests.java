package io.github.balethon.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Update;
import io.github.balethon.source.PollingState;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outages of a store of conversations that is not the database of the inbox.
 */
@Timeout(60)
class ConversationOutageTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final FragileStore store = new FragileStore();

	@Test
	void pollingPausesAndNoUpdateIsLost() {
		TestBot bot = this.bots.with(CountingBot.class).bean(ConversationStore.class, () -> this.store).start();
		Person sara = this.bots.emulator().person("Sara");
		sara.write("/count");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("0");
		this.store.down = true;
		sara.write("a");
		Awaitility.await().atMost(LONG).until(() -> bot.polling().state() == PollingState.PAUSED);
		sara.write("b");
		assertThat(bot.polling().status().lastFailure()).isEqualTo("Store is down");
		this.store.down = false;
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("1 a");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("2 b");
		Awaitility.await().atMost(LONG).until(() -> bot.polling().state() == PollingState.POLLING);
		assertThat(bot.statistics().failed()).isZero();
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void changeIsSavedOnceTheStoreIsAvailableAndTheHandlerIsNotInvokedAgain() {
		TestBot bot = this.bots.with(CountingBot.class).bean(ConversationStore.class, () -> this.store).start();
		Person sara = this.bots.emulator().person("Sara");
		this.store.downForWrites = true;
		sara.write("/count");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("0");
		Awaitility.await().atMost(LONG).until(() -> bot.polling().state() == PollingState.PAUSED);
		this.store.downForWrites = false;
		sara.write("a");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("1 a");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().handled() == 2);
	}

	static class CountingBot {

		@BaleCommand
		String count(Conversation<Integer> conversation) {
			conversation.moveTo("counting", 0);
			return "0";
		}

		@BaleText(state = "counting")
		String next(String text, Conversation<Integer> conversation) {
			int next = conversation.data() + 1;
			conversation.data(next);
			return next + " " + text;
		}

	}

	private static final class FragileStore implements ConversationStore {

		private final MemoryConversationStore target = new MemoryConversationStore(100);

		private volatile boolean down;

		private volatile boolean downForWrites;

		private volatile @Nullable String trouble;

		private void access(boolean possible) {
			this.trouble = possible ? null : "Store is down";
			if (!possible) {
				throw new ConversationStoreUnavailableException("Store is down", null);
			}
		}

		@Override
		public @Nullable StoredConversation load(ConversationKey key, Update update) {
			access(!this.down);
			return this.target.load(key, update);
		}

		@Override
		public void save(ConversationChange change) {
			access(!this.down && !this.downForWrites);
			this.target.save(change);
		}

		@Override
		public List<StoredConversation> due(long botId, Instant now, int limit) {
			return this.target.due(botId, now, limit);
		}

		@Override
		public @Nullable Instant nextTimeout(long botId) {
			return this.target.nextTimeout(botId);
		}

		@Override
		public @Nullable String trouble() {
			return this.trouble;
		}

	}

}
