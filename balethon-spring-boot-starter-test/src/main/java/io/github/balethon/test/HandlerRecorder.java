package io.github.balethon.test;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;

/**
 * Records which handlers are invoked, after all other interceptors have passed.
 */
final class HandlerRecorder implements BaleUpdateInterceptor, Ordered {

	private final ConversationLog log;

	HandlerRecorder(ConversationLog log) {
		this.log = log;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
		record(context, handler.toString());
		return true;
	}

	@Override
	public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
		if (error != null) {
			record(context, handler + " failed: " + error);
		}
	}

	void unhandled(BaleContext context) {
		record(context, "no handler");
	}

	private void record(BaleContext context, String text) {
		if (context.hasChat() && context.chatId().value() instanceof Long chatId) {
			this.log.handler(chatId, text);
		}
	}

}
