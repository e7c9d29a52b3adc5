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
 * Connections that were tried, once one has failed. A pool may hand dead ones out for
 * ever: H2, when it has closed a database whose disk was full, says of a connection to it
 * that it is valid. A dead one is closed, and a pool that can is told to replace all.
 */
final class CheckedDataSource extends DelegatingDataSource {

	private static final Logger logger = LoggerFactory.getLogger(CheckedDataSource.class);

	private static final boolean HIKARI = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			CheckedDataSource.class.getClassLoader());

	// In all databases that an inbox can be kept in.
	private static final String QUERY = "SELECT 1";

	private static final int QUERY_SECONDS = 5;

	private volatile boolean suspicious;

	CheckedDataSource(DataSource target) {
		super(target);
	}

	/**
	 * Has each connection tried from now on, or none.
	 * @param suspicious whether something has failed
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
			// Not that of the pool, which it would only take back.
			Connection raw = connection.unwrap(Connection.class);
			if (raw != connection) {
				raw.close();
			}
		}
		catch (SQLException ex) {
			logger.debug("A dead connection could not be closed", LogText.escape(ex));
		}
	}

	/**
	 * A pool that does not look at a connection that was used just now.
	 */
	private static final class HikariPools {

		private HikariPools() {
		}

		/**
		 * Has all connections of a pool replaced, those in use when they come back.
		 * @param dataSource the pool, or something around it
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
