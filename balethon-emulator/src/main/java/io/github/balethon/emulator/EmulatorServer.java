package io.github.balethon.emulator;

import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/**
 * The listening socket with its one thread.
 */
final class EmulatorServer {

	private static final String LOOPBACK = "127.0.0.1";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** A GET that sends a long text in Persian has six characters for each letter. */
	private static final int LONGEST_ADDRESS = 64 * 1024;

	private final FrontDoor door;

	private int port;

	private @Nullable Running running;

	EmulatorServer(int port, FrontDoor door) {
		this.port = port;
		this.door = door;
	}

	/**
	 * Binds the port. One that was chosen freely is kept for the next start, so that a
	 * bot finds the emulator again.
	 * @return whether the server was not listening before
	 */
	synchronized boolean start() {
		if (this.running != null) {
			return false;
		}
		LoopResources loops = LoopResources.create("bale-emulator", 1, true);
		ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
		EventExecutor timer = loops.onServer(false).next();
		try {
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
			this.running = new Running(server, connections, loops);
			return true;
		}
		catch (RuntimeException ex) {
			dispose(loops);
			throw cannotListen(ex);
		}
	}

	synchronized boolean stop() {
		Running running = this.running;
		if (running == null) {
			return false;
		}
		this.running = null;
		running.server().dispose();
		running.server().onDispose().block(PATIENCE);
		// While the loop still runs, so that every waiting request is told and let go.
		running.connections().close().awaitUninterruptibly(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		dispose(running.loops());
		return true;
	}

	synchronized boolean isRunning() {
		return this.running != null;
	}

	synchronized URI address() {
		if (this.running == null) {
			throw new IllegalStateException("The emulator has no address as it is not running; call start() first.");
		}
		return URI.create("http://" + LOOPBACK + ":" + this.port);
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
