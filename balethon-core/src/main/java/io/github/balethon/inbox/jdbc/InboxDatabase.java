package io.github.balethon.inbox.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.Assert;

/**
 * The database behind a data source, and its durability.
 *
 * @param dialect its dialect, or {@code null} if it is not supported
 * @param product name of the product, as reported by the driver
 * @param inMemory whether all data is lost when the application ends
 * @param writeDelayed whether a crash of the application loses the last commits
 * @since 0.1.0
 */
public record InboxDatabase(@Nullable InboxDialect dialect, String product, boolean inMemory, boolean writeDelayed) {

	/**
	 * Inspects a database.
	 * @param dataSource the database
	 * @return the result
	 * @throws org.springframework.dao.DataAccessException if the database is not
	 * available
	 */
	public static InboxDatabase of(DataSource dataSource) {
		InboxDatabase database = new JdbcTemplate(dataSource).execute(InboxDatabase::inspect);
		if (database == null) {
			throw new IllegalStateException("The metadata of the database is not available");
		}
		return database;
	}

	/**
	 * Verifies that the tables of the inbox are those of this version.
	 * @param dataSource the database
	 * @throws InboxTableMissingException if a table is missing
	 * @throws InboxTableVersionException if a table is the one of another version
	 */
	public void verifyTables(DataSource dataSource) {
		InboxDialect dialect = this.dialect;
		Assert.state(dialect != null, () -> "Database " + this.product + " is not supported");
		InboxTables.verify(new JdbcTemplate(dataSource), dialect);
	}

	private static InboxDatabase inspect(Connection connection) throws SQLException {
		String product = connection.getMetaData().getDatabaseProductName();
		InboxDialect dialect = InboxDialect.ofProduct(product);
		if (dialect != InboxDialect.H2) {
			return new InboxDatabase(dialect, product, false, false);
		}
		String url = connection.getMetaData().getURL().toLowerCase(Locale.ROOT);
		boolean inMemory = url.contains(":mem:") || url.contains("memfs:") || url.contains("memlzf:");
		return new InboxDatabase(dialect, product, inMemory, !inMemory && isWriteDelayed(connection));
	}

	// By default H2 writes commits to the disk half a second later.
	private static boolean isWriteDelayed(Connection connection) throws SQLException {
		String query = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";
		try (PreparedStatement statement = connection.prepareStatement(query);
				ResultSet result = statement.executeQuery()) {
			return !result.next() || !"0".equals(result.getString(1));
		}
	}

}
