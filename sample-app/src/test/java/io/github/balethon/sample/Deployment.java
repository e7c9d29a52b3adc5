package io.github.balethon.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of the folder {@code deploy}.
 */
final class Deployment {

	static final Path FOLDER = Path.of("../deploy");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private Deployment() {
	}

	/**
	 * Returns the only document of a file, in which no key may occur twice.
	 * @param file the file, relative to the folder
	 * @return the document
	 */
	static JsonNode yaml(String file) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		Map<?, ?> content = new Yaml(options).load(DocumentedCode.read(FOLDER.resolve(file)));
		return JSON.valueToTree(content);
	}

	static JsonNode dashboard() {
		return JSON.readTree(DocumentedCode.read(FOLDER.resolve("grafana/dashboards/bot.json")));
	}

	static List<String> lines(String file) {
		return DocumentedCode.read(FOLDER.resolve(file)).lines().toList();
	}

	static List<Path> files(String ending) {
		try (Stream<Path> files = Files.walk(FOLDER)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the instructions of the Dockerfile, without comments, each in one line.
	 * @return the instructions
	 */
	static List<String> dockerfile() {
		List<String> instructions = new ArrayList<>();
		StringBuilder instruction = new StringBuilder();
		for (String line : lines("Dockerfile")) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			boolean continued = line.endsWith("\\");
			instruction.append(continued ? line.substring(0, line.length() - 1) : line);
			if (!continued) {
				instructions.add(instruction.toString());
				instruction.setLength(0);
			}
		}
		return instructions;
	}

	static List<String> dockerfile(String instruction) {
		return dockerfile().stream()
			.filter((line) -> line.startsWith(instruction + " "))
			.map((line) -> line.substring(instruction.length()).strip())
			.toList();
	}

}
