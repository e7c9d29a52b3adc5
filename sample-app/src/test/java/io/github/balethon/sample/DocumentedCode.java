package io.github.balethon.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the code on a page to code that is compiled.
 */
final class DocumentedCode {

	private static final Path TESTS = Path.of("src/test/java/io/github/balethon/sample");

	private DocumentedCode() {
	}

	/**
	 * Asserts that all Java code of a page is in a source of the tests, but for layout.
	 * @param page the page
	 * @param testClass the simple name of the test
	 */
	static void assertCompiled(Path page, String testClass) {
		String source = withoutLayout(read(TESTS.resolve(testClass + ".java")));
		List<String> blocks = Pattern.compile("^```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
			.matcher(read(page))
			.results()
			.map((MatchResult block) -> withoutLayout(block.group(1)))
			.toList();
		assertThat(blocks).isNotEmpty().allSatisfy((block) -> assertThat(source).contains(block));
	}

	private static String withoutLayout(String code) {
		return code.replaceAll("\\s+", " ").strip();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
