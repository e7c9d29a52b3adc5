package io.github.balethon.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the table of the control API in the documentation with the routes.
 */
class ControlApiTableTests {

	private static final Pattern ROW = Pattern.compile("^\\| `((?:GET|POST|DELETE) /emulator/[^`]+)` \\|([^|]*)\\|",
			Pattern.MULTILINE);

	@Test
	void tableListsAllRoutesAndFields() throws IOException {
		Map<String, List<String>> documented = new TreeMap<>();
		ROW.matcher(Files.readString(Path.of("../docs/emulator.md")))
			.results()
			.forEach((row) -> documented.put(row.group(1), names(row.group(2))));
		assertThat(BaleEmulator.builder().build().controlRoutes()).isEqualTo(documented);
	}

	private List<String> names(String fields) {
		return Pattern.compile("`(\\w+)`").matcher(fields).results().map((MatchResult name) -> name.group(1)).toList();
	}

}
