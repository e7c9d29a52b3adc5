package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.annotation.ShowTyping;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.model.ChatAction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.core.Ordered;

/**
 * Sends the chat actions of {@link ShowTyping @ShowTyping}. They are calls of their own,
 * which the update neither waits for nor fails with.
 *
 * @since 0.1.0
 */
public final class TypingInterceptor implements BaleUpdateInterceptor, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(TypingInterceptor.class);

	// Bale shows an action for up to 6 seconds.
	private static final Duration PERIOD = Duration.ofSeconds(5);

	private final BaleClient client;

	private final Scheduler timer;

	// Annotations are merged once per handler, not once per update.
	private final Map<BaleHandlerMethod, Optional<ChatAction>> actions = new ConcurrentHashMap<>();

	private final Map<BaleContext, Disposable> shown = new ConcurrentHashMap<>();

	/**
	 * Creates an interceptor.
	 * @param client the client that sends the actions
	 * @param timer the scheduler that they are sent from
	 */
	public TypingInterceptor(BaleClient client, Scheduler timer) {
		this.client = client;
		this.timer = timer;
	}

	@Override
	public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
		ChatAction action = action(handler);
		if (action != null && context.hasChat()) {
			this.shown.put(context, show(SendChatAction.of(context.chatId(), action)));
		}
		return true;
	}

	@Override
	public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
		Disposable action = this.shown.remove(context);
		if (action != null) {
			action.dispose();
		}
	}

	@Override
	public boolean awaitsCompletion(BaleHandlerMethod handler) {
		return action(handler) != null;
	}

	// After the interceptors that may refuse the update.
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 400;
	}

	private @Nullable ChatAction action(BaleHandlerMethod handler) {
		return this.actions
			.computeIfAbsent(handler,
					(key) -> Optional.ofNullable(key.getAnnotation(ShowTyping.class)).map(ShowTyping::value))
			.orElse(null);
	}

	// Not on the worker, whose calls belong to the update.
	private Disposable show(SendChatAction action) {
		return Flux.interval(Duration.ZERO, PERIOD, this.timer)
			.onBackpressureDrop()
			.concatMap((tick) -> this.client.execute(action).onErrorResume(TypingInterceptor::skip), 1)
			.subscribe();
	}

	private static Mono<Boolean> skip(Throwable error) {
		logger.debug("Chat action could not be sent: {}", LogText.escape(String.valueOf(error.getMessage())));
		return Mono.empty();
	}

}
