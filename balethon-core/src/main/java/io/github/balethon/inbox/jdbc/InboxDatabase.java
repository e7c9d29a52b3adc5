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
 * What kind of database there is behind a data source, and whether it can keep a promise.
 *
 * @param dialect its dialect, or {@code null} if no inbox can be kept in it
 * @param product its name, as its driver tells it
 * @param inMemory whether all of it is gone when the application ends
 * @param writeDelayed whether what was committed last is gone when the application
 * crashes
 * @since 0.1.0
 */
public record InboxDatabase(@Nullable InboxDialect dialect, String product, boolean inMemory, boolean writeDelayed) {

	/**
	 * Asks a database what it is.
	 * @param dataSource the database
	 * @return what it is
	 * @throws org.springframework.dao.DataAccessException if it does not answer
	 */
	public static InboxDatabase of(DataSource dataSource) {
		InboxDatabase database = new JdbcTemplate(dataSource).execute(InboxDatabase::inspect);
		if (database == null) {
			throw new IllegalStateException("The database says nothing about itself");
		}
		return database;
	}

	/**
	 * Checks that the tables of the inbox are those of this version.
	 * @param dataSource the database
	 * @throws InboxTableMissingException if there are none
	 * @throws InboxTableVersionException if they are those of another version
	 */
	public void verifyTables(DataSource dataSource) {
		InboxDialect dialect = this.dialect;
		Assert.state(dialect != null, () -> "No inbox can be in a database of " + this.product);
		InboxStore.verify(new JdbcTemplate(dataSource), dialect);
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

	// By default H2 writes what is committed half a second later.
	private static boolean isWriteDelayed(Connection connection) throws SQLException {
		String query = "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'";
		try (PreparedStatement statement = connection.prepareStatement(query);
				ResultSet result = statement.executeQuery()) {
			return !result.next() || !"0".equals(result.getString(1));
		}
	}

}
