package io.github.balethon.inbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.jdbc.InboxDatabase;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.jdbc.JdbcInboxSettings;
import io.github.balethon.inbox.jdbc.TestDatabase;
import io.github.balethon.inbox.memory.MemoryInbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Detection of duplicates by every inbox: two deliveries are the same update if they have
 * the same {@link UpdateIdentity}, in one page or in several.
 */
@Timeout(60)
@ParameterizedClass
@ValueSource(strings = { "MEMORY", "H2_MEMORY", "POSTGRESQL", "MARIADB" })
class SameUpdateContractTests {

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final List<InboxEntry> handed = Collections.synchronizedList(new ArrayList<>());

	private final @Nullable TestDatabase database;

	@TempDir
	private Path folder;

	private @Nullable HikariDataSource dataSource;

	private Inbox inbox;

	SameUpdateContractTests(String store) {
		this.database = store.equals("MEMORY") ? null : TestDatabase.valueOf(store);
		if (this.database != null) {
			this.database.assumeAvailable();
		}
	}

	@BeforeEach
	void open() {
		if (this.database == null) {
			this.inbox = new MemoryInbox(1000);
		}
		else {
			this.dataSource = this.database.create(this.folder);
			this.inbox = new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), () -> 1,
					new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(10)));
		}
		this.inbox.open(new TestReceiver(this.handed));
		assertThat(this.inbox.claim()).isTrue();
	}

	@AfterEach
	void close() {
		this.inbox.release(Duration.ofSeconds(5));
		if (this.dataSource != null) {
			this.dataSource.close();
		}
	}

	@Test
	void differentUpdatesWithOneIdInOnePageAreHandledInTheirOrder() {
		append(message(7, 1), message(7, 2), message(8, 3), message(7, 1), message(7, 4));
		assertHandled("7:1", "7:2", "8:3", "7:4");
		assertThat(this.inbox.duplicates()).isOne();
		assertThat(this.inbox.unfinished()).isEqualTo(4);
	}

	@Test
	void pageThatIsDeliveredTwiceIsHandledOnceEvenIfUpdatesShareAnId() {
		append(message(7, 1), message(7, 2), message(7, 3));
		append(message(7, 1), message(7, 2), message(7, 3));
		append(message(7, 2));
		assertHandled("7:1", "7:2", "7:3");
		assertThat(this.inbox.duplicates()).isEqualTo(4);
	}

	@Test
	void updateThatIsTwiceInAPageIsHandledOnce() {
		append(message(7, 1), message(7, 1), message(7, 1));
		assertHandled("7:1");
		assertThat(this.inbox.duplicates()).isEqualTo(2);
	}

	@Test
	void otherUpdateWithAKnownIdIsNew() {
		append(message(7, 1));
		append(message(7, 2));
		append(message(7, 1));
		assertHandled("7:1", "7:2");
	}

	@Test
	void updateOfASenderWhoWasRenamedIsADuplicate() {
		append(message(7, 1), message(7, 1).replace("\"first_name\":\"x\"", "\"first_name\":\"Sara\""));
		append(message(7, 1).replace("\"first_name\":\"x\"", "\"first_name\":\"Sara Ahmadi\""));
		assertHandled("7:1");
		assertThat(this.inbox.duplicates()).isEqualTo(2);
	}

	@Test
	void updatesOfAnUnknownKindAreComparedByTheirPayload() {
		append("{\"update_id\":7,\"poll\":{\"id\":1}}", "{\"update_id\":7,\"poll\":{\"id\":2}}",
				"{\"update_id\":7,\"poll\":{\"id\":1}}");
		append("{\"update_id\":7,\"poll\":{\"id\":2}}");
		assertThat(this.handed).hasSize(2);
		assertThat(this.inbox.duplicates()).isEqualTo(2);
	}

	@Test
	void negativeIdsAreIds() {
		append(message(7, 1), message(7, 2));
		// The database has keys of its own for updates without an ID.
		append(message(-1, 1), message(-1, 2), message(-2, 1), message(Long.MIN_VALUE, 1),
				message(Long.MIN_VALUE + 1, 1), message(Long.MAX_VALUE, 1));
		append(message(-1, 1), message(-1, 2), message(-2, 1), message(Long.MIN_VALUE, 1),
				message(Long.MIN_VALUE + 1, 1), message(Long.MAX_VALUE, 1));
		assertHandled("7:1", "7:2", "-1:1", "-1:2", "-2:1", Long.MIN_VALUE + ":1", (Long.MIN_VALUE + 1) + ":1",
				Long.MAX_VALUE + ":1");
		assertThat(this.inbox.duplicates()).isEqualTo(6);
	}

	@Test
	void malformedUpdatesWithOneIdAreAllKept() {
		append("{\"update_id\":-3,\"message\":1}", "{\"update_id\":-3,\"message\":2}", "{\"message\":1}",
				"{\"message\":2}", "{\"message\":1}");
		append("{\"update_id\":-3,\"message\":1}", "{\"message\":2}");
		assertThat(this.handed).isEmpty();
		assertThat(this.inbox.undecodable()).isEqualTo(4);
		assertThat(this.inbox.deadLetters().count()).isEqualTo(4);
		assertThat(this.inbox.deadLetters().list(-1, 10))
			.extracting((letter) -> new String(letter.payload(), StandardCharsets.UTF_8))
			.containsExactly("{\"update_id\":-3,\"message\":1}", "{\"update_id\":-3,\"message\":2}", "{\"message\":1}",
					"{\"message\":2}");
		assertThat(this.inbox.deadLetters().list(-1, 10)).last()
			.satisfies((letter) -> assertThat(letter.updateId()).isNull());
	}

	private void assertHandled(String... expected) {
		assertThat(this.handed).extracting((entry) -> entry.update().updateId() + ":" + entry.update().message().date())
			.containsExactly(expected);
	}

	private void append(String... updates) {
		List<ReceivedUpdate> page = new ArrayList<>();
		for (String update : updates) {
			page.add(this.decoder.decode(update.getBytes(StandardCharsets.UTF_8)));
		}
		this.inbox.append(page);
	}

	private static String message(long id, int date) {
		return """
				{"update_id":%d,"message":{"message_id":2,"date":%d,"text":"x","from":{"id":3,"first_name":"x"},\
				"chat":{"id":%d,"type":"private"}}}""".formatted(id, date, date);
	}

}
