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
 * <table>
 * <caption>What can be done</caption>
 * <tr>
 * <td>{@code GET people}</td>
 * <td>who there is: id, name</td>
 * </tr>
 * <tr>
 * <td>{@code POST people}</td>
 * <td>somebody new: name, and id if it is wished for</td>
 * </tr>
 * <tr>
 * <td>{@code POST messages}</td>
 * <td>write: from, name, chat, text, reply_to_message_id, wait</td>
 * </tr>
 * <tr>
 * <td>{@code POST edits}</td>
 * <td>change an own message: from, chat, message_id, text</td>
 * </tr>
 * <tr>
 * <td>{@code POST presses}</td>
 * <td>press an inline button: from, chat, message_id, data</td>
 * </tr>
 * <tr>
 * <td>{@code POST delays}</td>
 * <td>make the bot's calls slow: method, milliseconds</td>
 * </tr>
 * <tr>
 * <td>{@code GET chats}</td>
 * <td>the chats: id, type, name, number of messages</td>
 * </tr>
 * <tr>
 * <td>{@code GET chats/ID/messages}</td>
 * <td>what stands in a chat</td>
 * </tr>
 * <tr>
 * <td>{@code GET events?chat=ID&chat=ID}</td>
 * <td>the state and then all that happens in these chats, as server-sent events; see
 * {@link ControlEvents}</td>
 * </tr>
 * </table>
 */
final class ControlRoutes {

	static final String PATH = "/emulator/";

	private static final Pattern MESSAGES_OF_CHAT = Pattern.compile("chats/(\\d{1,18})/messages");

	private final ControlApi api;

	private final ControlEvents events;

	ControlRoutes(ControlApi api, ControlEvents events) {
		this.api = api;
		this.events = events;
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
			case "edits":
				return post(request, this.api::edit);
			case "people":
				return request.isGet() ? success(this.api.people()) : post(request, this.api::meet);
			case "events":
				return request.isGet() ? Mono.just(this.events.answer(request)) : onlyAllowed("GET");
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
