package io.github.balethon.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.test.AutoConfigureBaleEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verifies the README in both languages: its code is that of the sample, its commands
 * work, its links and evidence exist.
 */
@Timeout(60)
@ParameterizedClass
@ValueSource(strings = { "README.md", "README.fa.md" })
@SpringBootTest
@AutoConfigureBaleEmulator
class ReadmeTests {

	private static final Path ROOT = Path.of("..");

	private final String readme;

	@Autowired
	private BaleEmulator emulator;

	ReadmeTests(String file) {
		this.readme = read(ROOT.resolve(file));
	}

	@Test
	void codeIsCompiledAndTested() throws IOException {
		List<String> sources;
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			sources = files.filter((file) -> file.toString().endsWith(".java"))
				.map((file) -> withoutLayout(read(file)))
				.toList();
		}
		assertThat(blocks("java")).singleElement()
			.satisfies((block) -> assertThat(sources).anyMatch((source) -> source.contains(withoutLayout(block))));
	}

	@Test
	void curlLineIsAnswered() throws IOException, InterruptedException {
		Matcher line = Pattern.compile("curl -H '(.+): (.+)' -d '(.+)' (http\\S+)").matcher(this.readme);
		assertThat(line.find()).isTrue();
		URI documented = URI.create(line.group(4));
		assertThat(keys(read(Path.of("src/main/resources/application.yml")))).containsEntry("bale.emulator.port",
				documented.getPort());
		HttpRequest request = HttpRequest.newBuilder(this.emulator.baseUrl().resolve(documented.getPath()))
			.header(line.group(1), line.group(2))
			.POST(BodyPublishers.ofString(line.group(3)))
			.build();
		HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
		assertThat(answer.body()).contains("سلام Sara");
	}

	@Test
	void testCommandIsTheOneOfTheContinuousIntegration() {
		assertThat(blocks("shell")).contains("mvn verify\n");
		assertThat(read(ROOT.resolve(".ci/run"))).contains("\tmvn verify ");
	}

	@Test
	void runCommandIsTheSameEverywhere() {
		String command = "mvn -pl sample-app -am compile spring-boot:run";
		assertThat(blocks("shell")).contains(command + "\n");
		assertThat(read(ROOT.resolve("CONTRIBUTING.md"))).contains(command);
	}

	@Test
	void coordinatesAreThoseOfTheBuild() {
		String version = find("<version>(.+?)</version>", read(ROOT.resolve("pom.xml")));
		assertThat(blocks("xml")).singleElement()
			.satisfies((block) -> assertThat(block).contains("<artifactId>balethon-spring-boot-starter</artifactId>")
				.contains("<version>" + version + "</version>"));
		assertThat(this.readme)
			.contains("Spring Boot " + find("<spring-boot.version>(\\d+\\.\\d+)", read(ROOT.resolve("pom.xml"))));
	}

	@Test
	void keysInExamplesExist() throws IOException {
		List<Object> properties = properties();
		assertThat(blocks("yaml")).isNotEmpty()
			.allSatisfy((block) -> assertThat(keys(block).keySet()).isSubsetOf(properties));
	}

	@Test
	void isReadInOneSitting() {
		assertThat(this.readme.lines()).hasSizeLessThanOrEqualTo(180);
	}

	@Test
	void testsThatAreNamedAsEvidenceExist() throws IOException {
		List<String> tests;
		try (Stream<Path> files = Files.walk(ROOT)) {
			tests = files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith("Tests.java"))
				.map((name) -> name.substring(0, name.length() - ".java".length()))
				.toList();
		}
		assertThat(Pattern.compile("`(\\w+Tests)`").matcher(this.readme).results().map((test) -> test.group(1)))
			.isNotEmpty()
			.isSubsetOf(tests);
	}

	@Test
	void linksLeadSomewhere() {
		assertThat(Pattern.compile("]\\((?!http)([^)#]+)").matcher(this.readme).results()).isNotEmpty()
			.allSatisfy((link) -> assertThat(ROOT.resolve(link.group(1))).exists());
	}

	private static List<Object> properties() throws IOException {
		List<Object> names = new ArrayList<>();
		for (URL metadata : Collections
			.list(ReadmeTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream file = metadata.openStream()) {
				JsonMapper.builder()
					.build()
					.readTree(file)
					.get("properties")
					.forEach((property) -> names.add(property.get("name").asString()));
			}
		}
		return names;
	}

	private static Map<Object, Object> keys(String yaml) {
		YamlPropertiesFactoryBean factory = new YamlPropertiesFactoryBean();
		factory.setResources(new ByteArrayResource(yaml.getBytes()));
		return factory.getObject();
	}

	private List<String> blocks(String language) {
		return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
			.matcher(this.readme)
			.results()
			.map((MatchResult block) -> block.group(1))
			.toList();
	}

	private static String find(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
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
