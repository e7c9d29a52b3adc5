package io.github.balethon.emulator.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.BotMethods;
import io.github.balethon.emulator.botapi.FaultInjector;
import io.github.balethon.emulator.botapi.InjectedFault;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control API for faults, delays, the token and quirks.
 *
 * @since 0.1.0
 */
public final class FaultRoutes implements RouteGroup {

	private final FaultInjector faults;

	private final BotMethods methods;

	private final Quirks quirks;

	public FaultRoutes(FaultInjector faults, BotMethods methods, Quirks quirks) {
		this.faults = faults;
		this.methods = methods;
		this.quirks = quirks;
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("faults", (parameters) -> faults());
		routes.post("faults", this::addFault, "method", "kind", "milliseconds", "bytes_per_second", "code",
				"description", "retry_after", "plain_text", "content_type", "body", "times", "after", "after_effect",
				"when");
		routes.delete("faults", (parameters) -> clear());
		routes.delete("faults/ID", this::removeFault);
		routes.post("delays", this::delay, "method", "milliseconds");
		routes.post("token", this::token, "refused");
		routes.get("quirks", this::findQuirks, "all");
		routes.post("quirks", this::quirk, "quirk", "on");
	}

	private JsonNode faults() {
		ArrayNode json = Json.array();
		this.faults.active().forEach((fault) -> json.add(fault(fault)));
		return json;
	}

	private JsonNode addFault(Parameters parameters) {
		return fault(this.faults.inject(parameters.text("method"), FaultJson.read(parameters)));
	}

	private JsonNode clear() {
		this.faults.clear();
		return faults();
	}

	private JsonNode removeFault(Parameters parameters) {
		long id = parameters.integer("id", 0);
		InjectedFault fault = this.faults.active()
			.stream()
			.filter((active) -> active.id() == id)
			.findFirst()
			.orElseThrow(() -> new ControlProblem(404,
					"There is no active fault " + id + ". GET /emulator/faults lists them."));
		fault.remove();
		return fault(fault);
	}

	private JsonNode delay(Parameters parameters) {
		Duration delay = Duration.ofMillis(parameters.requiredInteger("milliseconds"));
		ObjectNode answer = Json.object();
		String method = parameters.text("method");
		if (method != null) {
			this.faults.delay(method, delay);
			answer.put("method", this.methods.canonicalName(method));
		}
		else {
			this.faults.delay(delay);
		}
		return answer.put("milliseconds", delay.toMillis());
	}

	private JsonNode token(Parameters parameters) {
		Boolean refused = parameters.flag("refused");
		if (refused == null) {
			throw new BadParameter("refused", "true or false");
		}
		this.faults.refuseToken(refused);
		return Json.object().put("refused", refused);
	}

	private JsonNode findQuirks(Parameters parameters) {
		return Boolean.TRUE.equals(parameters.flag("all")) ? names(List.of(BaleQuirk.values())) : quirks();
	}

	private JsonNode quirks() {
		return names(this.quirks.all());
	}

	private JsonNode names(Collection<BaleQuirk> quirks) {
		ArrayNode json = Json.array();
		quirks.forEach((quirk) -> json.add(quirk.name().toLowerCase(Locale.ROOT)));
		return json;
	}

	/**
	 * Enables or disables a quirk.
	 * @param parameters quirk; on, {@code true} if not set
	 * @return the enabled quirks
	 */
	private JsonNode quirk(Parameters parameters) {
		String name = parameters.text("quirk", "").toUpperCase(Locale.ROOT);
		BaleQuirk quirk = Arrays.stream(BaleQuirk.values())
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new BadParameter("quirk",
					"one of " + Arrays.toString(BaleQuirk.values()).toLowerCase(Locale.ROOT)));
		this.quirks.set(quirk, !Boolean.FALSE.equals(parameters.flag("on")));
		return quirks();
	}

	private JsonNode fault(InjectedFault fault) {
		ObjectNode json = Json.object().put("id", fault.id());
		if (fault.method() != null) {
			json.put("method", fault.method());
		}
		return json.put("fault", fault.definition().toString()).put("hits", fault.hits());
	}

}
