package io.github.balethon.sample;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Java code on a page of the documentation. Code with imports is a complete example and
 * is compiled. Any other code is a part of a class of this module, apart from its layout,
 * or of a module that this one does not depend on.
 */
final class DocumentedCode {

	private static final Pattern TYPE = Pattern
		.compile("^(?:public )?(?:class|@interface|record|enum|interface) (\\w+)", Pattern.MULTILINE);

	private DocumentedCode() {
	}

	/**
	 * Asserts that all Java code of a page compiles.
	 * @param page the page
	 * @param output the directory for compiled classes
	 */
	static void assertCompiled(Path page, Path output) {
		List<String> sources = sources();
		for (String block : blocks(page, "java")) {
			if (block.startsWith("import ")) {
				assertCompiles(block, output);
			}
			else {
				assertThat(sources).as("sources with %s", block)
					.anyMatch((source) -> source.contains(withoutLayout(block)));
			}
		}
	}

	/**
	 * Returns the code blocks of a page.
	 * @param page the page
	 * @param language the language of the blocks
	 * @return the blocks
	 */
	static List<String> blocks(Path page, String language) {
		return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
			.matcher(read(page))
			.results()
			.map((MatchResult block) -> block.group(1))
			.toList();
	}

	private static void assertCompiles(String block, Path output) {
		Matcher type = TYPE.matcher(block);
		assertThat(type.find()).as("type in %s", block).isTrue();
		JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + type.group(1) + ".java"),
				JavaFileObject.Kind.SOURCE) {

			@Override
			public CharSequence getCharContent(boolean ignoreEncodingErrors) {
				return block;
			}

		};
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter errors = new StringWriter();
		boolean compiled = compiler.getTask(errors, null, null, List.of("-proc:none", "-parameters", "-d",
				output.toString(), "-classpath", System.getProperty("java.class.path")), null, List.of(file))
			.call();
		assertThat(compiled).as("%s%n%s", errors, block).isTrue();
	}

	private static List<String> sources() {
		return Stream.of("src", "../balethon-spring-boot-starter-test/src/test", "../balethon-spring-security/src/test")
			.map(Path::of)
			.flatMap((folder) -> sources(folder).stream())
			.toList();
	}

	private static List<String> sources(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map((file) -> withoutLayout(read(file)))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String withoutLayout(String code) {
		return code.replaceAll("\\s+", " ").strip();
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
