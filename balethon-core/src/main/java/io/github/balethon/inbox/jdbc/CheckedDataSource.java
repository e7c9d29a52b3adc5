package io.github.balethon.inbox.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.github.balethon.client.LogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.util.ClassUtils;

/**
 * Validates each connection by a query after a failure, until a transaction succeeds. A
 * pool may return broken connections indefinitely: when H2 has closed a database because
 * its disk was full, it still reports connections to it as valid. A broken connection is
 * closed, and a Hikari pool replaces all connections.
 */
final class CheckedDataSource extends DelegatingDataSource {

	private static final Logger logger = LoggerFactory.getLogger(CheckedDataSource.class);

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			CheckedDataSource.class.getClassLoader());

	// Valid in all supported databases.
	private static final String QUERY = "SELECT 1";

	private static final int QUERY_SECONDS = 5;

	private volatile boolean suspicious;

	CheckedDataSource(DataSource target) {
		super(target);
	}

	/**
	 * Sets whether to validate each connection.
	 * @param suspicious whether the last transaction has failed
	 */
	void suspicious(boolean suspicious) {
		this.suspicious = suspicious;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		if (this.suspicious) {
			check(connection);
		}
		return connection;
	}

	private void check(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(QUERY_SECONDS);
			statement.execute(QUERY);
		}
		catch (SQLException ex) {
			discard(connection);
			throw ex;
		}
	}

	private void discard(Connection connection) {
		if (HIKARI) {
			HikariPools.evict(obtainTargetDataSource());
		}
		try (connection) {
			// Not the connection of the pool, which would be returned to it.
			Connection raw = connection.unwrap(Connection.class);
			if (raw != connection) {
				raw.close();
			}
		}
		catch (SQLException ex) {
			logger.debug("A broken connection could not be closed", LogText.escape(ex));
		}
	}

	/**
	 * Separate, because Hikari is optional.
	 */
	private static final class HikariPools {

		private HikariPools() {
		}

		/**
		 * Replaces all connections of a pool, those in use after their return.
		 * @param dataSource the pool, or a wrapper of it
		 */
		static void evict(DataSource dataSource) {
			try {
				if (dataSource.isWrapperFor(HikariDataSource.class)) {
					HikariPoolMXBean pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
					if (pool != null) {
						pool.softEvictConnections();
					}
				}
			}
			catch (SQLException ex) {
				logger.debug("The connections of the pool could not be replaced", LogText.escape(ex));
			}
		}

	}

}
