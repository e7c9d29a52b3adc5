package io.github.balethon.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

import io.github.balethon.benchmarks.contestant.Contestant;
import io.github.balethon.benchmarks.contestant.Library;

/**
 * A contestant that takes part in a scenario.
 *
 * @param contestant the contestant
 * @param libraries libraries that are present besides those the contestant needs
 * @param machine where it runs
 * @param postgreSql the server for an inbox in PostgreSQL
 */
public record Participant(Contestant contestant, Set<Library> libraries, Machine machine, PostgreSql postgreSql) {

	/**
	 * Prepares a process.
	 * @param baseUrl the address of the Bot API
	 * @return the process to start
	 */
	Launch launch(String baseUrl) {
		return new Launch(this, baseUrl);
	}

	String classPath() {
		Set<Library> all = EnumSet.noneOf(Library.class);
		all.addAll(this.libraries);
		all.addAll(this.contestant.libraries());
		return Library.classPath(all);
	}

	String createDatabase() throws IOException, SQLException {
		return switch (this.contestant.inbox()) {
			case MEMORY -> "";
			case POSTGRESQL -> this.postgreSql.create();
			case H2 -> "jdbc:h2:file:" + Files.createTempDirectory("benchmark-inbox").resolve("inbox")
					+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
		};
	}

}
