package io.github.balethon.emulator.control;

import java.util.Locale;

import io.github.balethon.emulator.botapi.CallLog.FinishedCall;
import io.github.balethon.emulator.botapi.ReceivedCall;
import io.github.balethon.emulator.botapi.Refusal;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the calls of the bot.
 */
final class CallJson {

	private CallJson() {
	}

	static ObjectNode call(ReceivedCall call, @Nullable Refusal refusal) {
		ObjectNode json = Json.object().put("method", call.method()).put("arrived_at", call.arrivedAt().toEpochMilli());
		json.set("parameters", call.parameters());
		if (refusal != null) {
			json.set("refused", refused(refusal));
		}
		return json;
	}

	static ObjectNode finished(FinishedCall finished) {
		return call(finished.call(), finished.refusal()).put("status", finished.status())
			.put("milliseconds", finished.duration().toMillis());
	}

	private static ObjectNode refused(Refusal refusal) {
		ObjectNode json = Json.object()
			.put("error_code", refusal.code())
			.put("description", refusal.description())
			.put("reason", refusal.reason());
		BaleQuirk quirk = refusal.quirk();
		if (quirk != null) {
			// As in POST /emulator/quirks.
			json.putObject("allowed_by")
				.put("quirk", quirk.name().toLowerCase(Locale.ROOT))
				.put("on", refusal.allowedWhenOn());
		}
		return json;
	}

}
