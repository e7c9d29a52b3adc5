package io.github.balethon.dispatch;

import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.method.BaleMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts the calls to Bale in flight, and knows which of them belong to an update: calls
 * that a handler started on its worker thread, calls in the chain that it returned, and
 * calls chained to these. Graceful shutdown waits for all calls, so a call that was
 * started and not awaited completes, too.
 *
 * @since 0.1.0
 */
public final class CallTracker implements BaleClientInterceptor {

	private final ThreadLocal<@Nullable UpdateExecution> current = new ThreadLocal<>();

	private final InFlight inFlight = new InFlight();

	private final Set<TrackedCall<?>.Tracking> running = ConcurrentHashMap.newKeySet();

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		UpdateExecution update = this.current.get();
		TrackedCall<R> call = new TrackedCall<>(method, next.execute(method), this, update);
		if (update != null) {
			update.built(call);
		}
		return call;
	}

	/**
	 * Fails all calls in flight, as the application cannot wait for them any longer.
	 */
	void abort() {
		IllegalStateException error = new IllegalStateException(
				"The application shut down before the call to Bale was finished. Whether it arrived is not known.");
		this.running.forEach((call) -> call.abort(error));
	}

	void begin(TrackedCall<?>.Tracking call) {
		this.inFlight.begin();
		this.running.add(call);
	}

	void end(TrackedCall<?>.Tracking call) {
		this.running.remove(call);
		this.inFlight.end();
	}

	InFlight inFlight() {
		return this.inFlight;
	}

	/**
	 * Makes calls that are built on this thread part of an update.
	 * @param update the update, or {@code null} for none
	 * @return what to {@link #leave leave} to
	 */
	@Nullable UpdateExecution enter(@Nullable UpdateExecution update) {
		UpdateExecution previous = this.current.get();
		if (previous != update) {
			this.current.set(update);
		}
		return previous;
	}

	void leave(@Nullable UpdateExecution previous) {
		if (previous == null) {
			this.current.remove();
		}
		else {
			this.current.set(previous);
		}
	}

	/**
	 * Binds a client to an update: its calls belong to the update from whatever thread
	 * they are made.
	 * @param client the client
	 * @param update the update
	 * @return the bound client
	 */
	BaleClient bind(BaleClient client, UpdateExecution update) {
		return new BoundClient(client, update);
	}

	private final class BoundClient implements BaleClient {

		private final BaleClient client;

		private final UpdateExecution update;

		BoundClient(BaleClient client, UpdateExecution update) {
			this.client = client;
			this.update = update;
		}

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			UpdateExecution previous = enter(this.update);
			try {
				return this.client.execute(method);
			}
			finally {
				leave(previous);
			}
		}

		@Override
		public OptionalLong botId() {
			return this.client.botId();
		}

		@Override
		public void close() {
			// Not ours to close: the next update needs it too.
		}

	}

}
