package io.github.balethon.inbox.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source whose database goes away, and comes back.
 */
final class BreakableDataSource extends DelegatingDataSource {

	private volatile boolean broken;

	// Whose next commit is not answered; the inbox commits on a thread of its own, too.
	private volatile @Nullable Thread unlucky;

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
	 * Lets the next commit of this thread take effect, and its answer be lost.
	 */
	void loseAnswerOfCommit() {
		this.unlucky = Thread.currentThread();
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.broken) {
			throw new SQLNonTransientConnectionException("Connection refused", "08001");
		}
		Connection connection = super.getConnection();
		return (this.unlucky == Thread.currentThread()) ? losing(connection) : connection;
	}

	private Connection losing(Connection connection) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					Object result = method.invoke(connection, arguments);
					if (method.getName().equals("commit")) {
						this.unlucky = null;
						throw new SQLNonTransientConnectionException("Connection reset", "08006");
					}
					return result;
				});
	}

}
