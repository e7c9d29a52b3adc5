package io.github.balethon.inbox.jdbc;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.balethon.inbox.InboxUnavailableException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Verification of the tables, and rows that they refuse.
 */
class InboxTablesTests extends AbstractJdbcInboxTests {

	InboxTablesTests(TestDatabase database) {
		super(database);
	}

	@Test
	void databaseIsRecognized() {
		InboxDatabase found = InboxDatabase.of(dataSource());
		assertThat(found.dialect()).isEqualTo(database().dialect());
		assertThat(found.inMemory()).isEqualTo(database() == TestDatabase.H2_MEMORY);
		assertThat(found.writeDelayed()).isFalse();
	}

	@Test
	void missingTableIsNamed() {
		jdbc().execute("DROP TABLE bale_inbox");
		assertThatExceptionOfType(InboxTableMissingException.class).isThrownBy(() -> instance(1000).inbox.prepare())
			.withMessageContaining("'bale_inbox'")
			.satisfies((ex) -> assertThat(ex.getDialect()).isEqualTo(database().dialect()));
	}

	@Test
	void tableOfAnotherVersionIsNamedWithItsDifferences() {
		instance(1000).inbox.prepare();
		jdbc().execute("ALTER TABLE bale_inbox DROP COLUMN attempts");
		jdbc().execute("ALTER TABLE bale_inbox ADD COLUMN priority INTEGER DEFAULT 1 NOT NULL");
		assertThatExceptionOfType(InboxTableVersionException.class).isThrownBy(() -> instance(1000).inbox.prepare())
			.withMessageContaining("'bale_inbox'")
			.withMessageEndingWith("column 'attempts' is missing")
			.satisfies((ex) -> assertThat(ex.getDialect()).isEqualTo(database().dialect()));
	}

	@Test
	void updateThatTheDatabaseRefusesIsADeadLetterAndTheOthersAreHandled() {
		jdbc().execute("ALTER TABLE bale_inbox ADD CONSTRAINT refused_id CHECK (update_id <> 13)");
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
		jdbc().execute("ALTER TABLE bale_inbox ADD CONSTRAINT refuses_all CHECK (seq < 0)");
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
		// There is no dead letter, and each attempt would log again.
		assertThat(logged.list).isEmpty();
		assertThat(count("1 = 1")).isZero();
		assertThat(bot.handed).isEmpty();
		jdbc().execute("ALTER TABLE bale_inbox DROP CONSTRAINT refuses_all");
		bot.inbox.claim();
		bot.append(updates(12, 13));
		assertThat(bot.ids()).containsExactly(12L, 13L);
	}

}
