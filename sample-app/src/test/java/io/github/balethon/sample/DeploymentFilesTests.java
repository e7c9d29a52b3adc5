package io.github.balethon.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files of the folder {@code deploy} are well-formed and agree with each other.
 */
@Timeout(60)
class DeploymentFilesTests {

	private static final Set<String> INSTRUCTIONS = Set.of("FROM", "RUN", "WORKDIR", "COPY", "USER", "EXPOSE", "ENV",
			"ENTRYPOINT");

	// Those of Boot's tools, in the order in which they change.
	private static final List<String> LAYERS = List.of("dependencies", "spring-boot-loader", "snapshot-dependencies",
			"application");

	@ParameterizedTest
	@MethodSource("yamlFiles")
	void fileIsWellFormed(Path file) {
		assertThat(Deployment.yaml(Deployment.FOLDER.relativize(file).toString()).isObject()).isTrue();
	}

	private static List<Path> yamlFiles() {
		return Stream.concat(Deployment.files(".yml").stream(), Deployment.files(".yaml").stream()).toList();
	}

	@Test
	void imageConsistsOfTheLayersOfTheJar() throws IOException {
		assertThat(Deployment.dockerfile()).allSatisfy(
				(instruction) -> assertThat(INSTRUCTIONS).contains(instruction.substring(0, instruction.indexOf(' '))));
		String version = Pattern.compile("<version>(.*?)</version>")
			.matcher(Files.readString(Path.of("pom.xml")))
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
		List<String> copies = Deployment.dockerfile("COPY");
		assertThat(copies.get(0)).isEqualTo("sample-app/target/sample-app-" + version + ".jar application.jar");
		assertThat(copies.subList(1, copies.size())).containsExactlyElementsOf(
				LAYERS.stream().map((layer) -> "--from=build /build/layers/" + layer + "/ ./").toList());
		assertThat(Deployment.dockerfile("RUN").get(0)).contains("-jar application.jar")
			.endsWith("extract --layers --destination layers");
	}

	@Test
	void processOfTheImageIsTheJvmOfAUserWithoutRights() {
		List<String> instructions = Deployment.dockerfile();
		String user = Deployment.dockerfile("USER").get(0);
		assertThat(user).matches("[1-9]\\d{4}");
		assertThat(instructions.get(2 + instructions.lastIndexOf("USER " + user))).startsWith("ENV ");
		assertThat(Deployment.dockerfile("RUN")).anyMatch((command) -> command.contains("--uid " + user + " "));
		List<String> command = new ArrayList<>();
		JsonMapper.builder()
			.build()
			.readTree(Deployment.dockerfile("ENTRYPOINT").get(0))
			.forEach((argument) -> command.add(argument.asString()));
		assertThat(command).startsWith("java")
			.endsWith("-jar", "application.jar")
			.contains("-XX:+ExitOnOutOfMemoryError");
		// The cache belongs to the JDK that runs the application, which knows it since
		// version 25.
		assertThat(Deployment.dockerfile("FROM")).hasSize(2)
			.allMatch((image) -> image.startsWith("eclipse-temurin:25-jre"));
		String cache = option(command, "-XX:AOTCache=");
		assertThat(option(List.of(Deployment.dockerfile("RUN").get(2).split(" ")), "-XX:AOTCacheOutput="))
			.isEqualTo(cache);
	}

	private static String option(List<String> command, String name) {
		return command.stream()
			.filter((argument) -> argument.startsWith(name))
			.map((argument) -> argument.substring(name.length()))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void servicesOfComposeAreComplete() {
		JsonNode compose = Deployment.yaml("compose.yaml");
		JsonNode services = compose.get("services");
		for (JsonNode service : services) {
			service.path("secrets")
				.forEach((secret) -> assertThat(compose.get("secrets").has(secret.asString())).isTrue());
			service.path("depends_on")
				.properties()
				.forEach((other) -> assertThat(services.get(other.getKey()).has("healthcheck")).isTrue());
			service.path("volumes").forEach((volume) -> {
				String source = volume.asString().substring(0, volume.asString().indexOf(':'));
				boolean file = source.startsWith(".");
				assertThat(file ? Files.isDirectory(Deployment.FOLDER.resolve(source))
						: compose.get("volumes").has(source))
					.as(source)
					.isTrue();
			});
			// Nothing but the loopback address is open.
			service.path("ports").forEach((port) -> assertThat(port.asString()).startsWith("127.0.0.1:"));
			assertThat(service.at("/image").asString("built")).doesNotEndWith("latest");
		}
		Path dockerfile = Deployment.FOLDER.resolve(services.at("/bot/build/context").asString())
			.resolve(services.at("/bot/build/dockerfile").asString());
		assertThat(dockerfile).exists();
		// Secrets are in files that Git ignores.
		assertThat(Deployment.lines(".gitignore"))
			.containsAll(compose.get("secrets").valueStream().map((secret) -> secret.get("file").asString()).toList());
	}

	@Test
	void partsReachEachOther() {
		JsonNode services = Deployment.yaml("compose.yaml").get("services");
		String port = Deployment.dockerfile("EXPOSE").get(0);
		assertThat(Deployment.yaml("prometheus/prometheus.yml")
			.at("/scrape_configs/0/static_configs/0/targets/0")
			.asString()).isEqualTo("bot:" + port);
		assertThat(Deployment.yaml("prometheus/prometheus.yml").at("/rule_files/0").asString()).isEqualTo("alerts.yml");
		JsonNode source = Deployment.yaml("grafana/provisioning/datasources/prometheus.yml").at("/datasources/0");
		assertThat(services.has("prometheus")).isTrue();
		assertThat(source.get("url").asString()).isEqualTo("http://prometheus:9090");
		String dashboards = Deployment.yaml("grafana/provisioning/dashboards/bot.yml")
			.at("/providers/0/options/path")
			.asString();
		assertThat(services.at("/grafana/volumes").toString()).contains("./grafana/dashboards:" + dashboards + ":ro");
		JsonNode pod = Deployment.yaml("kubernetes/bot.yaml").at("/spec/template");
		assertThat(pod.at("/spec/containers/0/ports/0/containerPort").asString()).isEqualTo(port);
		assertThat(pod.at("/metadata/annotations").get("prometheus.io/port").asString()).isEqualTo(port);
	}

	@Test
	void manifestOfKubernetesIsConsistent() {
		JsonNode deployment = Deployment.yaml("kubernetes/bot.yaml");
		JsonNode pod = deployment.at("/spec/template");
		assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(pod.at("/metadata/labels"));
		JsonNode container = pod.at("/spec/containers/0");
		for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
			assertThat(container.at("/" + probe + "/httpGet/port").asString())
				.isEqualTo(container.at("/ports/0/name").asString());
		}
		assertThat(pod.at("/spec/volumes").valueStream().map((volume) -> volume.get("name").asString()))
			.containsExactlyElementsOf(
					container.get("volumeMounts").valueStream().map((mount) -> mount.get("name").asString()).toList());
		assertThat(pod.at("/spec/securityContext/runAsUser").asString())
			.isEqualTo(Deployment.dockerfile("USER").get(0));
		assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
		String secrets = container.get("env")
			.valueStream()
			.filter((variable) -> variable.get("name").asString().equals("SPRING_CONFIG_IMPORT"))
			.map((variable) -> variable.get("value").asString())
			.findFirst()
			.orElseThrow();
		assertThat(secrets).isEqualTo("configtree:" + container.at("/volumeMounts/0/mountPath").asString() + "/");
	}

	@Test
	void panelsDoNotOverlap() {
		Set<Integer> identifiers = new HashSet<>();
		Set<List<Integer>> cells = new HashSet<>();
		for (JsonNode panel : Deployment.dashboard().get("panels")) {
			assertThat(identifiers.add(panel.get("id").asInt())).isTrue();
			JsonNode place = panel.get("gridPos");
			assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
			for (int x = 0; x < place.get("w").asInt(); x++) {
				for (int y = 0; y < place.get("h").asInt(); y++) {
					assertThat(cells.add(List.of(place.get("x").asInt() + x, place.get("y").asInt() + y)))
						.as(panel.get("title").asString())
						.isTrue();
				}
			}
			if (!panel.get("type").asString().equals("row")) {
				assertThat(panel.get("description").asString()).endsWith(".");
			}
		}
	}

	@Test
	void alertsSayWhatToDo() {
		Set<String> names = new HashSet<>();
		for (JsonNode rule : Deployment.yaml("prometheus/alerts.yml").at("/groups/0/rules")) {
			assertThat(names.add(rule.get("alert").asString())).isTrue();
			assertThat(rule.at("/labels/severity").asString()).isIn("critical", "warning");
			assertThat(rule.at("/annotations/summary").asString()).isNotBlank();
			assertThat(rule.at("/annotations/description").asString()).endsWith(".");
		}
	}

	@Test
	void systemdAcceptsTheUnit(@TempDir Path folder) throws Exception {
		// The program need not be installed here.
		String unit = Files.readString(Deployment.FOLDER.resolve("systemd/bot.service"))
			.replace("/usr/bin/java", Path.of(System.getProperty("java.home"), "bin/java").toString());
		assertAccepted("systemd-analyze", "verify", Files.writeString(folder.resolve("bot.service"), unit).toString());
	}

	@Test
	void prometheusAcceptsTheRules() throws Exception {
		assertAccepted("promtool", "check", "rules", Deployment.FOLDER.resolve("prometheus/alerts.yml").toString());
	}

	private static void assertAccepted(String... command) throws Exception {
		boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, command[0])));
		Assumptions.assumeTrue(installed, () -> command[0] + " is not installed");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(output).isZero();
		assertThat(output).doesNotContainIgnoringCase("unknown").doesNotContain("Failed");
	}

}
