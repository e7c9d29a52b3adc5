package io.github.balethon.emulator.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * Client libraries of Node.js, which npm installs in the folder target. Without Node.js,
 * npm or its registry the tests are skipped.
 */
abstract class AbstractNodeClientTests extends AbstractForeignClientTests {

	private static final Path SOURCES = Path.of("src", "test", "node");

	private static final Path FOLDER = Path.of("target", "node");

	private static final int INSTALL_SECONDS = 90;

	private final String script;

	AbstractNodeClientTests(String script) {
		this.script = script;
	}

	@Override
	AutoCloseable startBot() throws IOException, InterruptedException {
		install();
		Path log = FOLDER.resolve(this.script + ".log");
		Process bot = start(log, "node", this.script, this.emulator.baseUrl().toString(), TOKEN,
				Base64.getEncoder().encodeToString(PIXEL), WALLET);
		this.emulator.calls().await("getUpdates", 1, Duration.ofSeconds(60));
		return () -> {
			bot.destroy();
			bot.waitFor(10, TimeUnit.SECONDS);
		};
	}

	private static synchronized void install() throws IOException, InterruptedException {
		Files.createDirectories(FOLDER);
		try (var sources = Files.list(SOURCES)) {
			for (Path source : sources.toList()) {
				Files.write(FOLDER.resolve(source.getFileName()), Files.readAllBytes(source));
			}
		}
		if (Files.isDirectory(FOLDER.resolve("node_modules").resolve("telegraf"))) {
			return;
		}
		Path log = FOLDER.resolve("npm.log");
		Process npm = null;
		try {
			npm = start(log, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0");
		}
		catch (IOException ex) {
			Assumptions.abort("The tests of Node.js libraries need node and npm.");
		}
		boolean installed = npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) && npm.exitValue() == 0;
		npm.destroy();
		Assumptions.assumeTrue(installed, "npm could not install grammY and telegraf, see " + log + ".");
	}

	private static Process start(Path log, String... command) throws IOException {
		ProcessBuilder process = new ProcessBuilder(List.of(command)).directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		return process.start();
	}

}
