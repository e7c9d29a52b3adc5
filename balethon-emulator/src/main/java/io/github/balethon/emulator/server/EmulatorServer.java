package io.github.balethon.emulator.server;

import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

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
 * The listening socket with its one thread.
 *
 * @since 0.1.0
 */
public final class EmulatorServer {

	private static final Logger logger = LoggerFactory.getLogger(EmulatorServer.class);

	private static final String LOOPBACK = "127.0.0.1";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** A GET that sends a long text in Persian has six characters for each letter. */
	private static final int LONGEST_ADDRESS = 64 * 1024;

	private final FrontDoor door;

	private int port;

	private NetworkState network = NetworkState.UP;

	/** By which an end that was planned knows that it is outdated. */
	private int changes;

	private @Nullable Running running;

	public EmulatorServer(int port, FrontDoor door) {
		this.port = port;
		this.door = door;
	}

	/**
	 * Binds the port. One that was chosen freely is kept for the next start, so that a
	 * bot finds the emulator again. Whatever was wrong with the network is over.
	 * @return whether the server was not listening before
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
			this.door.blackHole(false);
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
		// While the loop still runs, so that every waiting request is told and let go.
		running.connections().close().awaitUninterruptibly(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		dispose(running.loops());
		return true;
	}

	/**
	 * Changes how the bot reaches the server. Blocks, so that it is not for the server's
	 * own thread.
	 * @param network the network from now on
	 */
	public synchronized void network(NetworkState network) {
		this.changes++;
		Running running = this.running;
		if (running == null) {
			throw new IllegalStateException("The emulator has no network as it is not running; call start() first.");
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
				.filter((connection) -> !(connection instanceof ServerChannel) && !FrontDoor.isOfControl(connection))
				.forEach(FrontDoor::reset);
		}
		this.network = network;
		this.door.blackHole(network == NetworkState.BLACK_HOLE);
	}

	/**
	 * Changes how the bot reaches the server for a while.
	 * @param network the network from now on
	 * @param duration how long, unless it is changed again before
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
			throw new IllegalStateException("The emulator has no address as it is not running; call start() first.");
		}
		return URI.create("http://" + LOOPBACK + ":" + this.port);
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
		DisposableServer server = HttpServer.create()
			.host(LOOPBACK)
			.port(this.port)
			.runOn(loops, false)
			.channelGroup(connections)
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(LONGEST_ADDRESS))
			.accessLog(false)
			.httpMessageLogFactory(new MaskedMessageLog())
			.handle((request, response) -> this.door.handle(request, response, timer))
			.bindNow(PATIENCE);
		this.port = server.port();
		return server;
	}

	private void stopListening(Running running) {
		running.server().dispose();
		running.server().onDispose().block(PATIENCE);
		// A closed socket keeps its port until the loop has looked at its selector once
		// more, which it has when something runs that was put off.
		running.loops()
			.onServer(false)
			.next()
			.schedule(() -> null, 1, TimeUnit.MILLISECONDS)
			.awaitUninterruptibly(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void dispose(LoopResources loops) {
		loops.disposeLater(Duration.ZERO, PATIENCE).block(PATIENCE);
	}

	private IllegalStateException cannotListen(RuntimeException failure) {
		BindException inUse = bindException(failure);
		if (inUse == null) {
			return new IllegalStateException(
					"The emulator cannot listen on port " + this.port + " of " + LOOPBACK + ": " + failure.getMessage(),
					failure);
		}
		return new IllegalStateException("The emulator cannot listen on port " + this.port + " of " + LOOPBACK
				+ ": the port is in use or not allowed. Stop the program that uses it, or give the emulator another "
				+ "port; with port 0 it takes a free one.", inUse);
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
