package io.github.balethon.inbox.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.callback.AbstractCallbackDataStoreTests;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.CallbackDataStoreUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@link JdbcCallbackDataStore} in every supported database that is available.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(TestDatabase.class)
class JdbcCallbackDataStoreTests extends AbstractCallbackDataStoreTests {

	private final TestDatabase database;

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

	@TempDir
	private Path folder;

	private HikariDataSource dataSource;

	JdbcCallbackDataStoreTests(TestDatabase database) {
		database.assumeAvailable();
		this.database = database;
	}

	@BeforeEach
	void create() {
		this.dataSource = this.database.create(this.folder);
	}

	@AfterEach
	void close() {
		this.dataSource.close();
	}

	private InboxTables tables(long bot) {
		return new InboxTables(this.dataSource, this.database.dialect(), () -> bot, Duration.ofSeconds(10));
	}

	@Override
	protected CallbackDataStore store(Duration timeToLive) {
		return new JdbcCallbackDataStore(tables(BOT), new Availability(), timeToLive, Instant::now);
	}

	private JdbcCallbackDataStore hourly() {
		return new JdbcCallbackDataStore(tables(BOT), new Availability(), Duration.ofHours(1), this.now::get);
	}

	private void pass(Duration time) {
		this.now.updateAndGet((before) -> before.plus(time));
	}

	private JdbcClient sql() {
		return JdbcClient.create(this.dataSource);
	}

	private long rows() {
		return sql().sql("SELECT COUNT(*) FROM bale_callback_data").query(Long.class).single();
	}

	private long expiry() {
		return sql().sql("SELECT expires_at FROM bale_callback_data").query(Long.class).single();
	}

	@Test
	void dataOutlivesARestart() {
		store(Duration.ofHours(1)).put("menu", "data");
		assertThat(store(Duration.ofHours(1)).get("menu")).isEqualTo("data");
	}

	@Test
	void dataOfAnotherBotIsNotReturned() {
		store(Duration.ofHours(1)).put("menu", "data");
		JdbcCallbackDataStore other = new JdbcCallbackDataStore(tables(BOT + 1), new Availability(),
				Duration.ofHours(1), Instant::now);
		assertThat(other.get("menu")).isNull();
	}

	@Test
	void dataThatIsStoredAgainIsRarelyWrittenAndLivesForItsTime() {
		JdbcCallbackDataStore store = hourly();
		store.put("menu", "data");
		long first = expiry();
		pass(Duration.ofMinutes(5));
		store.put("menu", "data");
		assertThat(expiry()).isEqualTo(first);
		pass(Duration.ofMinutes(5));
		store.put("menu", "data");
		pass(Duration.ofMinutes(60));
		assertThat(store.get("menu")).isEqualTo("data");
		pass(Duration.ofMinutes(10));
		assertThat(store.get("menu")).isNull();
		assertThat(rows()).isOne();
	}

	@Test
	void dataOfManyButtonsIsForgottenInMemoryAndRemainsStored() {
		JdbcCallbackDataStore store = hourly();
		IntStream.range(0, 1100).forEach((i) -> store.put("key" + i, "data" + i));
		store.put("key0", "data0");
		assertThat(store.get("key0")).isEqualTo("data0");
		assertThat(rows()).isEqualTo(1100);
	}

	@Test
	void expiredRowsAreDeletedInBatches() {
		InboxTables tables = tables(BOT);
		JdbcCallbackDataStore store = new JdbcCallbackDataStore(tables, new Availability(), Duration.ofHours(1),
				this.now::get);
		IntStream.range(0, 5).forEach((i) -> store.put("old" + i, "data"));
		pass(Duration.ofHours(1));
		store.put("new", "data");
		Instant later = this.now.get().plus(Duration.ofMinutes(10));
		assertThat(tables.inTransaction((all) -> all.callbackData().purge(later, 3)).intValue()).isEqualTo(3);
		assertThat(tables.inTransaction((all) -> all.callbackData().purge(later, 3)).intValue()).isEqualTo(2);
		assertThat(tables.inTransaction((all) -> all.callbackData().purge(later, 3)).intValue()).isZero();
		assertThat(store.get("new")).isEqualTo("data");
	}

	@Test
	void dataIsStoredAlthoughTheTransactionOfTheHandlerIsRolledBack() {
		CallbackDataStore store = store(Duration.ofHours(1));
		new TransactionTemplate(new JdbcTransactionManager(this.dataSource)).executeWithoutResult((status) -> {
			store.put("menu", "data");
			status.setRollbackOnly();
		});
		assertThat(store.get("menu")).isEqualTo("data");
	}

	@Test
	void missingTableFailsTheStart() {
		InboxTables tables = tables(BOT);
		sql().sql("DROP TABLE bale_callback_data").update();
		tables.verify();
		tables.useCallbackData();
		assertThatExceptionOfType(InboxTableMissingException.class).isThrownBy(tables::verify);
	}

	@Test
	void outageIsReported() {
		CallbackDataStore store = store(Duration.ofHours(1));
		store.put("menu", "data");
		this.dataSource.close();
		assertThatExceptionOfType(CallbackDataStoreUnavailableException.class).isThrownBy(() -> store.get("menu"))
			.withMessageStartingWith("Callback data is not available: Database of the inbox failed");
		assertThatExceptionOfType(CallbackDataStoreUnavailableException.class)
			.isThrownBy(() -> store.put("other", "data"));
		assertThat(store.trouble()).contains("Database of the inbox failed");
	}

}
