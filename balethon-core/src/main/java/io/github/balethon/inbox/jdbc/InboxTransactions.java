package io.github.balethon.inbox.jdbc;

import java.util.function.Supplier;

import javax.sql.DataSource;

import io.github.balethon.client.LogText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions of the inbox, independent of transactions of the application. A
 * {@code TransactionTemplate} logs each failed rollback with a stack trace, which floods
 * the log while a database is down.
 */
final class InboxTransactions {

	private static final Logger logger = LoggerFactory.getLogger(InboxTransactions.class);

	private final PlatformTransactionManager manager;

	private final TransactionDefinition definition;

	InboxTransactions(DataSource dataSource, int isolationLevel, int timeoutSeconds) {
		this.manager = new QuietTransactionManager(dataSource);
		DefaultTransactionDefinition transaction = new DefaultTransactionDefinition(
				TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		transaction.setIsolationLevel(isolationLevel);
		transaction.setTimeout(timeoutSeconds);
		this.definition = transaction;
	}

	<T extends @Nullable Object> T execute(Supplier<T> work) {
		TransactionStatus status = this.manager.getTransaction(this.definition);
		T result;
		try {
			result = work.get();
		}
		catch (RuntimeException | Error ex) {
			this.manager.rollback(status);
			throw ex;
		}
		this.manager.commit(status);
		return result;
	}

	/**
	 * A transaction manager whose rollbacks do not fail. If a rollback fails after a
	 * failed commit, Spring logs one exception with a stack trace and throws the other.
	 */
	@SuppressWarnings("serial")
	private static final class QuietTransactionManager extends JdbcTransactionManager {

		QuietTransactionManager(DataSource dataSource) {
			super(dataSource);
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			try {
				super.doRollback(status);
			}
			catch (RuntimeException | Error ex) {
				// The first exception is the cause, and is reported by the caller.
				InboxTransactions.logger.debug("Rollback failed after a failed transaction", LogText.escape(ex));
			}
		}

	}

}
