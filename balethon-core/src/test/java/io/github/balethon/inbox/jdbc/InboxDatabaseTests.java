package io.github.balethon.inbox.jdbc;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Durability of H2, which depends on its URL and its settings.
 */
class InboxDatabaseTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "mem:x", "memFS:x", "memLZF:x", "nioMemFS:x", "nioMemLZF:x" })
	void inMemoryDatabaseIsRecognizedByItsUrl(String place) {
		InboxDatabase database = inspect("jdbc:h2:" + place);
		assertThat(database.inMemory()).isTrue();
		assertThat(database.writeDelayed()).isFalse();
	}

	@Test
	void delayedWritesAreRecognized() {
		assertThat(inspect("jdbc:h2:async:" + this.folder.resolve("memory")).inMemory()).isFalse();
		assertThat(inspect("jdbc:h2:async:" + this.folder.resolve("delayed")).writeDelayed()).isTrue();
		assertThat(inspect("jdbc:h2:async:" + this.folder.resolve("at-once") + ";WRITE_DELAY=0").writeDelayed())
			.isFalse();
	}

	private static InboxDatabase inspect(String url) {
		SingleConnectionDataSource dataSource = new SingleConnectionDataSource(url, true);
		try {
			return InboxDatabase.of(dataSource);
		}
		finally {
			dataSource.destroy();
		}
	}

}
