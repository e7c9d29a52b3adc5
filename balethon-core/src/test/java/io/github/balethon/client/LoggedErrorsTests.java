package io.github.balethon.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages of exceptions may hold what users wrote, so none is logged as it is.
 */
class LoggedErrorsTests {

	private static final String SOURCES = "src/main/java";

	private static final List<Path> MODULES = List.of(Path.of(""), Path.of("..", "balethon-spring-boot-autoconfigure"),
			Path.of("..", "balethon-kafka"), Path.of("..", "balethon-spring-security"));

	private static final Pattern LOG_ENTRY = Pattern.compile("logger\\s*\\.(trace|debug|info|warn|error)\\(.*?\\);",
			Pattern.DOTALL);

	private static final Pattern LITERAL = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

	private static final Pattern ESCAPED = Pattern.compile("LogText\\.escape\\((String\\.valueOf\\()?[\\w.()]+");

	private static final Pattern FOREIGN = Pattern
		.compile("getMessage\\(|(?<!logger\\.)\\b(ex|error|failure|problem|cause)\\b"
				+ "(?!\\.getClass\\(\\)| [!=]= null| instanceof)");

	@ParameterizedTest
	@FieldSource("MODULES")
	void errorsAreEscapedWhereverTheyAreLogged(Path module) throws IOException {
		Path sources = module.resolve(SOURCES);
		assertThat(sources).isDirectory();
		try (Stream<Path> files = Files.walk(sources)) {
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
