package io.github.balethon.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BaleEmulatorMainTests {

	private final HttpClient http = HttpClient.newHttpClient();

	@Test
	void argumentsConfigureTheEmulator() {
		assertThat(BaleEmulatorMain.emulator("--port=0", "--token=5:x", "--username=bot").token()).isEqualTo("5:x");
		assertThat(BaleEmulatorMain.emulator().token()).startsWith("162038400:");
		assertThatIllegalArgumentException().isThrownBy(() -> BaleEmulatorMain.emulator("--port=x"))
			.withMessageContaining("'x'");
		assertThatIllegalArgumentException().isThrownBy(() -> BaleEmulatorMain.emulator("help"))
			.withMessageContaining("--port=NUMBER");
	}

	@Test
	void generatedTokenIsPrinted() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), BaleEmulatorMain.class.getName())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			BufferedReader output = output(process);
			String address = lastWord(output, "The Bale emulator listens on ");
			String token = lastWord(output, "The bot's token is ");
			assertThat(post(address + "/bot" + token + "/getMe", "{}")).contains("demo_bale_bot");
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void pendingUpdatesSurviveARestartOfTheBot() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), BaleEmulatorMain.class.getName(), "--token=5:x")
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			String address = lastWord(output(process), "The Bale emulator listens on ");
			post(address + "/emulator/messages", "{\"text\":\"hello\"}");
			// Two bots one after the other: the first goes without a confirmation.
			assertThat(post(address + "/bot5:x/getUpdates", "{}")).contains("hello");
			assertThat(post(address + "/bot5:x/getUpdates", "{\"offset\":1}")).contains("hello");
			process.destroy();
			process.waitFor();
		}
		finally {
			process.destroyForcibly();
		}
	}

	private BufferedReader output(Process process) {
		return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	private String lastWord(BufferedReader output, String start) throws IOException {
		String line = output.readLine();
		while (line != null && !line.startsWith(start)) {
			line = output.readLine();
		}
		assertThat(line).isNotNull();
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
