package io.github.balethon.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplicationAotProcessor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample after ahead-of-time processing, in processes of its own. Whether there is a
 * token is decided when it runs, whatever there was when it was built.
 */
@Timeout(240)
class AotTests {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final String TOKEN = "162038400:of-the-aot-tests";

	private static final Pattern EMULATOR = Pattern.compile("runs on the emulator at (http://127\\.0\\.0\\.1:\\d+)");

	@TempDir
	private Path folder;

	@Test
	void applicationThatWasBuiltWithoutATokenRunsWithOne() throws Exception {
		String processed = process("") + File.pathSeparator + classPath();
		withoutATokenItRunsOnTheEmulator(processed);
		// As in the packaged jar, which leaves out what is optional.
		withATokenItRunsOnBale(without("emulator", processed));
	}

	@Test
	void applicationThatWasBuiltWithATokenRunsWithoutOne() throws Exception {
		withoutATokenItRunsOnTheEmulator(process(TOKEN) + File.pathSeparator + classPath());
	}

	private void withoutATokenItRunsOnTheEmulator(String classPath) throws Exception {
		Path log = this.folder.resolve("emulator.log");
		Process process = start(log, classPath, "-Dspring.aot.enabled=true", SampleApplication.class.getName(),
				"--bale.token=", "--bale.emulator.port=0", "--server.port=0", database());
		try {
			Matcher address = awaitLine(process, log, EMULATOR);
			HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + "/emulator/messages"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"name\":\"Sara\",\"text\":\"/start\",\"wait\":30}"))
				.build();
			String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
			assertThat(answer).contains("سلام Sara");
		}
		finally {
			end(process);
		}
	}

	private void withATokenItRunsOnBale(String classPath) throws Exception {
		try (BaleEmulator bale = BaleEmulator.builder().token(TOKEN).build()) {
			bale.start();
			Path log = Files.createTempFile(this.folder, "bale", ".log");
			Process process = start(log, classPath, "-Dspring.aot.enabled=true", SampleApplication.class.getName(),
					"--bale.token=" + TOKEN, "--bale.base-url=" + bale.baseUrl(), "--server.port=0", database());
			try {
				awaitLine(process, log, Pattern.compile("Started SampleApplication"));
				Person sara = bale.person("Sara");
				sara.write("/add 2 3");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("5");
				sara.write("/shop");
				sara.awaitReply(LONG);
				sara.press("buy:1");
				assertThat(sara.awaitReply(LONG).text()).startsWith("شمارهٔ سفارش شما: ");
				assertThat(read(log)).contains("Bot on Bale at " + bale.baseUrl())
					.doesNotContain("runs on the emulator");
			}
			finally {
				end(process);
			}
		}
	}

	/**
	 * Does what the goal process-aot of Boot's Maven plugin does.
	 * @param token the token that is there during the build
	 * @return the class path entries that it adds
	 */
	private String process(String token) throws Exception {
		Path sources = this.folder.resolve("sources");
		Path resources = this.folder.resolve("resources");
		Path classes = this.folder.resolve("generated");
		Path log = this.folder.resolve("process.log");
		Process process = start(log, classPath(), SpringApplicationAotProcessor.class.getName(),
				SampleApplication.class.getName(), sources.toString(), resources.toString(), classes.toString(),
				"io.github.balethon", "sample-app", "--bale.token=" + token, database());
		assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(() -> read(log)).isZero();
		assertThat(resources.resolve("META-INF/native-image/io.github.balethon/sample-app/reachability-metadata.json"))
			.content()
			.contains("io.github.balethon.sample.EchoBot")
			.contains("io.github.balethon.model.Update");
		List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp",
				classes + File.pathSeparator + classPath()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
		return classes + File.pathSeparator + resources;
	}

	// One for each run, as each emulator numbers its updates from the beginning.
	private String database() throws IOException {
		return "--spring.datasource.url=jdbc:h2:async:" + Files.createTempDirectory(this.folder, "database")
				+ "/bot;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
	}

	// Without the tests and their libraries, which the application does not have.
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.endsWith("test-classes") && !entry.endsWith(".t/test"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String without(String part, String classPath) {
		return Arrays.stream(classPath.split(File.pathSeparator))
			.filter((entry) -> !entry.contains(part))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Process start(Path log, String classPath, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", classPath));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().remove("BALE_TOKEN");
		return builder.start();
	}

	private static Matcher awaitLine(Process process, Path log, Pattern line) {
		Matcher[] found = new Matcher[1];
		Awaitility.await().atMost(LONG).until(() -> {
			boolean ended = !process.isAlive();
			found[0] = line.matcher(read(log));
			boolean there = found[0].find();
			assertThat(ended && !there).as(() -> read(log)).isFalse();
			return there;
		});
		return found[0];
	}

	private static void end(Process process) throws InterruptedException {
		process.destroy();
		if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
			process.destroyForcibly().waitFor();
		}
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
