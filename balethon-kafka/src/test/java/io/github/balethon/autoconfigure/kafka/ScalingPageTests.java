package io.github.balethon.autoconfigure.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@code docs/scaling.md} with the metadata of the properties and the meters.
 */
class ScalingPageTests {

	private final List<String> page = read();

	private static List<String> read() {
		try {
			return Files.readAllLines(Path.of("../docs/scaling.md"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void tableContainsEveryPropertyAndNoOther() throws IOException {
		List<String> rows = new ArrayList<>();
		try (InputStream file = getClass().getClassLoader()
			.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
			for (JsonNode property : JsonMapper.builder().build().readTree(file).get("properties")) {
				String standard = property.has("defaultValue") ? "`" + property.get("defaultValue").asString() + "` "
						: "";
				rows.add("| `" + property.get("name").asString() + "` | " + property.get("description").asString()
						+ " | " + standard + "|");
			}
		}
		assertThat(this.page).filteredOn((line) -> line.startsWith("| `bale.inbox.kafka."))
			.containsExactlyInAnyOrderElementsOf(rows);
	}

	@Test
	void tableContainsEveryMeter() {
		for (BaleKafkaMeters meter : BaleKafkaMeters.values()) {
			assertThat(this.page).anyMatch((line) -> line.startsWith("| `" + meter.getName() + "` |"));
		}
	}

}
