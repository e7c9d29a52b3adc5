package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;

/**
 * Shows on the chat page of the emulator which handler an update was passed to, after all
 * other interceptors have passed.
 */
final class EmulatorHandlerReport implements BaleUpdateInterceptor, Ordered {

	private final BaleEmulator emulator;

	private final Map<BaleContext, Long> started = new ConcurrentHashMap<>();

	EmulatorHandlerReport(BaleEmulator emulator) {
		this.emulator = emulator;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
		this.started.put(context, System.nanoTime());
		return true;
	}

	@Override
	public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
		Long start = this.started.remove(context);
		if (start != null) {
			this.emulator.updates()
				.handled(context.update().updateId(), handler.toString(), Duration.ofNanos(System.nanoTime() - start),
						error);
		}
	}

}
