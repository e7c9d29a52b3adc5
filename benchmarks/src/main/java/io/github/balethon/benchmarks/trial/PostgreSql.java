package io.github.balethon.benchmarks.trial;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server with its usual settings, started when it is first needed.
 */
public final class PostgreSql implements AutoCloseable {

	private @Nullable EmbeddedPostgres server;

	private int databases;

	/**
	 * Creates an empty database.
	 * @return its JDBC URL
	 * @throws IOException if the server does not start
	 * @throws SQLException if the database cannot be created
	 */
	String create() throws IOException, SQLException {
		if (this.server == null) {
			// What is set for tests by default would let a crash lose what is committed.
			this.server = EmbeddedPostgres.builder()
				.setServerConfig("fsync", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("synchronous_commit", "on")
				.start();
		}
		String name = "bot" + this.databases++;
		try (Connection connection = this.server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		return this.server.getJdbcUrl("postgres", name);
	}

	@Override
	public void close() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

}
