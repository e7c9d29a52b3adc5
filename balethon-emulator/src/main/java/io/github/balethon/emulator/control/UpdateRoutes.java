package io.github.balethon.emulator.control;

import java.util.List;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.BotMethods;
import io.github.balethon.emulator.botapi.CallLog;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.UpdateQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Control API for the updates for the bot and for the bot's calls.
 *
 * @since 0.1.0
 */
public final class UpdateRoutes implements RouteGroup {

	private final UpdateQueue updates;

	private final CallLog calls;

	private final BotMethods methods;

	private final PageEvents page;

	public UpdateRoutes(UpdateQueue updates, CallLog calls, BotMethods methods, PageEvents page) {
		this.updates = updates;
		this.calls = calls;
		this.methods = methods;
		this.page = page;
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("updates", (parameters) -> pending());
		routes.post("updates", this::enqueue, "update", "text");
		routes.post("update-ids", this::updateIds, "skip", "reset");
		routes.post("handled", this::handled, "update_id", "handler", "milliseconds", "error");
		routes.get("calls", this::calls, "method");
	}

	private JsonNode pending() {
		return Json.object().put("pending", this.updates.size());
	}

	/**
	 * Adds an update as it is.
	 * @param parameters update, an object; or text, which need not be JSON
	 * @return the identifier that confirms it
	 */
	private JsonNode enqueue(Parameters parameters) {
		JsonNode update = parameters.asJson().get("update");
		String text = (update != null) ? update.toString() : parameters.text("text");
		if (text == null) {
			throw new BadParameter("update", "an update; or 'text' any text");
		}
		return Json.object().put("update_id", this.updates.addRaw(text));
	}

	private JsonNode updateIds(Parameters parameters) {
		Long skip = parameters.integer("skip");
		if (skip != null) {
			this.updates.skipIds(skip);
			return Json.object().put("skip", skip);
		}
		Long next = parameters.integer("reset");
		if (next == null) {
			throw new BadParameter("skip", "a number of IDs; or 'reset' the next ID");
		}
		this.updates.beginIdsAt(next);
		return Json.object().put("reset", next);
	}

	/**
	 * Reports which handler of the bot an update was passed to; the chat page shows it.
	 * @param parameters update_id, handler, milliseconds, error
	 * @return what was reported
	 */
	private JsonNode handled(Parameters parameters) {
		long updateId = parameters.requiredInteger("update_id");
		String handler = parameters.text("handler");
		if (handler == null || handler.isBlank()) {
			throw new BadParameter("handler", "the name of a handler");
		}
		Long milliseconds = parameters.integer("milliseconds");
		return this.page.handled(updateId, handler, milliseconds, parameters.text("error"));
	}

	private JsonNode calls(Parameters parameters) {
		String method = parameters.text("method");
		List<CallLog.Entry> entries = this.calls.entries();
		if (method != null) {
			entries = entries.stream().filter((entry) -> entry.call().method().equalsIgnoreCase(method)).toList();
			if (entries.isEmpty()) {
				// An unknown name is an error, unless the bot has called it.
				this.methods.canonicalName(method);
			}
		}
		ArrayNode json = Json.array();
		for (CallLog.Entry entry : entries) {
			json.add(CallJson.call(entry.call(), entry.refusal()));
		}
		return json;
	}

}
