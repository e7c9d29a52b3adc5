package io.github.balethon.emulator.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmulatorAppTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void helpListsTheOptions() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).startsWith("Usage: java -jar").contains("--port PORT");
		assertThat(this.err.size()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--verbose                       | Unknown option '--verbose'. --help lists the options.
			--port 0 --token secret         | A bot token consists of digits, a colon and a secret
			--port 0 --username @bot        | must not be blank or start with @
			--port 0 --token 1:a --token 1:b | Two bots of one emulator must not have the same ID 1
			--port 0 --address 192.0.2.1    | the address is not one of this machine
			""")
	void errorsAreSentences(String arguments, String words) {
		assertThat(run(arguments.split(" "))).isEqualTo(2);
		assertThat(errors()).contains(words).doesNotContain("\tat ");
	}

	@Test
	void portInUseIsAnError() throws Exception {
		try (ServerSocket other = new ServerSocket(0)) {
			assertThat(run("--port", Integer.toString(other.getLocalPort()))).isEqualTo(2);
			assertThat(errors()).contains("the port is in use").doesNotContain("\tat ");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                  | must contain a JSON list of faults
			[                                   | is not valid JSON
			[{"kind":"hang"},{"kind":"magic"}]  | The fault 2 in
			""")
	void invalidFaultsAreExplained(String json, String words, @TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("faults.json"), json);
		assertThat(run("--port", "0", "--faults", file.toString())).isEqualTo(2);
		assertThat(errors()).contains(words).doesNotContain("\tat ");
	}

	private int run(String... arguments) {
		return EmulatorApp.run(stream(this.out), stream(this.err), arguments);
	}

	private String errors() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

	private PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

}
