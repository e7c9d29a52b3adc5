package io.github.balethon.inbox.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A data source whose database can be disconnected.
 */
final class BreakableDataSource extends DelegatingDataSource {

	private volatile boolean disconnected;

	// The thread whose next commit gets no response. The inbox has a thread of its own.
	private volatile @Nullable Thread lossy;

	BreakableDataSource(DataSource target) {
		super(target);
	}

	void disconnect() {
		this.disconnected = true;
	}

	void reconnect() {
		this.disconnected = false;
	}

	/**
	 * Lets the next commit of this thread take effect without a response.
	 */
	void loseResponseToCommit() {
		this.lossy = Thread.currentThread();
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (this.disconnected) {
			throw new SQLNonTransientConnectionException("Connection refused", "08001");
		}
		Connection connection = super.getConnection();
		return (this.lossy == Thread.currentThread()) ? losingResponse(connection) : connection;
	}

	private Connection losingResponse(Connection connection) {
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					Object result = method.invoke(connection, arguments);
					if (method.getName().equals("commit")) {
						this.lossy = null;
						throw new SQLNonTransientConnectionException("Connection reset", "08006");
					}
					return result;
				});
	}

}
