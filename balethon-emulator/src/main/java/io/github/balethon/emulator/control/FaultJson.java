package io.github.balethon.emulator.control;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.FaultDefinition;
import io.github.balethon.emulator.botapi.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads faults from requests to the control API, which names them as the public {@code
 * Fault} does.
 */
final class FaultJson {

	private FaultJson() {
	}

	/**
	 * Reads a fault.
	 * @param parameters kind and its fields: milliseconds, bytes_per_second, code,
	 * description, retry_after, plain_text, content_type, body; and for each kind after
	 * (milliseconds), after_effect, times, when (parameters of the call)
	 * @return the fault
	 */
	static FaultDefinition read(Parameters parameters) {
		FaultDefinition fault = kind(parameters);
		Long after = parameters.integer("after");
		if (after != null) {
			fault = fault.after(Duration.ofMillis(after));
		}
		if (Boolean.TRUE.equals(parameters.flag("after_effect"))) {
			fault = fault.afterEffect();
		}
		Long times = parameters.integer("times");
		if (times != null) {
			fault = fault.times((int) Math.max(Integer.MIN_VALUE, Math.min(times, Integer.MAX_VALUE)));
		}
		ObjectNode when = parameters.object("when");
		return (when != null) ? fault.when((call) -> has(call.parameters(), when)) : fault;
	}

	private static FaultDefinition kind(Parameters parameters) {
		String kind = parameters.text("kind", "").toLowerCase(Locale.ROOT);
		return switch (kind) {
			case "delay" -> FaultDefinition.delay(Duration.ofMillis(parameters.requiredInteger("milliseconds")));
			case "hang" -> FaultDefinition.hang();
			case "reset" -> FaultDefinition.reset();
			case "slow_body" -> FaultDefinition.slowBody(number(parameters, "bytes_per_second"));
			case "truncated" -> FaultDefinition.truncated();
			case "cut_off" -> FaultDefinition.cutOff();
			case "status" -> status(parameters);
			case "too_many_requests" -> tooManyRequests(parameters);
			case "html_error" -> FaultDefinition.htmlError(number(parameters, "code"));
			case "empty_body" -> FaultDefinition.emptyBody(number(parameters, "code"));
			case "null_result" -> FaultDefinition.nullResult();
			case "answer" -> FaultDefinition.answer(number(parameters, "code"),
					parameters.text("content_type", "application/json"), parameters.text("body", ""));
			case "duplicates" -> FaultDefinition.duplicates();
			case "disorder" -> FaultDefinition.disorder();
			case "repeated" -> FaultDefinition.repeated();
			case "beyond_limit" -> FaultDefinition.beyondLimit();
			default -> throw new BadParameter("kind",
					"delay, hang, reset, slow_body, truncated, cut_off, status, too_many_requests, html_error, "
							+ "empty_body, null_result, answer, duplicates, disorder, repeated or beyond_limit");
		};
	}

	private static FaultDefinition status(Parameters parameters) {
		int code = number(parameters, "code");
		String description = parameters.text("description");
		return (description != null) ? FaultDefinition.status(code, description) : FaultDefinition.status(code);
	}

	private static FaultDefinition tooManyRequests(Parameters parameters) {
		Long retryAfter = parameters.integer("retry_after");
		if (retryAfter != null) {
			return FaultDefinition.tooManyRequests(Duration.ofSeconds(retryAfter));
		}
		return Boolean.TRUE.equals(parameters.flag("plain_text")) ? FaultDefinition.tooManyRequestsAsPlainText()
				: FaultDefinition.tooManyRequestsWithoutParameters();
	}

	private static int number(Parameters parameters, String name) {
		return (int) Math.max(Integer.MIN_VALUE, Math.min(parameters.requiredInteger(name), Integer.MAX_VALUE));
	}

	/**
	 * Whether a call has some parameters. Numbers are compared as text, as both sides may
	 * send strings.
	 * @param parameters the parameters of the call
	 * @param wanted the expected parameters
	 * @return whether all values match
	 */
	private static boolean has(JsonNode parameters, ObjectNode wanted) {
		for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
			JsonNode value = parameters.path(entry.getKey());
			boolean same = value.equals(entry.getValue()) || (value.isValueNode() && entry.getValue().isValueNode()
					&& value.asString().equals(entry.getValue().asString()));
			if (!same) {
				return false;
			}
		}
		return true;
	}

}
