package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page of {@code docs} with generated tables. Each of them stands between
 * {@code <!-- table: name -->} and {@code <!-- end -->}. With {@code -Ddocs.update=true}
 * the page is rewritten instead of compared.
 */
final class DocumentationPage {

	private static final Pattern TABLE = Pattern.compile("<!-- table: (\\S+) -->\n(.*?)<!-- end -->", Pattern.DOTALL);

	private final Path file;

	DocumentationPage(String name) {
		this.file = Path.of("../docs", name);
	}

	String text() {
		return read(this.file);
	}

	/**
	 * Returns the names of the generated tables.
	 * @return the names, in the order of the page
	 */
	List<String> tables() {
		return TABLE.matcher(text()).results().map((MatchResult table) -> table.group(1)).toList();
	}

	/**
	 * Asserts that a table of the page is up to date, or updates it.
	 * @param name the name of the table
	 * @param rows the header and the rows, without the separator between them
	 */
	void assertTable(String name, List<List<String>> rows) {
		String expected = markdown(rows);
		MatchResult table = TABLE.matcher(text())
			.results()
			.filter((candidate) -> candidate.group(1).equals(name))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No table '" + name + "' in " + this.file));
		if (Boolean.getBoolean("docs.update")) {
			write(this.file, text().substring(0, table.start(2)) + expected + text().substring(table.end(2)));
			return;
		}
		assertThat(table.group(2)).as("table '%s' in %s, which -Ddocs.update=true updates", name, this.file)
			.isEqualTo(expected);
	}

	private static String markdown(List<List<String>> rows) {
		StringBuilder markdown = new StringBuilder();
		for (List<String> row : rows) {
			markdown.append(row(row.stream().map((cell) -> cell.replace("|", "&#124;")).toList()));
			if (row == rows.get(0)) {
				markdown.append(row(row.stream().map((cell) -> "---").toList()));
			}
		}
		return markdown.toString();
	}

	private static String row(List<String> cells) {
		return "| " + String.join(" | ", cells) + " |\n";
	}

	/**
	 * Returns the description of a constant, from its Javadoc.
	 * @param constant the constant of a public enum of this project
	 * @return the description in Markdown
	 */
	static String javadoc(Enum<?> constant) {
		Class<?> type = constant.getDeclaringClass();
		while (type.getEnclosingClass() != null) {
			type = type.getEnclosingClass();
		}
		String path = "src/main/java/" + type.getName().replace('.', '/') + ".java";
		String source = read(Path.of("../balethon-core", path).toFile().exists() ? Path.of("../balethon-core", path)
				: Path.of(path));
		source = source.substring(source.indexOf(" enum " + constant.getDeclaringClass().getSimpleName() + " "));
		MatchResult comment = Pattern
			.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+" + constant.name() + "\\b", Pattern.DOTALL)
			.matcher(source)
			.results()
			.findFirst()
			.orElseThrow(() -> new AssertionError("No Javadoc of " + constant));
		return comment.group(1)
			.replaceAll("\\s*\n\\s*\\* ?", " ")
			.replaceAll("\\{@code ([^}]*)}", "`$1`")
			.replaceAll("\\{@link \\S+ ([^}]*)}", "$1")
			.strip();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
