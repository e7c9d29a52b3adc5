package io.github.balethon.inbox.jdbc;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(60)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcInboxTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final long BOT = 1620384001L;

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final List<Instance> instances = new ArrayList<>();

	private final TestDatabase database;

	@TempDir
	private Path folder;

	private HikariDataSource dataSource;

	private JdbcTemplate jdbc;

	JdbcInboxTests(TestDatabase database) {
		// Here, so that each test is reported as skipped.
		database.assumeAvailable();
		this.database = database;
	}

	@BeforeEach
	void create() {
		this.dataSource = this.database.create(this.folder);
		this.jdbc = new JdbcTemplate(this.dataSource);
	}

	@AfterEach
	void close() {
		this.instances.forEach(Instance::stop);
		this.dataSource.close();
	}

	@Test
	void databaseIsRecognized() {
		InboxDatabase found = InboxDatabase.of(this.dataSource);
		assertThat(found.dialect()).isEqualTo(this.database.dialect());
		assertThat(found.inMemory()).isEqualTo(this.database == TestDatabase.H2_MEMORY);
		assertThat(found.writeDelayed()).isFalse();
	}

	@Test
	void missingTableIsNamed() {
		this.jdbc.execute("DROP TABLE bale_inbox");
		assertThatExceptionOfType(InboxTableMissingException.class).isThrownBy(() -> instance(1000).inbox.prepare())
			.withMessageContaining("'bale_inbox'")
			.satisfies((ex) -> assertThat(ex.getDialect()).isEqualTo(this.database.dialect()));
	}

	@Test
	void tableOfAnotherVersionIsNamedWithItsDifferences() {
		instance(1000).inbox.prepare();
		this.jdbc.execute("ALTER TABLE bale_inbox DROP COLUMN attempts");
		this.jdbc.execute("ALTER TABLE bale_inbox ADD COLUMN priority INTEGER DEFAULT 1 NOT NULL");
		assertThatExceptionOfType(InboxTableVersionException.class).isThrownBy(() -> instance(1000).inbox.prepare())
			.withMessageContaining("'bale_inbox'")
			.withMessageEndingWith("column 'attempts' is missing")
			.satisfies((ex) -> assertThat(ex.getDialect()).isEqualTo(this.database.dialect()));
	}

	@Test
	void pageIsCommittedBeforeItIsHandedOverInItsOrder() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		assertThat(bot.ids()).containsExactly(7L, 8L, 9L);
		assertThat(bot.handed).allSatisfy((entry) -> {
			assertThat(entry.redelivered()).isFalse();
			assertThat(entry.attempts()).isZero();
		});
		assertThat(bot.rowsAtHandover).containsExactly(3);
		assertThat(this.jdbc.queryForList("SELECT payload FROM bale_inbox ORDER BY update_id", byte[].class).get(0))
			.isEqualTo(updates(7).get(0).payload());
	}

	@Test
	void updateThatTheDatabaseRefusesIsADeadLetterAndTheOthersAreHandled() {
		this.jdbc.execute("ALTER TABLE bale_inbox ADD CONSTRAINT unlucky CHECK (update_id <> 13)");
		Instance bot = started(1000);
		bot.append(updates(12, 13, 14));
		bot.append(updates(13, 14, 15));
		assertThat(bot.ids()).containsExactly(12L, 14L, 15L);
		assertThat(bot.inbox.undecodable()).isOne();
		assertThat(bot.inbox.duplicates()).isEqualTo(2);
		assertThat(bot.inbox.deadLetters().list(-1, 10)).singleElement().satisfies((letter) -> {
			assertThat(letter.payload()).isEqualTo(updates(13).get(0).payload());
			assertThat(letter.reason()).isEqualTo("The database refused it");
		});
	}

	@Test
	void tableThatRefusesEveryRowLosesNoUpdate() {
		this.jdbc.execute("ALTER TABLE bale_inbox ADD CONSTRAINT hopeless CHECK (seq < 0)");
		Instance bot = started(1000);
		ListAppender<ILoggingEvent> logged = new ListAppender<>();
		logged.start();
		Logger logger = (Logger) LoggerFactory.getLogger(InboxStore.class);
		logger.addAppender(logged);
		try {
			assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(12, 13)))
				.withMessageNotContaining("message");
		}
		finally {
			logger.detachAppender(logged);
		}
		// Nothing is a dead letter, and each attempt would repeat it.
		assertThat(logged.list).isEmpty();
		assertThat(count("1 = 1")).isZero();
		assertThat(bot.handed).isEmpty();
		this.jdbc.execute("ALTER TABLE bale_inbox DROP CONSTRAINT hopeless");
		bot.inbox.claim();
		bot.append(updates(12, 13));
		assertThat(bot.ids()).containsExactly(12L, 13L);
	}

	@Test
	void reasonThatTheDatabaseCannotStoreAsItIsDoesNotKeepBackOtherMarks() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.handed.get(0).reject("a" + (char) 0 + "b" + "x".repeat(600));
		bot.handed.get(1).acknowledge();
		bot.awaitWritten();
		assertThat(bot.inbox.deadLetters().count()).isOne();
		assertThat(count("status = 1")).isOne();
	}

	@Test
	void secondDeliveryChangesNothing() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.append(updates(8, 9, 9));
		assertThat(bot.ids()).containsExactly(7L, 8L, 9L);
		assertThat(bot.inbox.duplicates()).isEqualTo(2);
		bot.finishAll();
		bot.stop();
		Instance next = started(1000);
		next.append(updates(7, 8, 9, 10));
		next.awaitIds(10);
		assertThat(next.inbox.duplicates()).isEqualTo(3);
		assertThat(count("1 = 1")).isEqualTo(4);
	}

	@Test
	void otherUpdateWithAKnownIdIsNewAndKnownAfterARestart() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.finishAll();
		ReceivedUpdate other = update(7, 99, "another");
		bot.append(List.of(other));
		assertThat(bot.ids()).containsExactly(7L, 8L, 7L);
		bot.finishAll();
		bot.stop();
		Instance next = started(1000);
		next.append(List.of(other));
		assertThat(next.handed).isEmpty();
	}

	@Test
	void whatWasUnfinishedAtACrashIsReplayedInOrder() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		bot.append(updates(10, 11));
		bot.finish(8);
		bot.awaitWritten();
		bot.crash();
		Instance next = started(1000);
		next.append(updates(12));
		next.awaitIds(7, 9, 10, 11, 12);
		assertThat(next.handed).extracting(InboxEntry::redelivered).containsExactly(true, true, true, true, false);
		assertThat(next.inbox.unfinished()).isEqualTo(5);
	}

	@Test
	void gracefulStopWritesDownWhatIsFinishedAndLeavesTheRest() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		bot.finish(7);
		bot.recallable(8, 9);
		bot.stop();
		assertThat(bot.inbox.claim()).isTrue();
		bot.awaitIds(7, 8, 9, 8, 9);
		bot.finish(8, 9);
		bot.stop();
		assertThat(count("status = 1")).isEqualTo(3);
	}

	@Test
	void whatIsStillInHandAfterAStopIsNotBegunTwiceByTheSameProcess() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.recallable(8);
		bot.stop();
		assertThat(bot.inbox.claim()).isTrue();
		bot.awaitIds(7, 8, 8);
		bot.finish(7);
		bot.append(updates(9));
		bot.awaitIds(7, 8, 8, 9);
	}

	@Test
	void memoryIsBoundedAndTheRestComesInOrder() {
		Instance bot = started(10);
		for (long first = 0; first < 500; first += 100) {
			bot.append(LongStream.range(first, first + 100).mapToObj((id) -> update(id, id % 30, "x")).toList());
		}
		assertThat(bot.handed).hasSize(10);
		int finished = 0;
		while (finished < 500) {
			int next = finished;
			await().until(() -> bot.handed().size() > next);
			assertThat(bot.handed().size() - finished).isLessThanOrEqualTo(10);
			bot.handed().get(finished).acknowledge();
			finished++;
		}
		assertThat(bot.ids()).doesNotHaveDuplicates().hasSize(500);
		for (int person = 0; person < 30; person++) {
			int one = person;
			assertThat(bot.ids()).filteredOn((id) -> id % 30 == one).isSorted();
		}
		assertThat(bot.inbox.unfinished()).isZero();
	}

	@Test
	void whoFloodsKeepsNobodyWaiting() {
		Instance bot = started(1000);
		for (int page = 0; page < 3; page++) {
			long first = page * 100;
			bot.append(LongStream.range(first, first + 100).mapToObj((id) -> update(id, 7, "x")).toList());
		}
		bot.append(List.of(update(300, 8, "x"), update(301, 7, "x"), update(302, 9, "x")));
		assertThat(bot.ids()).hasSize(52).endsWith(49L, 300L, 302L);
		bot.finish(300, 302);
		for (int finished = 0; finished < 301; finished++) {
			int next = finished;
			await().until(() -> bot.handedOf(7).size() > next);
			bot.handedOf(7).get(finished).acknowledge();
		}
		assertThat(bot.handedOf(7)).extracting(InboxEntry::position).isSorted().doesNotHaveDuplicates().hasSize(301);
	}

	@Test
	void onlyOneInstanceTakesUpdates() {
		Instance first = started(1000);
		Instance second = instance(1000);
		assertThat(second.inbox.claim()).isFalse();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> second.append(updates(1)));
		first.append(updates(7));
		first.stop();
		assertThat(second.inbox.claim()).isTrue();
		second.awaitIds(7);
		assertThat(first.inbox.claim()).isFalse();
	}

	@Test
	void instanceThatWasSilentForTooLongAcceptsNothingMore() {
		Instance first = started(1000);
		first.append(updates(7, 8));
		first.recallable(8);
		first.source.breakDown();
		Instance second = started(1000);
		second.awaitIds(7, 8);
		first.source.mend();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> first.append(updates(9)));
		await().untilAsserted(() -> assertThat(first.recalled).containsExactly(8L));
		assertThat(first.inbox.claim()).isFalse();
		assertThat(count("update_id = 9")).isZero();
		second.append(updates(9));
		second.awaitIds(7, 8, 9);
	}

	@Test
	void heartbeatInTheFutureIsNoReasonToWaitForever() {
		Instance crashed = started(1000);
		crashed.append(updates(7));
		crashed.crash();
		// As if the clock had been set back after the last one.
		this.jdbc.update("UPDATE bale_poller SET heartbeat = CURRENT_TIMESTAMP + INTERVAL '1' DAY");
		Instance next = instance(1000);
		assertThat(next.inbox.claim()).isFalse();
		await().until(next.inbox::claim);
		next.awaitIds(7);
		next.append(updates(8));
		next.awaitIds(7, 8);
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> {
			crashed.source.mend();
			crashed.append(updates(9));
		});
	}

	@Test
	void heartbeatInTheFutureIsPutRightByAnInstanceThatLives() {
		Instance first = started(1000);
		Instance second = instance(1000);
		for (int i = 0; i < 4; i++) {
			this.jdbc.update("UPDATE bale_poller SET heartbeat = CURRENT_TIMESTAMP + INTERVAL '1' DAY");
			assertThat(second.inbox.claim()).isFalse();
			await().until(() -> this.jdbc.queryForObject(
					"SELECT COUNT(*) FROM bale_poller WHERE heartbeat > CURRENT_TIMESTAMP", Integer.class) == 0);
		}
		first.append(updates(7));
		first.awaitIds(7);
	}

	@Test
	void databaseThatIsDownLosesNothing() {
		Instance bot = started(1000);
		bot.append(updates(7));
		bot.source.breakDown();
		bot.finish(7);
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(8)))
			.withMessageContaining("Connection refused");
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(bot.inbox::claim);
		bot.source.mend();
		assertThat(bot.inbox.claim()).isTrue();
		bot.append(updates(8));
		bot.awaitIds(7, 8);
		bot.awaitWritten();
		assertThat(count("status = 1")).isOne();
	}

	@Test
	void pageWhoseCommitWasNotAnsweredIsHandledOnceAndLosesNoOther() {
		Instance bot = started(1000);
		bot.source.loseAnswerOfCommit();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(7, 8, 9)));
		assertThat(bot.inbox.claim()).isTrue();
		// Bale has dropped the oldest meanwhile.
		bot.append(updates(8, 9, 10));
		bot.awaitIds(7, 8, 9, 10);
		bot.finish(10);
		bot.awaitWritten();
		assertThat(count("status = 0")).isEqualTo(3);
		assertThat(count("update_id = 10 AND status = 1")).isOne();
	}

	@Test
	void whatIsInHandAgainAfterACrashIsNotHandedOverOnceMoreByTheSameProcess() {
		Instance crashed = started(1000);
		crashed.crashWith(updates(7, 8));
		Instance bot = started(1000);
		bot.awaitIds(7, 8);
		bot.handed().forEach(InboxEntry::begin);
		assertThat(count("started_by IS NOT NULL")).isEqualTo(2);
		bot.source.loseAnswerOfCommit();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(9)));
		assertThat(bot.inbox.claim()).isTrue();
		bot.awaitIds(7, 8, 9);
		bot.finishAll();
		assertThat(bot.inbox.unfinished()).isZero();
		bot.append(updates(10));
		bot.awaitIds(7, 8, 9, 10);
	}

	@Test
	void updateThatIsInHandAfterManyCrashesIsNotBuriedByTheSameProcess() {
		Instance bot = started(1000);
		bot.append(updates(7));
		// The first two crashes are not counted.
		for (int crashes = -1; crashes < 3; crashes++) {
			bot.crash();
			bot = started(1000);
			bot.awaitIds(7);
			bot.handed().get(0).begin();
		}
		assertThat(count("crashes = 3")).isOne();
		Instance last = bot;
		last.source.loseAnswerOfCommit();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> last.append(updates(8)));
		assertThat(last.inbox.claim()).isTrue();
		last.awaitIds(7, 8);
		last.finishAll();
		assertThat(count("status = 1")).isEqualTo(2);
		assertThat(last.inbox.deadLetters().count()).isZero();
	}

	@Test
	void updatesAreCountedOnceWhateverTheDatabaseDoes() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		bot.source.breakDown();
		bot.finish(7);
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(10)));
		bot.source.mend();
		assertThat(bot.inbox.claim()).isTrue();
		assertThat(bot.inbox.unfinished()).isEqualTo(2);
		bot.finish(8, 9);
		bot.awaitWritten();
		assertThat(bot.inbox.unfinished()).isZero();
	}

	@Test
	void rowOfThePollerThatIsGoneIsMadeAnew() {
		Instance bot = started(1000);
		this.jdbc.update("DELETE FROM bale_poller");
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(7)));
		assertThat(bot.inbox.claim()).isTrue();
		bot.append(updates(7));
		bot.awaitIds(7);
	}

	@Test
	void longReasonIsCut() {
		Instance bot = started(1000);
		bot.append(updates(7));
		// Names in Java may be Persian, too.
		bot.handed.get(0).reject("خ".repeat(501));
		bot.awaitWritten();
		assertThat(bot.inbox.deadLetters().list(-1, 10)).singleElement()
			.satisfies((letter) -> assertThat(letter.reason()).hasSize(500));
	}

	@Test
	void poisonMessageBecomesADeadLetterAndTheOthersAreHandled() {
		started(1000).crashWith(updates(7, 8, 9));
		// After the first crash all may be in progress at once, as its cause is unknown.
		Instance second = started(1000);
		second.awaitIds(7, 8, 9);
		second.handed.forEach(InboxEntry::begin);
		assertThat(count("crashes = 0")).isEqualTo(3);
		second.crash();
		Instance third = started(1000);
		third.awaitIds(7);
		third.handed.get(0).begin();
		third.finish(7);
		third.awaitIds(7, 8);
		third.handed.get(1).begin();
		third.awaitWritten();
		third.crash();
		for (int crashes = 1; crashes < 3; crashes++) {
			Instance next = started(1000);
			next.awaitIds(8);
			next.handed.get(0).begin();
			next.crash();
		}
		Instance last = started(1000);
		last.awaitIds(9);
		DeadLetter letter = last.inbox.deadLetters().list(-1, 10).get(0);
		assertThat(letter.updateId()).isEqualTo(8);
		assertThat(letter.reason()).isEqualTo("The application crashed 3 times while it was in progress");
		assertThat(count("update_id = 9 AND crashes = 0")).isOne();
	}

	@Test
	void poisonMessageInABacklogIsFoundAndNoOtherUpdateIsCounted() {
		int updates = 150;
		long poison = 90;
		started(1000).crashWith(updates(LongStream.range(0, updates).toArray()));
		int crashes = 1;
		while (true) {
			Instance bot = started(1000);
			if (bot.inbox.deadLetters().count() > 0) {
				finishEach(bot, poison);
				await().until(() -> count("status = 1") == updates - 1);
				break;
			}
			finishEach(bot, poison);
			bot.crash();
			crashes++;
			assertThat(count("status = 0 AND crashes > 0 AND update_id <> " + poison)).isZero();
		}
		assertThat(crashes).isEqualTo(2 + 3);
		assertThat(count("status = 2 AND update_id = " + poison)).isOne();
	}

	// As a single worker does, until the poison message crashes the application, or all
	// is finished.
	private void finishEach(Instance bot, long poison) {
		int next = 0;
		while (count("status = 0") > 0) {
			int index = next;
			await().until(() -> bot.handed().size() > index || count("status = 0") == 0);
			if (bot.handed().size() <= index) {
				break;
			}
			InboxEntry entry = bot.handed().get(index);
			entry.begin();
			if (entry.update().updateId() == poison) {
				bot.awaitWritten();
				return;
			}
			entry.acknowledge();
			next++;
		}
		bot.awaitWritten();
	}

	@Test
	void updatesThatWereRecordedAheadAreNoSuspectsAfterAGracefulShutdown() {
		started(1000).crashWith(updates(7, 8, 9));
		Instance second = started(1000);
		second.awaitIds(7, 8, 9);
		second.handed.get(0).begin();
		assertThat(count("started_by IS NOT NULL")).isEqualTo(3);
		second.finish(7);
		second.recallable(8, 9);
		second.stop();
		assertThat(count("status = 0 AND started_by IS NOT NULL")).isZero();
		Instance third = started(1000);
		third.awaitIds(8, 9);
	}

	@Test
	void suspectKeepsItsPlaceInItsLane() {
		started(1000).crashWith(List.of(update(7, 1, "x"), update(8, 1, "x"), update(9, 2, "x"), update(10, 2, "x")));
		Instance second = started(1000);
		second.awaitIds(7, 8, 9, 10);
		second.append(List.of(update(11, 3, "x"), update(12, 2, "x")));
		second.handed.get(0).begin();
		second.crash();
		Instance third = started(1000);
		await().until(() -> third.ids().containsAll(List.of(7L, 11L)));
		assertThat(third.ids()).doesNotContain(8L, 9L, 10L, 12L);
		third.append(List.of(update(13, 2, "x")));
		third.finish(7);
		await().until(() -> third.ids().contains(8L));
		third.finish(8);
		await().until(() -> third.ids().contains(9L));
		assertThat(third.ids()).doesNotContain(12L, 13L);
		third.finish(9);
		await().until(() -> third.ids().size() == 7);
		assertThat(third.ids()).containsSubsequence(7L, 8L).containsSubsequence(9L, 10L, 12L, 13L);
	}

	@Test
	void failedAttemptsAreCountedAcrossARestart() {
		Instance bot = started(1000);
		bot.append(updates(7));
		bot.handed.get(0).countFailedAttempt();
		bot.awaitWritten();
		bot.crash();
		Instance next = started(1000);
		next.awaitIds(7);
		assertThat(next.handed.get(0).attempts()).isOne();
	}

	@Test
	void deadLettersAreListedReplayedAndDeleted() {
		Instance bot = started(1000);
		ReceivedUpdate unreadable = this.decoder
			.decode("{\"update_id\":8,\"message\":7}".getBytes(StandardCharsets.UTF_8));
		ReceivedUpdate nameless = this.decoder.decode("nonsense".getBytes(StandardCharsets.UTF_8));
		bot.append(List.of(updates(7).get(0), unreadable, nameless, updates(9).get(0)));
		bot.append(List.of(unreadable, nameless));
		assertThat(bot.inbox.undecodable()).isEqualTo(2);
		assertThat(bot.inbox.duplicates()).isEqualTo(2);
		bot.handed.get(0).reject("ShopBot#order failed with x.Y");
		bot.awaitWritten();
		DeadLetters letters = bot.inbox.deadLetters();
		assertThat(letters.count()).isEqualTo(3);
		assertThat(letters.list(-1, 10)).extracting(DeadLetter::updateId).containsExactly(7L, 8L, null);
		DeadLetter first = letters.list(-1, 1).get(0);
		assertThat(first.reason()).isEqualTo("ShopBot#order failed with x.Y");
		assertThat(first.attempts()).isOne();
		assertThat(first.diedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
		assertThat(letters.replay(first.id())).isTrue();
		assertThat(letters.replay(first.id())).isFalse();
		assertThat(bot.ids()).containsExactly(7L, 9L, 7L);
		assertThat(bot.handed.get(2).redelivered()).isTrue();
		DeadLetter second = letters.list(first.id(), 1).get(0);
		assertThat(letters.replay(second.id())).isFalse();
		assertThat(letters.delete(second.id())).isTrue();
		assertThat(letters.delete(second.id())).isFalse();
		assertThat(letters.count()).isOne();
		bot.stop();
		assertThatIllegalStateException().isThrownBy(() -> letters.replay(1))
			.withMessageContaining("on the instance that polls");
	}

	@Test
	void enormousUpdateIsNoReasonToStop() {
		Instance bot = started(1000);
		ReceivedUpdate enormous = update(7, 7, "x".repeat(2_000_000));
		bot.append(List.of(enormous, update(8, 7, "x")));
		assertThat(bot.ids()).containsExactly(8L);
		assertThat(bot.inbox.deadLetters().list(-1, 10)).singleElement()
			.satisfies((letter) -> assertThat(letter.payload()).hasSize(1024 * 1024));
		bot.append(List.of(enormous));
		assertThat(bot.inbox.duplicates()).isOne();
	}

	@Test
	void finishedRowsAreKeptForTheRetentionAndNotForEver() {
		Instance bot = started(1000);
		bot.append(updates(LongStream.range(0, 6).toArray()));
		bot.handed.get(5).reject("x");
		bot.finish(0, 1, 2, 3);
		bot.stop();
		long now = Instant.now().toEpochMilli();
		this.jdbc.update("UPDATE bale_inbox SET finished_at = ? WHERE update_id IN (0, 2, 5)",
				now - Duration.ofHours(73).toMillis());
		this.jdbc.update("UPDATE bale_inbox SET finished_at = ? WHERE update_id IN (1, 3)",
				now - Duration.ofHours(71).toMillis());
		started(1000);
		await().until(() -> count("1 = 1") == 4);
		assertThat(this.jdbc.queryForList("SELECT update_id FROM bale_inbox ORDER BY update_id", Long.class))
			.containsExactly(1L, 3L, 4L, 5L);
	}

	@Test
	void databaseThatIsTooSlowForAPageTakesSmallerOnes() throws InterruptedException {
		Instance bot = started(1000);
		bot.slow.mostRows(7);
		List<ReceivedUpdate> waiting = new ArrayList<>(updates(LongStream.range(0, 200).toArray()));
		int failures = 0;
		while (!waiting.isEmpty()) {
			assertThat(bot.inbox.claim()).isTrue();
			List<ReceivedUpdate> page = waiting.subList(0, Math.min(bot.inbox.awaitRoom(), waiting.size()));
			try {
				bot.append(List.copyOf(page));
				page.clear();
			}
			catch (InboxUnavailableException ex) {
				failures++;
				assertThat(failures).isLessThan(12);
			}
		}
		await().until(() -> bot.handed().size() == 200);
		assertThat(bot.inbox.unfinished()).isEqualTo(200);
		bot.slow.mostRows(1000);
		bot.append(updates(201));
		assertThat(bot.inbox.awaitRoom()).isLessThanOrEqualTo(100);
	}

	@Test
	void databaseThatIsTooSlowForManyMarksTakesFewer() {
		Instance bot = started(1000);
		bot.append(updates(LongStream.range(0, 60).toArray()));
		bot.slow.mostRows(7);
		bot.handed().forEach(InboxEntry::countFailedAttempt);
		bot.handed().forEach((entry) -> entry.reject("x"));
		bot.awaitWritten();
		assertThat(count("status = 2")).isEqualTo(60);
	}

	@Test
	void transactionOfTheApplicationIsNotTouched() {
		Instance bot = started(1000);
		TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
		transaction.executeWithoutResult((status) -> {
			bot.append(updates(7));
			status.setRollbackOnly();
		});
		assertThat(count("1 = 1")).isOne();
	}

	@Test
	void botsShareATableAndDoNotMeet() {
		Instance bot = started(1000);
		Instance other = new Instance(1000, BOT + 1);
		assertThat(other.inbox.claim()).isTrue();
		bot.append(updates(7, 8));
		other.append(updates(7));
		assertThat(other.ids()).containsExactly(7L);
		bot.crash();
		other.stop();
		Instance again = new Instance(1000, BOT + 1);
		assertThat(again.inbox.claim()).isTrue();
		again.awaitIds(7);
	}

	@Test
	void nothingIsLostOrDoubledByManyCrashesAtRandomMoments() {
		int updates = 200;
		List<Long> finished = Collections.synchronizedList(new ArrayList<>());
		int sent = 0;
		Instance bot = started(20);
		for (int round = 0; finished.size() < updates; round++) {
			if (sent < updates) {
				bot.append(IntStream.range(sent, sent + 50).mapToObj((id) -> update(id, id % 7, "x")).toList());
				sent += 50;
			}
			Instance current = bot;
			int before = finished.size();
			await().until(() -> current.handed().size() > 5 || before + current.handed().size() >= updates);
			List<InboxEntry> handed = bot.handed();
			int some = Math.min(handed.size(), 5 + round * 7 % 40);
			for (InboxEntry entry : handed.subList(0, some)) {
				entry.acknowledge();
				finished.add(entry.update().updateId());
			}
			bot.awaitWritten();
			if (round % 3 == 2) {
				bot.stop();
			}
			else {
				bot.crash();
			}
			bot = started(20);
		}
		assertThat(finished).doesNotHaveDuplicates().hasSize(updates);
		for (int person = 0; person < 7; person++) {
			int one = person;
			assertThat(finished).filteredOn((id) -> id % 7 == one).isSorted();
		}
	}

	private Instance instance(int maxInFlight) {
		return new Instance(maxInFlight, BOT);
	}

	private Instance started(int maxInFlight) {
		Instance instance = instance(maxInFlight);
		await().until(instance.inbox::claim);
		return instance;
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(LONG).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
	}

	private int count(String condition) {
		Integer count = this.jdbc.queryForObject("SELECT COUNT(*) FROM bale_inbox WHERE " + condition, Integer.class);
		return (count != null) ? count : 0;
	}

	private List<ReceivedUpdate> updates(long... ids) {
		return LongStream.of(ids).mapToObj((id) -> update(id, id, "x")).toList();
	}

	private ReceivedUpdate update(long id, long sender, String text) {
		return this.decoder.decode("""
				{"update_id":%d,"message":{"message_id":1,"text":"%s","from":{"id":%d,"first_name":"x"},\
				"chat":{"id":%d,"type":"private"}}}""".formatted(id, text, sender, sender)
			.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * One instance of an application: it never begins what it is handed, unless a test
	 * does.
	 */
	private final class Instance {

		private final SlowDataSource slow = new SlowDataSource(JdbcInboxTests.this.dataSource, Integer.MAX_VALUE);

		private final BreakableDataSource source = new BreakableDataSource(this.slow);

		private final List<InboxEntry> handed = Collections.synchronizedList(new ArrayList<>());

		private final List<Integer> rowsAtHandover = Collections.synchronizedList(new ArrayList<>());

		private final List<Long> recallable = new ArrayList<>();

		private final List<Long> recalled = Collections.synchronizedList(new ArrayList<>());

		private final JdbcInbox inbox;

		Instance(int maxInFlight, long bot) {
			this.inbox = new JdbcInbox(this.source, InboxDatabase.of(JdbcInboxTests.this.dataSource), () -> bot,
					new JdbcInboxSettings(maxInFlight, 3, Duration.ofHours(72), Duration.ofMillis(500)));
			this.inbox.open(new Receiver());
			JdbcInboxTests.this.instances.add(this);
		}

		void append(List<ReceivedUpdate> page) {
			this.inbox.append(page);
		}

		List<InboxEntry> handed() {
			synchronized (this.handed) {
				return List.copyOf(this.handed);
			}
		}

		List<InboxEntry> handedOf(long sender) {
			return handed().stream().filter((entry) -> entry.lane().chat() == sender).toList();
		}

		List<Long> ids() {
			return handed().stream().map((entry) -> entry.update().updateId()).toList();
		}

		void awaitIds(long... ids) {
			await()
				.untilAsserted(() -> assertThat(ids()).containsExactlyElementsOf(Arrays.stream(ids).boxed().toList()));
		}

		void finish(long... ids) {
			for (long id : ids) {
				List<InboxEntry> entries = handed();
				entries.get(ids().lastIndexOf(id)).acknowledge();
			}
		}

		void finishAll() {
			handed().forEach(InboxEntry::acknowledge);
			awaitWritten();
		}

		void recallable(long... ids) {
			LongStream.of(ids).forEach(this.recallable::add);
		}

		void awaitWritten() {
			await().until(() -> this.inbox.unpersisted() == 0);
		}

		void crash() {
			this.source.breakDown();
		}

		void crashWith(List<ReceivedUpdate> page) {
			append(page);
			crash();
		}

		void stop() {
			this.inbox.suspend();
			this.inbox.release(Duration.ofSeconds(5));
		}

		private final class Receiver implements InboxReceiver {

			@Override
			public void accept(List<InboxEntry> entries) {
				if (!entries.isEmpty()) {
					Instance.this.rowsAtHandover.add(count("1 = 1"));
				}
				Instance.this.handed.addAll(entries);
			}

			@Override
			public List<InboxEntry> recall() {
				List<InboxEntry> entries = handed().stream()
					.filter((entry) -> Instance.this.recallable.contains(entry.update().updateId()))
					.toList();
				entries.forEach((entry) -> Instance.this.recalled.add(entry.update().updateId()));
				Instance.this.recallable.clear();
				return entries;
			}

			@Override
			public Route route(Update update) {
				return new Route(LaneKey.of(update), false);
			}

		}

	}

}
