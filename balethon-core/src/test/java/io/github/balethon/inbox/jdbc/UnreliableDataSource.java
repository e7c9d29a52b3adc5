package io.github.balethon.inbox.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.NavigableMap;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that loses its connection at random, just before or just after a commit, and
 * records which updates the inbox had committed at which time.
 */
final class UnreliableDataSource extends DelegatingDataSource {

	private static final int OUT_OF = 12;

	// By the time of the commit.
	private final NavigableMap<Long, Long> newest = new ConcurrentSkipListMap<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final Random random;

	private volatile boolean unreliable;

	UnreliableDataSource(DataSource target, long seed) {
		super(target);
		this.random = new Random(seed);
	}

	void setUnreliable(boolean unreliable) {
		this.unreliable = unreliable;
	}

	int failures() {
		return this.failures.get();
	}

	/**
	 * Returns the newest update that was certainly committed.
	 * @param nanos the time, as of {@link System#nanoTime()}
	 * @return its identifier, or -1 if there was none
	 */
	long newestAt(long nanos) {
		// Transactions overlap, so one that ends later may see less.
		return this.newest.headMap(nanos, true).values().stream().mapToLong(Long::longValue).max().orElse(-1);
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					try {
						if (method.getName().equals("commit")) {
							commit(connection);
							return null;
						}
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	private void commit(Connection connection) throws SQLException {
		int lot = this.unreliable ? this.random.nextInt(OUT_OF) : OUT_OF;
		failIf(lot == 0);
		long newest = newest(connection);
		connection.commit();
		this.newest.put(System.nanoTime(), newest);
		failIf(lot == 1);
	}

	private void failIf(boolean fail) throws SQLException {
		if (fail) {
			this.failures.incrementAndGet();
			throw new SQLNonTransientConnectionException("Connection reset", "08006");
		}
	}

	private static long newest(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery("SELECT COALESCE(MAX(update_id), -1) FROM bale_inbox")) {
			result.next();
			return result.getLong(1);
		}
	}

}
