package io.github.balethon.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own, with its usual settings, started when it is needed.
 */
final class Database implements AutoCloseable {

	private @Nullable EmbeddedPostgres server;

	private int databases;

	/**
	 * Makes an empty database.
	 * @return its address
	 * @throws IOException if the server does not start
	 * @throws SQLException if it does not do as it is told
	 */
	String anew() throws IOException, SQLException {
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
