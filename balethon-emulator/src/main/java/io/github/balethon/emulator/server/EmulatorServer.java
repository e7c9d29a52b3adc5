package io.github.balethon.emulator.server;

import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.balethon.emulator.http.LocalGuard;
import io.github.balethon.emulator.http.LogText;
import io.github.balethon.emulator.http.MaskedMessageLog;
import io.netty.channel.ServerChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * HTTP server of the emulator with its only thread.
 *
 * @since 0.1.0
 */
public final class EmulatorServer {

	private static final Logger logger = LoggerFactory.getLogger(EmulatorServer.class);

	/** Only ends an operation of the server that hangs, also on a machine under load. */
	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	/** A letter of a Persian text has six characters in a URL. */
	private static final int LONGEST_ADDRESS = 64 * 1024;

	/** Interval between attempts to bind a port that is in use. */
	private static final Duration BIND_INTERVAL = Duration.ofMillis(50);

	/** Time after which a port that is still in use is reported. */
	private static final Duration BIND_PERIOD = Duration.ofSeconds(2);

	private final InetAddress address;

	private final RequestRouter router;

	private int port;

	private boolean bound;

	private NetworkState network = NetworkState.UP;

	/** Detects that a scheduled restoration is outdated. */
	private int changes;

	private @Nullable Running running;

	/**
	 * Creates a server that is not started.
	 * @param address the address to listen on
	 * @param port the port, or 0 for a free one
	 * @param bot the first bot
	 */
	public EmulatorServer(InetAddress address, int port, ServedBot bot) {
		this.address = address;
		this.port = port;
		this.router = new RequestRouter(address.isLoopbackAddress() ? LocalGuard.ofLoopback() : LocalGuard.ofNetwork(),
				bot);
	}

	/**
	 * Adds a bot, unless it is served already.
	 * @param bot the bot
	 * @return whether it was added
	 * @throws IllegalStateException if the server is not running
	 */
	public synchronized boolean add(ServedBot bot) {
		if (this.running == null) {
			throw new IllegalStateException(
					"The emulator shares the port of another one that is not running. Start that one first.");
		}
		if (this.router.bots().contains(bot)) {
			return false;
		}
		this.router.bots().add(bot);
		return true;
	}

	public void remove(ServedBot bot) {
		this.router.bots().remove(bot);
	}

	public boolean serves(ServedBot bot) {
		return isRunning() && this.router.bots().contains(bot);
	}

	/**
	 * Binds the port. A free port is kept for the next start, so that the bot finds the
	 * emulator again. Restores the network.
	 * @return whether the server was started
	 */
	public synchronized boolean start() {
		if (this.running != null) {
			return false;
		}
		LoopResources loops = LoopResources.create("bale-emulator", 1, true);
		ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
		try {
			this.running = new Running(listen(loops, connections), connections, loops);
			this.network = NetworkState.UP;
			this.changes++;
			this.router.blackHole(false);
			return true;
		}
		catch (RuntimeException ex) {
			dispose(loops);
			throw cannotListen(ex);
		}
	}

	public synchronized boolean stop() {
		Running running = this.running;
		if (running == null) {
			return false;
		}
		this.running = null;
		stopListening(running);
		// While the loop still runs, so that every waiting request is notified.
		running.connections().close().awaitUninterruptibly(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
		dispose(running.loops());
		return true;
	}

	/**
	 * Changes the network. Blocks, so that it must not be invoked on the server's thread.
	 * @param network the state of the network
	 */
	public synchronized void network(NetworkState network) {
		this.changes++;
		Running running = this.running;
		if (running == null) {
			throw new IllegalStateException("The emulator is not running. Call start() first.");
		}
		if (this.network == NetworkState.REFUSED && network != NetworkState.REFUSED) {
			try {
				this.running = new Running(listen(running.loops(), running.connections()), running.connections(),
						running.loops());
			}
			catch (RuntimeException ex) {
				throw cannotListen(ex);
			}
		}
		if (network == NetworkState.REFUSED && this.network != NetworkState.REFUSED) {
			stopListening(running);
			running.connections()
				.stream()
				.filter((connection) -> !(connection instanceof ServerChannel)
						&& !RequestRouter.isOfControl(connection))
				.forEach(RequestRouter::reset);
		}
		this.network = network;
		this.router.blackHole(network == NetworkState.BLACK_HOLE);
	}

	/**
	 * Changes the network for a time.
	 * @param network the state of the network
	 * @param duration time after which it is restored, unless it was changed before
	 */
	public synchronized void network(NetworkState network, Duration duration) {
		network(network);
		int change = this.changes;
		CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS).execute(() -> backUp(change));
	}

	public synchronized NetworkState network() {
		return this.network;
	}

	public synchronized boolean isRunning() {
		return this.running != null;
	}

	public synchronized URI address() {
		if (this.running == null) {
			throw new IllegalStateException("The emulator is not running and has no address. Call start() first.");
		}
		String host = this.address.isAnyLocalAddress() ? "127.0.0.1" : this.address.getHostAddress();
		return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + this.port);
	}

	private synchronized void backUp(int change) {
		if (this.running == null || this.changes != change) {
			return;
		}
		try {
			network(NetworkState.UP);
		}
		catch (IllegalStateException ex) {
			logger.error("Emulator failed to restore the network, restart it", LogText.escape(ex));
		}
	}

	private DisposableServer listen(LoopResources loops, ChannelGroup connections) {
		EventExecutor timer = loops.onServer(false).next();
		HttpServer binding = HttpServer.create()
			.host(this.address.getHostAddress())
			.port(this.port)
			.runOn(loops, false)
			.channelGroup(connections)
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(LONGEST_ADDRESS))
			.accessLog(false)
			.httpMessageLogFactory(new MaskedMessageLog())
			.handle((request, response) -> this.router.handle(request, response, timer));
		DisposableServer server = bind(binding, timer);
		this.bound = true;
		this.port = server.port();
		return server;
	}

	// While the network is refused, a connection of another program may use the port for
	// a moment. Limited in time and not in attempts, which take long under load. Not
	// retried by Reactor, whose timers the application may block.
	private DisposableServer bind(HttpServer binding, EventExecutor timer) {
		long start = System.nanoTime();
		while (true) {
			try {
				return binding.bindNow(TIMEOUT);
			}
			catch (ChannelBindException ex) {
				if (!this.bound || System.nanoTime() - start >= BIND_PERIOD.toNanos()) {
					throw ex;
				}
				pause(timer, BIND_INTERVAL);
			}
		}
	}

	private void stopListening(Running running) {
		running.server().dispose();
		running.server().onDispose().block(TIMEOUT);
		// A closed socket keeps its port until the loop has run its selector once more.
		pause(running.loops().onServer(false).next(), Duration.ofMillis(1));
	}

	private static void pause(EventExecutor timer, Duration duration) {
		timer.schedule(() -> null, duration.toMillis(), TimeUnit.MILLISECONDS)
			.awaitUninterruptibly(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void dispose(LoopResources loops) {
		loops.disposeLater(Duration.ZERO, TIMEOUT).block(TIMEOUT);
	}

	private IllegalStateException cannotListen(RuntimeException failure) {
		BindException inUse = bindException(failure);
		if (inUse == null) {
			return new IllegalStateException("The emulator cannot listen on port " + this.port + " of "
					+ this.address.getHostAddress() + ": " + failure.getMessage(), failure);
		}
		return new IllegalStateException("The emulator cannot listen on port " + this.port + " of "
				+ this.address.getHostAddress() + ": the port is in use or not permitted"
				+ (this.address.isLoopbackAddress() ? "" : ", or the address is not one of this machine")
				+ ". Stop the program that uses it, or set another port; 0 selects a free one.", inUse);
	}

	private @Nullable BindException bindException(RuntimeException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindException ex) {
				return ex;
			}
		}
		if (failure instanceof ChannelBindException) {
			BindException ex = new BindException(failure.getMessage());
			ex.initCause(failure);
			return ex;
		}
		return null;
	}

	private record Running(DisposableServer server, ChannelGroup connections, LoopResources loops) {
	}

}
