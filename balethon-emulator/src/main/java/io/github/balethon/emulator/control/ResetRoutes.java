package io.github.balethon.emulator.control;

import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import reactor.core.publisher.Mono;

/**
 * Control API for starting again between tests.
 *
 * @since 0.1.0
 */
public final class ResetRoutes implements RouteGroup {

	private final Runnable reset;

	public ResetRoutes(Runnable reset) {
		this.reset = reset;
	}

	@Override
	public void addTo(ControlRoutes routes) {
		// On a thread that may block, as the network is restored.
		routes.postSlowly("reset", (parameters, timer) -> Mono.fromFuture(CompletableFuture.supplyAsync(() -> {
			this.reset.run();
			return Json.object();
		})));
	}

}
