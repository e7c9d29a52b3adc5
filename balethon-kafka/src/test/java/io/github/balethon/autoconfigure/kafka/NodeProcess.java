package io.github.balethon.autoconfigure.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An instance of the bot as a process of its own.
 */
final class NodeProcess {

	private final Process process;

	private NodeProcess(Process process) {
		this.process = process;
	}

	static NodeProcess start(String token, String baseUrl, String broker, Path log) throws IOException {
		return new NodeProcess(java(log, List.of(EchoBot.class.getName(), "--bale.token=" + token,
				"--bale.base-url=" + baseUrl, "--bale.inbox.store=kafka", "--spring.kafka.bootstrap-servers=" + broker,
				"--bale.inbox.kafka.partitions=12", "--bale.inbox.kafka.replicas=1", "--bale.inbox.takeover-after=3s",
				"--bale.polling.timeout=2s", "--bale.max-workers=8", "--spring.main.web-application-type=none",
				"--spring.main.banner-mode=off", "--spring.reactor.netty.shutdown-quiet-period=0s",
				"--spring.kafka.properties.reconnect.backoff.max.ms=200",
				"--spring.kafka.properties.metadata.max.age.ms=2000")));
	}

	static Process java(Path log, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
						// They live for seconds only.
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp",
						System.getProperty("java.class.path")));
		command.addAll(arguments);
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start();
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Requests the process to shut down, and waits for it.
	 * @param timeout the maximum time to wait
	 * @return whether it has shut down in time
	 */
	boolean terminate(Duration timeout) throws InterruptedException {
		this.process.destroy();
		return this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Suspends the process: it does not notice that time passes.
	 */
	void suspend() throws IOException, InterruptedException {
		signal("-STOP");
	}

	void resume() throws IOException, InterruptedException {
		signal("-CONT");
	}

	private void signal(String signal) throws IOException, InterruptedException {
		new ProcessBuilder("kill", signal, Long.toString(this.process.pid())).start().waitFor();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

}
