package io.github.balethon.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.emulator.TestBot.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NetworkTests {

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final TestBot bot = new TestBot(this.emulator);

	/** Has its own connections, like a test in another process. */
	private final TestBot control = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void refusedNetworkIsRestoredOnTheSamePort() {
		URI address = this.emulator.baseUrl();
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		this.emulator.network(Network.REFUSED);
		assertThat(poll).failsWithin(TestBot.LONG);
		assertThat(this.bot.getMethodLater("getMe")).failsWithin(TestBot.LONG)
			.withThrowableThat()
			.withCauseInstanceOf(ConnectException.class);
		assertThat(this.emulator.isRunning()).isTrue();
		assertThat(this.emulator.baseUrl()).isEqualTo(address);
		this.sara.write("while the network is cut");
		this.emulator.network(Network.REFUSED);
		this.emulator.network(Network.UP);
		this.emulator.network(Network.UP);
		assertThat(this.bot.updateIds("")).containsExactly(1L);
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.calls().inFlight("getUpdates") == 0);
	}

	@Test
	void refusedNetworkIsRestoredAfterItsDuration() {
		this.emulator.network(Network.REFUSED, Duration.ofMillis(200));
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.network() == Network.UP);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void outdatedRestorationChangesNothing() {
		this.emulator.network(Network.BLACK_HOLE, Duration.ofMillis(1));
		this.emulator.network(Network.REFUSED, Duration.ofHours(1));
		this.emulator.network(Network.BLACK_HOLE, Duration.ofMillis(100));
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.network() == Network.UP);
		this.emulator.network(Network.REFUSED, Duration.ofMillis(100));
		this.emulator.close();
		this.emulator.start();
		assertThat(this.emulator.network()).isEqualTo(Network.UP);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void portIsKeptHoweverShortTheDuration() {
		for (int i = 0; i < 500; i++) {
			this.emulator.network(Network.REFUSED);
			this.emulator.network(Network.UP);
		}
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void portThatIsInUseForAMomentIsWaitedFor() throws IOException {
		this.emulator.network(Network.REFUSED);
		ServerSocket other = new ServerSocket(this.emulator.baseUrl().getPort(), 1, InetAddress.getLoopbackAddress());
		CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> close(other),
				CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
		this.emulator.network(Network.UP);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		assertThat(closed).isCompleted();
	}

	@Test
	void blockedTimersOfReactorDoNotDelayTheReportOfAPortInUse() throws IOException {
		CountDownLatch tested = new CountDownLatch(1);
		for (int i = 0; i < Schedulers.DEFAULT_POOL_SIZE; i++) {
			Schedulers.parallel().schedule(() -> awaitUninterruptibly(tested));
		}
		this.emulator.network(Network.REFUSED);
		try (ServerSocket other = new ServerSocket(this.emulator.baseUrl().getPort(), 1,
				InetAddress.getLoopbackAddress())) {
			assertThat(other.isBound()).isTrue();
			assertThatIllegalStateException().isThrownBy(() -> this.emulator.network(Network.UP))
				.withMessageContaining("in use");
		}
		finally {
			tested.countDown();
		}
	}

	private static void awaitUninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void close(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void closesWhileTheNetworkIsRefused() {
		this.emulator.network(Network.REFUSED);
		this.emulator.close();
		assertThatIllegalStateException().isThrownBy(() -> this.emulator.network(Network.UP))
			.withMessageContaining("start()");
		this.emulator.start();
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void blackHoleAnswersOnlyTheControlApi() {
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		this.emulator.network(Network.BLACK_HOLE);
		CompletableFuture<Reply> send = this.bot.callLater("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}");
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.faults().hanging() == 1);
		this.sara.write("hello");
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.faults().hanging() == 2);
		assertThat(this.control.get("/emulator/network").text()).isEqualTo("{\"state\":\"black_hole\"}");
		assertThat(this.emulator.calls().of("sendMessage")).isEmpty();
		this.emulator.network(Network.UP);
		assertThat(this.bot.updateIds("")).containsExactly(1L);
		assertThat(poll).isNotDone();
		assertThat(send).isNotDone();
		assertThat(this.sara.chat()).hasSize(1);
		this.emulator.close();
		assertThat(poll).failsWithin(TestBot.LONG);
		assertThat(send).failsWithin(TestBot.LONG);
		assertThat(this.emulator.faults().hanging()).isZero();
	}

	@Test
	void networkIsChangedOverHttp() {
		Reply reply = this.control.postLater("/emulator/network", "{\"state\":\"refused\",\"milliseconds\":300}")
			.join();
		assertThat(reply.text()).isEqualTo("{\"state\":\"refused\"}");
		assertThat(this.bot.getMethodLater("getMe")).failsWithin(TestBot.LONG)
			.withThrowableThat()
			.withCauseInstanceOf(ConnectException.class);
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.network() == Network.UP);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		Reply endless = this.control.postLater("/emulator/network", "{\"state\":\"refused\"}").join();
		assertThat(endless.status()).isEqualTo(400);
		assertThat(endless.text()).contains("'milliseconds'");
		assertThat(this.control.postLater("/emulator/network", "{\"state\":\"?\"}").join().text())
			.contains("black_hole");
		assertThat(this.control.postLater("/emulator/network", "{\"state\":\"black_hole\"}").join().status())
			.isEqualTo(200);
		assertThat(this.control.postLater("/emulator/network", "{\"state\":\"up\"}").join().text())
			.isEqualTo("{\"state\":\"up\"}");
	}

}
