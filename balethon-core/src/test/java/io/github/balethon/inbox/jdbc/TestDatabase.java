package io.github.balethon.inbox.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Databases for tests. Each new one has empty tables.
 */
public enum TestDatabase {

	H2_MEMORY(InboxDialect.H2) {

		@Override
		String url(Path folder) {
			return "jdbc:h2:mem:" + UUID.randomUUID();
		}

	},
	H2_FILE(InboxDialect.H2) {

		@Override
		String url(Path folder) {
			return "jdbc:h2:async:" + folder.resolve("bot").toAbsolutePath() + ";WRITE_DELAY=0";
		}

	},
	POSTGRESQL(InboxDialect.POSTGRESQL) {

		@Override
		String url(Path folder) {
			return Postgres.INSTANCE.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema();
		}

		private String schema() {
			String schema = "s" + UUID.randomUUID().toString().replace("-", "");
			try (var connection = Postgres.INSTANCE.getPostgresDatabase().getConnection();
					var statement = connection.createStatement()) {
				statement.execute("CREATE SCHEMA " + schema);
			}
			catch (java.sql.SQLException ex) {
				throw new IllegalStateException(ex);
			}
			return schema;
		}

	},
	MARIADB(InboxDialect.MARIADB) {

		@Override
		public void assumeAvailable() {
			TestMariaDb.assumeAvailable();
		}

		@Override
		String url(Path folder) {
			return TestMariaDb.newDatabase();
		}

	};

	private final InboxDialect dialect;

	TestDatabase(InboxDialect dialect) {
		this.dialect = dialect;
	}

	public InboxDialect dialect() {
		return this.dialect;
	}

	/**
	 * Skips a test if this machine cannot run the database.
	 */
	public void assumeAvailable() {
	}

	abstract String url(Path folder);

	public HikariDataSource withoutTables(Path folder) {
		HikariDataSource dataSource = new HikariDataSource();
		dataSource.setJdbcUrl(url(folder));
		dataSource.setMaximumPoolSize(5);
		return dataSource;
	}

	public HikariDataSource create(Path folder) {
		HikariDataSource dataSource = withoutTables(folder);
		ResourceDatabasePopulator schema = new ResourceDatabasePopulator(
				new ClassPathResource(this.dialect.schemaLocation()));
		DatabasePopulatorUtils.execute(schema, dataSource);
		// Twice, because the script may run at every start.
		DatabasePopulatorUtils.execute(schema, dataSource);
		return dataSource;
	}

	/**
	 * One server for all tests.
	 */
	private static final class Postgres {

		private static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
