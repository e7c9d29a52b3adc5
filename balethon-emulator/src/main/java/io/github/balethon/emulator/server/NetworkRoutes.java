package io.github.balethon.emulator.server;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Control API for the network between the bot and the emulator.
 *
 * @since 0.1.0
 */
public final class NetworkRoutes implements RouteGroup {

	private static final Duration LONGEST_CUT = Duration.ofHours(1);

	private final EmulatorServer server;

	public NetworkRoutes(EmulatorServer server) {
		this.server = server;
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("network", (parameters) -> network());
		routes.postSlowly("network", this::change, "state", "milliseconds");
	}

	private JsonNode network() {
		return Json.object().put("state", this.server.network().name().toLowerCase(Locale.ROOT));
	}

	/**
	 * Changes the network, on a thread that may block. Refusing connections needs a
	 * duration, because this API is refused as well.
	 * @param parameters state, milliseconds
	 * @param timer not used
	 * @return the state
	 */
	private Mono<JsonNode> change(Parameters parameters, EventExecutor timer) {
		NetworkState state = state(parameters);
		Duration duration = duration(parameters.integer("milliseconds"));
		if (state == NetworkState.REFUSED && duration == null) {
			throw new BadParameter("milliseconds", "how long to refuse connections, as this API is refused with them");
		}
		return Mono.fromFuture(CompletableFuture.supplyAsync(() -> {
			if (duration != null && state != NetworkState.UP) {
				this.server.network(state, duration);
			}
			else {
				this.server.network(state);
			}
			return network();
		}));
	}

	private NetworkState state(Parameters parameters) {
		try {
			return NetworkState.valueOf(parameters.text("state", "").toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new BadParameter("state", "up, refused or black_hole");
		}
	}

	private @Nullable Duration duration(@Nullable Long milliseconds) {
		if (milliseconds == null) {
			return null;
		}
		if (milliseconds < 1 || milliseconds > LONGEST_CUT.toMillis()) {
			throw new BadParameter("milliseconds", "from 1 to " + LONGEST_CUT.toMillis());
		}
		return Duration.ofMillis(milliseconds);
	}

}
