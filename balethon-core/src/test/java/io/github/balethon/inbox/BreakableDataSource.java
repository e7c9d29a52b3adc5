package io.github.balethon.inbox;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source whose database goes away, and comes back.
 */
final class BreakableDataSource extends DelegatingDataSource {

	private volatile boolean broken;

	private volatile boolean answerLost;

	BreakableDataSource(DataSource target) {
		super(target);
	}

	void breakDown() {
		this.broken = true;
	}

	void mend() {
		this.broken = false;
	}

	/**
	 * Lets the next commit take effect, and its answer be lost.
	 */
	void loseAnswerOfCommit() {
		this.answerLost = true;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.broken) {
			throw new SQLNonTransientConnectionException("Connection refused", "08001");
		}
		return this.answerLost ? losing(super.getConnection()) : super.getConnection();
	}

	private Connection losing(Connection connection) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					Object result = method.invoke(connection, arguments);
					if (method.getName().equals("commit")) {
						this.answerLost = false;
						throw new SQLNonTransientConnectionException("Connection reset", "08006");
					}
					return result;
				});
	}

}
