package io.github.balethon.emulator.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Runs the packaged jar as a process, as its users do.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EmulatorJarTests {

	private static final String ADDRESS = "The Bale emulator listens on ";

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void terminate() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void jarServesABotWithAGeneratedToken() throws Exception {
		BufferedReader output = start("--port=0").inputReader();
		String address = lastWord(output, ADDRESS);
		String token = lastWord(output, "The bot's token is ");
		assertThat(post(address + "/bot" + token + "/getMe", "{}")).contains("demo_bale_bot");
		assertThat(post(address + "/emulator/messages", "{\"text\":\"hello\"}")).contains("\"update_id\":1");
		// Two bots one after the other: the first goes without a confirmation.
		assertThat(post(address + "/bot" + token + "/getUpdates", "{}")).contains("hello");
		assertThat(post(address + "/bot" + token + "/getUpdates", "{\"offset\":1}")).contains("hello");
	}

	@Test
	void jarServesSeveralBotsOfAForeignKindWithFaults(@TempDir Path folder) throws Exception {
		Path faults = Files.writeString(folder.resolve("faults.json"),
				"[{\"method\":\"getMe\",\"kind\":\"status\",\"code\":502,\"times\":1}]");
		BufferedReader output = start("--port", "0", "--address", "127.0.0.1", "--token", "1:a", "--token", "2:b",
				"--username", "second_bot", "--preset", "telegram", "--faults", faults.toString())
			.inputReader();
		String address = lastWord(output, ADDRESS);
		assertThat(lastWord(output, "The chat page is at ")).isEqualTo(address + "/");
		assertThat(lastWord(output, "The chat page is at ")).isEqualTo(address + "/2/");
		assertThat(post(address + "/bot1:a/getMe", "{}")).contains("502");
		assertThat(post(address + "/bot1:a/getMe", "{}")).contains("\"id\":1");
		assertThat(post(address + "/bot2:b/getMe", "{}")).contains("502");
		assertThat(post(address + "/bot2:b/getMe", "{}")).contains("second_bot");
		assertThat(post(address + "/bot1:wrong/getMe", "{}")).contains("401");
	}

	@Test
	void chatsSurviveACrash(@TempDir Path folder) throws Exception {
		Process first = start("--port=0", "--token=5:x", "--data", folder.toString());
		post(lastWord(first.inputReader(), ADDRESS) + "/emulator/messages", "{\"text\":\"hello\"}");
		Path state = folder.resolve("5/state.json");
		await().until(() -> Files.exists(state) && Files.readString(state).contains("hello"));
		first.destroyForcibly().waitFor();
		BufferedReader output = start("--port=0", "--token=5:x", "--data", folder.toString()).inputReader();
		assertThat(post(lastWord(output, ADDRESS) + "/bot5:x/getUpdates", "{}")).contains("hello");
	}

	@Test
	void damagedDataExitWithACode(@TempDir Path folder) throws Exception {
		Files.createDirectories(folder.resolve("5"));
		Path state = Files.writeString(folder.resolve("5/state.json"), "{");
		Process process = start("--port=0", "--token=5:x", "--data", folder.toString());
		assertThat(process.waitFor()).isEqualTo(2);
		assertThat(process.errorReader().lines()).singleElement()
			.asString()
			.startsWith("The file " + state + " is damaged.");
	}

	@Test
	void invalidOptionExitsWithACode() throws Exception {
		Process process = start("--port=x");
		assertThat(process.waitFor()).isEqualTo(2);
		assertThat(process.errorReader().readLine()).isEqualTo("The port must be between 0 and 65535, but is 'x'.");
		assertThat(process.errorReader().readLine()).isNull();
	}

	private Process start(String... options) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-jar", System.getProperty("emulator.jar")));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).start();
		this.processes.add(process);
		return process;
	}

	private String lastWord(BufferedReader output, String start) throws IOException {
		String line = output.readLine();
		while (line != null && !line.startsWith(start)) {
			line = output.readLine();
		}
		assertThat(line).as(start).isNotNull();
		return line.substring(line.lastIndexOf(' ') + 1);
	}

	private String post(String address, String json) throws Exception {
		return this.http
			.send(HttpRequest.newBuilder(URI.create(address))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(json))
				.build(), BodyHandlers.ofString())
			.body();
	}

}
