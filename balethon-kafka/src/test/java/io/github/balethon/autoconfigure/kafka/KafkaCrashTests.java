package io.github.balethon.autoconfigure.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.balethon.emulator.BaleEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three instances of a bot as processes of their own, under load, that are killed,
 * terminated and suspended, with a broker that is killed, too. {@code -Dkafka.kills=100}
 * does so more often, {@code -Dkafka.seed} repeats the random choices of a run, whose
 * seed is logged.
 */
@Tag("crash")
@Timeout(3600)
class KafkaCrashTests {

	private static final Logger logger = LoggerFactory.getLogger(KafkaCrashTests.class);

	private static final int KILLS = Integer.getInteger("kafka.kills", 2);

	private static final int NODES = 3;

	private static final Duration LONG = Duration.ofSeconds(120);

	// The session timeout is 3 s.
	private static final long SUSPENDED_MILLIS = Long.getLong("kafka.suspended-millis", 5000);

	private final BaleEmulator emulator = BaleEmulator.builder().token("1620384001:sentinel-of-the-token").build();

	private final long seed = Long.getLong("kafka.seed", System.nanoTime());

	private final Random random = new Random(this.seed);

	private final List<NodeProcess> nodes = new ArrayList<>();

	// Kept, as it tells what happened.
	private Path folder;

	private BrokerProcess broker;

	private Crowd crowd;

	private int started;

	@BeforeEach
	void start(TestInfo test) throws IOException, InterruptedException {
		this.folder = Path.of("target", "crash", test.getTestMethod().orElseThrow().getName()).toAbsolutePath();
		FileSystemUtils.deleteRecursively(this.folder);
		this.broker = new BrokerProcess(this.folder);
		this.emulator.start();
		this.crowd = new Crowd(this.emulator, this.seed);
		logger.info("{} with -Dkafka.seed={}", test.getDisplayName(), this.seed);
		for (int i = 0; i < NODES; i++) {
			this.nodes.add(node());
		}
	}

	private NodeProcess node() throws IOException {
		return NodeProcess.start(this.emulator.token(), this.emulator.baseUrl().toString(), this.broker.address(),
				this.folder.resolve("node" + ++this.started + ".log"));
	}

	@AfterEach
	void close() throws InterruptedException {
		this.crowd.end();
		for (NodeProcess node : this.nodes) {
			node.kill();
		}
		this.broker.close();
		this.emulator.close();
	}

	@Test
	void nothingIsLostOrOutOfOrderAndARollingDeploymentDuplicatesNothing() throws Exception {
		this.crowd.start();
		this.crowd.awaitMoreReplies(50, LONG);
		for (int i = 0; i < KILLS; i++) {
			kill(i % NODES);
			if (i % 10 == 1) {
				suspend(this.random.nextInt(NODES));
			}
			if (i % 20 == 1) {
				restartBroker();
			}
			if (i % 5 == 4) {
				terminate(this.random.nextInt(NODES));
			}
		}
		int repeated = finish("%d kills".formatted(KILLS));
		this.crowd.start();
		replaceAll();
		assertThat(finish("rolling deployment")).isEqualTo(repeated);
	}

	// Another one takes over its users, and the poll if it was the one that polled.
	private void kill(int number) throws Exception {
		Thread.sleep(this.random.nextInt(1000));
		long[] disturbance = this.crowd.disturb();
		this.nodes.get(number).kill();
		this.nodes.set(number, node());
		this.crowd.awaitMoreReplies(100, LONG);
		disturbance[1] = System.nanoTime();
	}

	private void terminate(int number) throws Exception {
		assertThat(this.nodes.get(number).terminate(LONG)).isTrue();
		this.nodes.set(number, node());
		this.crowd.awaitMoreReplies(20, LONG);
	}

	private void suspend(int number) throws Exception {
		long[] disturbance = this.crowd.disturb();
		NodeProcess suspended = this.nodes.get(number);
		suspended.suspend();
		Thread.sleep(SUSPENDED_MILLIS);
		this.crowd.awaitMoreReplies(50, LONG);
		suspended.resume();
		this.crowd.awaitMoreReplies(50, LONG);
		disturbance[1] = System.nanoTime();
		assertThat(suspended.isAlive()).isTrue();
	}

	private void restartBroker() throws Exception {
		long[] disturbance = this.crowd.disturb();
		this.broker.kill();
		Thread.sleep(this.random.nextInt(1000));
		this.broker.start();
		this.crowd.awaitMoreReplies(100, LONG);
		disturbance[1] = System.nanoTime();
	}

	// The new instances start first, as in a rolling deployment.
	private void replaceAll() throws Exception {
		List<NodeProcess> old = List.copyOf(this.nodes);
		for (int number = 0; number < NODES; number++) {
			this.nodes.set(number, node());
		}
		this.crowd.awaitMoreReplies(200, LONG);
		for (NodeProcess node : old) {
			assertThat(node.terminate(LONG)).isTrue();
			this.crowd.awaitMoreReplies(100, LONG);
		}
	}

	private int finish(String what) throws Exception {
		this.crowd.end();
		this.crowd.awaitReplies(LONG);
		int repeated = this.crowd.check();
		logger.info("{}: {} updates, {} starts: 0 lost, 0 out of order, {} answered twice", what, this.crowd.written(),
				this.started, repeated);
		for (int log = 1; log <= this.started; log++) {
			assertThat(Files.readString(this.folder.resolve("node" + log + ".log")))
				.doesNotContain("sentinel-of-the-token");
		}
		return repeated;
	}

}
