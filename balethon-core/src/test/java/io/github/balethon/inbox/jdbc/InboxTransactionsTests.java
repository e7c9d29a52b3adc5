package io.github.balethon.inbox.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class InboxTransactionsTests {

	private final Line line = new Line();

	private final InboxTransactions transactions = new InboxTransactions(this.line,
			Connection.TRANSACTION_READ_COMMITTED, 5);

	@Test
	void lostConnectionAtACommitIsNotLoggedAndTheFirstExceptionIsThrown(CapturedOutput output) {
		this.line.cut = Set.of("commit", "rollback");
		for (int i = 0; i < 3; i++) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.transactions.execute(() -> "done"))
				.withStackTraceContaining("commit is not answered");
		}
		assertThat(output).doesNotContain("overridden").doesNotContain("\tat ");
	}

	@Test
	void lostConnectionAtARollbackIsNotLoggedAndTheFirstExceptionIsThrown(CapturedOutput output) {
		this.line.cut = Set.of("rollback");
		assertThatIllegalStateException().isThrownBy(() -> this.transactions.execute(() -> {
			throw new IllegalStateException("first");
		})).withMessage("first");
		assertThat(output).doesNotContain("overridden").doesNotContain("\tat ");
	}

	/**
	 * A connection that is lost at calls of some methods.
	 */
	private static final class Line extends DelegatingDataSource {

		private Set<String> cut = Set.of();

		Line() {
			super(new DriverManagerDataSource("jdbc:h2:mem:line"));
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
					(proxy, method, arguments) -> {
						if (this.cut.contains(method.getName())) {
							throw new SQLNonTransientConnectionException(method.getName() + " is not answered",
									"08006");
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					});
		}

	}

}
