package io.github.balethon.emulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can go wrong from outside the JVM, and what can be asked about the bot's calls.
 */
final class ControlSwitches implements RouteGroup {

	private static final Duration LONGEST_CUT = Duration.ofHours(1);

	private final BaleEmulator emulator;

	private final Faults faults;

	private final Quirks quirks;

	private final CallLog calls;

	ControlSwitches(BaleEmulator emulator, Faults faults, Quirks quirks, CallLog calls) {
		this.emulator = emulator;
		this.faults = faults;
		this.quirks = quirks;
		this.calls = calls;
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
		routes.get("network", (parameters) -> network());
		routes.postSlowly("network", this::network, "state", "milliseconds");
		routes.get("updates", (parameters) -> pending());
		routes.post("updates", this::enqueue, "update", "text");
		routes.post("update-ids", this::updateIds, "skip", "reset");
		routes.get("calls", this::calls);
		routes.get("quirks", (parameters) -> quirks());
		routes.post("quirks", this::quirk, "quirk", "on");
	}

	private JsonNode faults() {
		ArrayNode json = Json.array();
		this.faults.active().forEach((fault) -> json.add(fault(fault)));
		return json;
	}

	private JsonNode addFault(Parameters parameters) {
		Fault fault = FaultJson.read(parameters);
		String method = parameters.text("method");
		return fault((method != null) ? this.emulator.fault(method, fault) : this.emulator.fault(fault));
	}

	private JsonNode clear() {
		this.emulator.clearFaults();
		return faults();
	}

	private JsonNode removeFault(Parameters parameters) {
		long id = parameters.integer("id", 0);
		ActiveFault fault = this.faults.active()
			.stream()
			.filter((active) -> active.id() == id)
			.findFirst()
			.orElseThrow(() -> new ControlProblem(404,
					"No fault with the number " + id + " is in force; GET /emulator/faults lists them."));
		fault.remove();
		return fault(fault);
	}

	private JsonNode delay(Parameters parameters) {
		Duration delay = Duration.ofMillis(parameters.requiredInteger("milliseconds"));
		ObjectNode answer = Json.object();
		String method = parameters.text("method");
		if (method != null) {
			this.emulator.delay(method, delay);
			answer.put("method", this.emulator.canonicalName(method));
		}
		else {
			this.emulator.delay(delay);
		}
		return answer.put("milliseconds", delay.toMillis());
	}

	private JsonNode token(Parameters parameters) {
		Boolean refused = parameters.flag("refused");
		if (refused == null) {
			throw new BadParameter("refused", "true or false");
		}
		this.emulator.refuseToken(refused);
		return Json.object().put("refused", refused);
	}

	private JsonNode network() {
		return Json.object().put("state", this.emulator.network().name().toLowerCase(Locale.ROOT));
	}

	/**
	 * Changes the network, on a thread that may block. A cut must end by itself, as
	 * nobody could end it from outside.
	 * @param parameters state, milliseconds
	 * @param timer not needed
	 * @return the state
	 */
	private Mono<JsonNode> network(Parameters parameters, EventExecutor timer) {
		Network network = state(parameters);
		Duration duration = duration(parameters.integer("milliseconds"));
		if (network == Network.REFUSED && duration == null) {
			throw new BadParameter("milliseconds", "how long to refuse connections, as this API is refused with them");
		}
		return Mono.fromFuture(CompletableFuture.supplyAsync(() -> {
			if (duration != null && network != Network.UP) {
				this.emulator.network(network, duration);
			}
			else {
				this.emulator.network(network);
			}
			return network();
		}));
	}

	private Network state(Parameters parameters) {
		try {
			return Network.valueOf(parameters.text("state", "").toUpperCase(Locale.ROOT));
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

	private JsonNode pending() {
		return Json.object().put("pending", this.emulator.pendingUpdates());
	}

	/**
	 * Puts something among the updates.
	 * @param parameters update, an object; or text, which need not be JSON
	 * @return the id by which it is confirmed
	 */
	private JsonNode enqueue(Parameters parameters) {
		JsonNode update = parameters.asJson().get("update");
		String text = (update != null) ? update.toString() : parameters.text("text");
		if (text == null) {
			throw new BadParameter("update", "an update; or 'text' any text");
		}
		return Json.object().put("update_id", this.emulator.enqueue(text));
	}

	private JsonNode updateIds(Parameters parameters) {
		Long skip = parameters.integer("skip");
		if (skip != null) {
			this.emulator.skipUpdateIds(skip);
			return Json.object().put("skip", skip);
		}
		Long next = parameters.integer("reset");
		if (next == null) {
			throw new BadParameter("skip", "a number of ids; or 'reset' the next id");
		}
		this.emulator.resetUpdateIds(next);
		return Json.object().put("reset", next);
	}

	private JsonNode quirks() {
		ArrayNode json = Json.array();
		this.quirks.all().forEach((quirk) -> json.add(quirk.name().toLowerCase(Locale.ROOT)));
		return json;
	}

	/**
	 * Switches a quirk.
	 * @param parameters quirk, on (true if it is left out)
	 * @return the quirks that are on
	 */
	private JsonNode quirk(Parameters parameters) {
		String name = parameters.text("quirk", "").toUpperCase(Locale.ROOT);
		Quirk quirk = Arrays.stream(Quirk.values())
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new BadParameter("quirk",
					"one of " + Arrays.toString(Quirk.values()).toLowerCase(Locale.ROOT)));
		this.quirks.set(quirk, !Boolean.FALSE.equals(parameters.flag("on")));
		return quirks();
	}

	private JsonNode calls(Parameters parameters) {
		String method = parameters.text("method");
		List<CallLog.Entry> entries = this.calls.entries();
		if (method != null) {
			entries = entries.stream().filter((entry) -> entry.call().method().equalsIgnoreCase(method)).toList();
			if (entries.isEmpty()) {
				// A wrong name is an error, unless it was really called.
				this.emulator.canonicalName(method);
			}
		}
		ArrayNode json = Json.array();
		for (CallLog.Entry entry : entries) {
			Call call = entry.call();
			ObjectNode item = json.addObject()
				.put("method", call.method())
				.put("arrived_at", call.arrivedAt().toEpochMilli());
			item.set("parameters", call.parameters());
			Refusal refusal = entry.refusal();
			if (refusal != null) {
				item.set("refused", refused(refusal));
			}
		}
		return json;
	}

	private JsonNode refused(Refusal refusal) {
		ObjectNode json = Json.object()
			.put("error_code", refusal.code())
			.put("description", refusal.description())
			.put("reason", refusal.reason());
		Quirk quirk = refusal.quirk();
		if (quirk != null) {
			// In the words of POST /emulator/quirks.
			json.putObject("allowed_by")
				.put("quirk", quirk.name().toLowerCase(Locale.ROOT))
				.put("on", refusal.allowedWhenOn());
		}
		return json;
	}

	private JsonNode fault(ActiveFault fault) {
		ObjectNode json = Json.object().put("id", fault.id());
		if (fault.method() != null) {
			json.put("method", fault.method());
		}
		return json.put("fault", fault.fault().toString()).put("hits", fault.hits());
	}

}
