package io.github.balethon.emulator;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.util.concurrent.EventExecutor;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The addresses of the control API: {@code /emulator/...}. It takes nothing but JSON,
 * because a web page can send forms to anywhere, but no JSON without asking.
 */
final class ControlRoutes {

	static final String PATH = "/emulator/";

	private static final Pattern MESSAGES_OF_CHAT = Pattern.compile("chats/(\\d{1,18})/messages");

	private final ControlApi api;

	ControlRoutes(ControlApi api) {
		this.api = api;
	}

	static Answer error(int status, String sentence) {
		return Answer.json(status, Json.object().put("error", sentence));
	}

	Mono<Answer> answer(Request request) {
		try {
			return route(request, request.path().substring(PATH.length()));
		}
		catch (ControlProblem ex) {
			return Mono.just(error(ex.status(), String.valueOf(ex.getMessage())));
		}
		catch (BadParameter ex) {
			return Mono.just(error(400, ex.asSentence()));
		}
		catch (IllegalArgumentException ex) {
			return Mono.just(error(400, String.valueOf(ex.getMessage())));
		}
	}

	private Mono<Answer> route(Request request, String path) {
		switch (path) {
			case "messages":
				return post(request, this.api::write);
			case "presses":
				return post(request, this.api::press);
			case "delays":
				return post(request, this.api::delay);
			case "chats":
				return request.isGet() ? success(this.api.chats()) : onlyAllowed("GET");
			default:
				Matcher matcher = MESSAGES_OF_CHAT.matcher(path);
				if (!matcher.matches()) {
					return Mono.just(error(404, "There is no such address; GET / lists what there is."));
				}
				return request.isGet() ? success(this.api.messages(Long.parseLong(matcher.group(1))))
						: onlyAllowed("GET");
		}
	}

	private Mono<Answer> post(Request request, BiFunction<Parameters, EventExecutor, Mono<JsonNode>> work) {
		if (!request.isPost()) {
			return onlyAllowed("POST");
		}
		if (!request.mediaType().equals("application/json")) {
			throw new ControlProblem(415, "Send JSON with the header 'Content-Type: application/json'.");
		}
		return work.apply(new Parameters(body(request)), request.timer()).map((result) -> Answer.json(200, result));
	}

	private ObjectNode body(Request request) {
		try {
			if (Json.read(request.body()) instanceof ObjectNode object) {
				return object;
			}
			throw new ControlProblem(400, "The body must be a JSON object, for example {\"text\":\"/start\"}.");
		}
		catch (JacksonException ex) {
			throw new ControlProblem(400, "The body is not valid JSON: " + ex.getOriginalMessage());
		}
	}

	private Mono<Answer> success(JsonNode result) {
		return Mono.just(Answer.json(200, result));
	}

	private Mono<Answer> onlyAllowed(String verb) {
		return Mono.just(error(405, "Use " + verb + " for this address.").allowing(verb));
	}

}
