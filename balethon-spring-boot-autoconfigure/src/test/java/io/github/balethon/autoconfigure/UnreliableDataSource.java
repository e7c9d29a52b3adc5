package io.github.balethon.autoconfigure;

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
 * A database that now and then loses its connection, just before a commit or just behind
 * it, and that knows when the inbox has held what.
 */
final class UnreliableDataSource extends DelegatingDataSource {

	private static final int OUT_OF = 12;

	// By the time, as all else in these tests.
	private final NavigableMap<Long, Long> newest = new ConcurrentSkipListMap<>();

	private final AtomicInteger failures = new AtomicInteger();

	private final Random random;

	private volatile boolean unreliable;

	UnreliableDataSource(DataSource target, long seed) {
		super(target);
		this.random = new Random(seed);
	}

	void beUnreliable(boolean unreliable) {
		this.unreliable = unreliable;
	}

	int failures() {
		return this.failures.get();
	}

	/**
	 * The newest update that the inbox held for certain.
	 * @param nanos when
	 * @return its number, or -1 if there was none
	 */
	long newestAt(long nanos) {
		// Transactions overlap, and so some end later and know less.
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
