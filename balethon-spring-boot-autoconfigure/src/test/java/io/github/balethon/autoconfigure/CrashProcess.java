package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process with a bot, such as a {@link CrashBot}.
 */
final class CrashProcess {

	private final Process process;

	private CrashProcess(Process process) {
		this.process = process;
	}

	static CrashProcess start(String token, String baseUrl, String databaseUrl, Path log) throws IOException {
		return start(CrashBot.class, token, baseUrl, databaseUrl, log);
	}

	static CrashProcess start(Class<?> bot, String token, String baseUrl, String databaseUrl, Path log)
			throws IOException {
		return start(bot, token, baseUrl, databaseUrl, log, List.of("--spring.main.web-application-type=none"));
	}

	static CrashProcess startWithWebhook(String token, String baseUrl, String databaseUrl, Path log, int port)
			throws IOException {
		return start(CrashBot.class, token, baseUrl, databaseUrl, log,
				List.of("--spring.main.web-application-type=servlet", "--server.port=" + port,
						"--bale.transport=webhook", "--bale.webhook.loopback=true"));
	}

	private static CrashProcess start(Class<?> bot, String token, String baseUrl, String databaseUrl, Path log,
			List<String> more) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						// They live for seconds only.
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
						System.getProperty("java.class.path"), bot.getName()));
		command.addAll(
				List.of("--bale.token=" + token, "--bale.base-url=" + baseUrl, "--spring.datasource.url=" + databaseUrl,
						"--spring.datasource.hikari.connection-timeout=1000", "--bale.inbox.initialize-schema=always",
						"--bale.inbox.takeover-after=1s", "--bale.polling.timeout=2s", "--bale.max-workers=8",
						// Its handlers fail while the database is away.
						"--bale.dispatch.retry.max-attempts=100", "--bale.dispatch.retry.initial-backoff=100ms",
						"--bale.dispatch.retry.max-backoff=500ms",
						// An innocent update may be in hand again and again at so many
						// kills. What
						// becomes of a guilty one is tested with the inbox.
						"--bale.dispatch.retry.max-crashes=1000", "--spring.main.banner-mode=off",
						"--spring.reactor.netty.shutdown-quiet-period=0s", "--logging.level.io.github.balethon=debug"));
		command.addAll(more);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		return new CrashProcess(builder.start());
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Asks the process to end, and waits for it.
	 * @param timeout how long to wait
	 * @return whether it ended in time
	 */
	boolean terminate(Duration timeout) throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

}
