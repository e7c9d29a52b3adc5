package io.github.balethon.client;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.ChatMethod;
import io.github.balethon.method.RawMethod;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Applies client-side rate limiting to messages: they wait for their {@link SendingTurns
 * turn}. Messages are what is sent, forwarded or copied to a chat; an album counts as
 * one. Other calls are not limited.
 * <p>
 * It intercepts twice: the first attempt waits before the observation of the call starts,
 * and each retry waits when it is made.
 */
final class LimitedMessages implements BaleClientInterceptor {

	private static final String CHAT = "chat_id";

	private final SendingTurns turns;

	private final ObservationRegistry registry;

	private final SafeObservations observations;

	LimitedMessages(SendingTurns turns, ObservationRegistry registry, SafeObservations observations) {
		this.turns = turns;
		this.registry = registry;
		this.observations = observations;
	}

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		Mono<R> call = next.execute(method);
		if (!isMessage(method.methodName())) {
			return call;
		}
		return Mono.defer(() -> awaitTurn(method)
			.then(call.contextWrite((chain) -> chain.put(LimitedMessages.class, new AtomicBoolean(true)))));
	}

	/**
	 * Returns the interceptor of the retries.
	 * @return the interceptor
	 */
	BaleClientInterceptor attempts() {
		return new BaleClientInterceptor() {
			@Override
			public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
				Mono<R> attempt = next.execute(method);
				if (!isMessage(method.methodName())) {
					return attempt;
				}
				return Mono.deferContextual((chain) -> takeFirst(chain) ? attempt : awaitTurn(method).then(attempt));
			}
		};
	}

	private static boolean takeFirst(ContextView chain) {
		AtomicBoolean first = chain.getOrDefault(LimitedMessages.class, null);
		return first != null && first.compareAndSet(true, false);
	}

	private Mono<Void> awaitTurn(BaleMethod<?> method) {
		return Mono.deferContextual((chain) -> {
			Wait wait = new Wait(method, chain);
			return this.turns.await(chat(method), wait::begin).doOnTerminate(wait::end).doOnCancel(wait::end);
		});
	}

	// By the name of the method, to include RawMethod.
	private static boolean isMessage(String method) {
		return (method.startsWith("send") && !method.equals("sendChatAction")) || method.startsWith("forward")
				|| method.startsWith("copy");
	}

	private static @Nullable Object chat(BaleMethod<?> method) {
		if (method instanceof ChatMethod<?> toChat && toChat.chatId() != null) {
			return toChat.chatId().toString();
		}
		Object chat = (method instanceof RawMethod<?> raw) ? raw.parameters().get(CHAT) : null;
		return (chat != null) ? chat.toString() : null;
	}

	/**
	 * Observes the wait of one message. The wait may end on another thread while it
	 * starts.
	 */
	private final class Wait {

		private final BaleMethod<?> method;

		private final ContextView chain;

		// Both are guarded by this object.
		private Observation observation = Observation.NOOP;

		private boolean ended;

		Wait(BaleMethod<?> method, ContextView chain) {
			this.method = method;
			this.chain = chain;
		}

		synchronized void begin() {
			LimitedMessages limits = LimitedMessages.this;
			if (!limits.registry.isNoop() && !this.ended) {
				this.observation = limits.observations
					.start(() -> BaleClientObservation.LIMITED.observation(limits.registry, Observation.Context::new)
						.lowCardinalityKeyValue(
								BaleClientObservation.KeyNames.METHOD.withValue(this.method.methodName()))
						.parentObservation(BaleClientObservation.parent(this.chain, limits.registry)));
			}
		}

		synchronized void end() {
			this.ended = true;
			LimitedMessages.this.observations.stop(this.observation);
		}

	}

}
