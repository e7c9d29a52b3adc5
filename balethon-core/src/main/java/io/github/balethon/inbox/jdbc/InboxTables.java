package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The tables of an inbox, accessed in transactions that are independent of transactions
 * of the application.
 */
final class InboxTables {

	// A statement that does not return must not block the bot.
	private static final int TIMEOUT_SECONDS = 10;

	private final JdbcTemplate template;

	private final CheckedDataSource dataSource;

	private final InboxTransactions transactions;

	private final InboxDialect dialect;

	private final LongSupplier botId;

	private final Duration takeoverAfter;

	private volatile @Nullable Tables tables;

	private volatile boolean conversing;

	private volatile boolean storingCallbackData;

	/**
	 * Creates an instance. Does not use the database yet.
	 * @param dataSource the database
	 * @param dialect its dialect
	 * @param botId supplies the identifier of the bot when it is needed
	 * @param takeoverAfter time without a heartbeat after which another instance takes
	 * over
	 */
	InboxTables(DataSource dataSource, InboxDialect dialect, LongSupplier botId, Duration takeoverAfter) {
		this.dataSource = new CheckedDataSource(target(dataSource));
		this.template = new JdbcTemplate(this.dataSource);
		this.transactions = new InboxTransactions(this.dataSource, dialect.isolationLevel(), TIMEOUT_SECONDS);
		this.dialect = dialect;
		this.botId = botId;
		this.takeoverAfter = takeoverAfter;
	}

	// The proxy returns the connections of the transactions of the application.
	private static DataSource target(DataSource dataSource) {
		if (dataSource instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
			return proxy.getTargetDataSource();
		}
		return dataSource;
	}

	void verify() {
		verify(this.template, this.dialect);
		if (this.conversing) {
			ConversationTable.verify(this.template, this.dialect);
		}
		if (this.storingCallbackData) {
			CallbackDataTable.verify(this.template, this.dialect);
		}
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		InboxTable.verify(template, dialect);
		PollerLock.verify(template, dialect);
	}

	/**
	 * Prepares for conversations, which have a table of their own.
	 */
	void useConversations() {
		this.conversing = true;
	}

	boolean hasConversations() {
		return this.conversing;
	}

	/**
	 * Prepares for callback data, which has a table of its own.
	 */
	void useCallbackData() {
		this.storingCallbackData = true;
	}

	boolean hasCallbackData() {
		return this.storingCallbackData;
	}

	/**
	 * Accesses the tables in a new transaction.
	 * @param <T> the type of the result
	 * @param work the access
	 * @return the result of the access
	 */
	<T extends @Nullable Object> T inTransaction(Function<Tables, T> work) {
		Tables current = tables();
		boolean done = false;
		try {
			T result = this.transactions.execute(() -> work.apply(current));
			done = true;
			return result;
		}
		finally {
			this.dataSource.suspicious(!done);
		}
	}

	private Tables tables() {
		Tables current = this.tables;
		if (current == null) {
			long bot = this.botId.getAsLong();
			current = new Tables(new InboxTable(this.template, this.dialect, bot),
					new PollerLock(this.template, this.dialect, bot, this.takeoverAfter),
					new ConversationTable(this.template, bot), new CallbackDataTable(this.template, this.dialect, bot),
					new UserRows(this.template, bot), new StoredUpdates(this.template, bot));
			this.tables = current;
		}
		return current;
	}

	/**
	 * The tables of a bot.
	 *
	 * @param updates the updates
	 * @param lock the lease of the inbox
	 * @param conversations the conversations
	 * @param callbackData the callback data
	 * @param users the rows of single users
	 * @param stored reads updates for the operation of the bot
	 */
	record Tables(InboxTable updates, PollerLock lock, ConversationTable conversations, CallbackDataTable callbackData,
			UserRows users, StoredUpdates stored) {

	}

}
