package io.github.balethon.dispatch;

import java.util.OptionalLong;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.method.BaleMethod;
import reactor.core.publisher.Mono;

/**
 * Counts the calls to Bale in flight and assigns calls to updates: calls that a handler
 * started on its worker thread, calls in the chain that it returned, and calls chained to
 * these. Graceful shutdown waits for all calls, so a call that was started and not
 * awaited completes, too.
 *
 * @since 0.1.0
 */
public final class CallTracker implements BaleClientInterceptor {

	private final CallScope scope = new CallScope();

	private final RunningCalls running = new RunningCalls();

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		UpdateCalls update = this.scope.current();
		TrackedCall<R> call = new TrackedCall<>(method, next.execute(method), this.running, this.scope, update);
		if (update != null) {
			update.built(call);
		}
		return call;
	}

	/**
	 * Fails all calls in flight, as the shutdown does not wait for them any longer.
	 */
	void abort() {
		this.running.abort(new IllegalStateException("The application shut down before the call to Bale was "
				+ "finished. It is not known whether it arrived."));
	}

	InFlight inFlight() {
		return this.running.inFlight();
	}

	CallScope scope() {
		return this.scope;
	}

	/**
	 * Binds a client to an update: its calls belong to the update from whatever thread
	 * they are made.
	 * @param client the client
	 * @param update the calls of the update
	 * @return the bound client
	 */
	BaleClient bind(BaleClient client, UpdateCalls update) {
		return new BoundClient(client, update);
	}

	private final class BoundClient implements BaleClient {

		private final BaleClient client;

		private final UpdateCalls update;

		BoundClient(BaleClient client, UpdateCalls update) {
			this.client = client;
			this.update = update;
		}

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			UpdateCalls previous = CallTracker.this.scope.enter(this.update);
			try {
				return this.client.execute(method);
			}
			finally {
				CallTracker.this.scope.leave(previous);
			}
		}

		@Override
		public OptionalLong botId() {
			return this.client.botId();
		}

		@Override
		public void close() {
			// The client is shared by all updates.
		}

	}

}
