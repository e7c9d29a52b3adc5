package io.github.balethon.autoconfigure.kafka;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/**
 * A Kafka broker as a process of its own, which can be killed and started again.
 */
final class BrokerProcess implements AutoCloseable {

	private static final Duration LONG = Duration.ofSeconds(60);

	private final Path properties;

	private final Path log;

	private final int port = freePort();

	private Process process;

	BrokerProcess(Path folder) throws IOException, InterruptedException {
		this.properties = folder.resolve("server.properties");
		this.log = folder.resolve("broker.log");
		Files.createDirectories(folder);
		Files.writeString(this.properties, """
				process.roles=broker,controller
				node.id=1
				listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
				advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
				controller.listener.names=CONTROLLER
				listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
				controller.quorum.voters=1@127.0.0.1:%2$d
				log.dirs=%s
				auto.create.topics.enable=false
				group.initial.rebalance.delay.ms=0
				group.min.session.timeout.ms=1000
				offsets.topic.num.partitions=1
				offsets.topic.replication.factor=1
				transaction.state.log.num.partitions=1
				transaction.state.log.replication.factor=1
				transaction.state.log.min.isr=1
				""".formatted(this.port, freePort(), folder.resolve("data")));
		Process format = java("kafka.tools.StorageTool", "format", "--cluster-id", Uuid.randomUuid().toString(),
				"--config", this.properties.toString());
		if (!format.waitFor(LONG.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
			throw new IllegalStateException("Storage could not be formatted, see " + this.log);
		}
		start();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Process java(String... arguments) throws IOException {
		return NodeProcess.java(this.log, List.of(arguments));
	}

	String address() {
		return "127.0.0.1:" + this.port;
	}

	void start() throws IOException {
		this.process = java("kafka.Kafka", this.properties.toString());
		Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(this::isReachable);
	}

	private boolean isReachable() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("The broker has ended, see " + this.log + File.separator);
		}
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 100);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	@Override
	public void close() throws InterruptedException {
		kill();
	}

}
