package io.github.balethon.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages of exceptions may hold what users wrote, so none is logged as it is.
 */
class LoggedErrorsTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern LOG_ENTRY = Pattern.compile("logger\\s*\\.(trace|debug|info|warn|error)\\(.*?\\);",
			Pattern.DOTALL);

	private static final Pattern LITERAL = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

	private static final Pattern ESCAPED = Pattern.compile("LogText\\.escape\\((String\\.valueOf\\()?[\\w.()]+");

	private static final Pattern FOREIGN = Pattern
		.compile("getMessage\\(|(?<!logger\\.)\\b(ex|error|failure|problem|cause)\\b"
				+ "(?!\\.getClass\\(\\)| [!=]= null| instanceof)");

	@Test
	void errorsAreEscapedWhereverTheyAreLogged() throws IOException {
		assertThat(SOURCES).isDirectory();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			List<String> unescaped = files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap(LoggedErrorsTests::unescaped)
				.toList();
			assertThat(unescaped).isEmpty();
		}
	}

	private static Stream<String> unescaped(Path file) {
		try {
			return LOG_ENTRY.matcher(Files.readString(file))
				.results()
				.map((entry) -> LITERAL.matcher(entry.group()).replaceAll("\"\""))
				.filter((entry) -> FOREIGN.matcher(ESCAPED.matcher(entry).replaceAll("")).find())
				.map((entry) -> file.getFileName() + ": " + entry);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
