package io.github.balethon.emulator.control;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.FileMethods;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.botapi.Refusal;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Request;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The addresses of the control API, {@code /emulator/...}; docs/emulator.md lists them.
 * Bodies must be JSON, because a web page can send forms across origins without a
 * preflight request, but not JSON.
 *
 * @since 0.1.0
 */
public final class ControlRoutes {

	/** Prefix of the addresses of the control API. */
	public static final String PATH = "/emulator/";

	private static final String FILES = "files/";

	private static final Pattern NUMBER = Pattern.compile("/(\\d{1,18})(?=/|$)");

	/** Placeholder of a number in a route, which becomes the parameter {@code id}. */
	private static final String ID = "/ID";

	private final Map<String, Map<String, Action>> actions = new LinkedHashMap<>();

	private final Map<String, String[]> fields = new TreeMap<>();

	private final ControlEvents events;

	private final FileMethods files;

	public ControlRoutes(List<RouteGroup> groups, ControlEvents events, FileMethods files) {
		this.events = events;
		this.files = files;
		groups.forEach((group) -> group.addTo(this));
	}

	public static Answer error(int status, String sentence) {
		return Answer.json(status, Json.object().put("error", sentence));
	}

	public void add(RouteGroup group) {
		group.addTo(this);
	}

	public void get(String path, Function<Parameters, JsonNode> action, String... fields) {
		add("GET", path, (parameters, timer) -> Mono.just(action.apply(parameters)), fields);
	}

	/**
	 * Adds an action.
	 * @param path the relative path
	 * @param action the action
	 * @param fields names of all fields of the body
	 */
	void post(String path, Function<Parameters, JsonNode> action, String... fields) {
		postSlowly(path, (parameters, timer) -> Mono.just(action.apply(parameters)), fields);
	}

	/**
	 * Adds an asynchronous action.
	 * @param path the relative path
	 * @param action the action
	 * @param fields names of all fields of the body
	 */
	public void postSlowly(String path, Action action, String... fields) {
		add("POST", path, action, fields);
	}

	void delete(String path, Function<Parameters, JsonNode> action) {
		add("DELETE", path, (parameters, timer) -> Mono.just(action.apply(parameters)));
	}

	public Mono<Answer> answer(Request request) {
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

	/**
	 * Returns all routes, for comparing them with the documentation.
	 * @return the names of the fields by verb and path
	 */
	public Map<String, List<String>> routes() {
		Map<String, List<String>> routes = new TreeMap<>();
		this.fields.forEach((route, fields) -> routes.put(route, List.of(fields)));
		routes.put("GET " + PATH + "events", List.of("chat", "log"));
		routes.put("GET " + PATH + "files/FILE_ID", List.of());
		return routes;
	}

	private void add(String verb, String path, Action action, String... fields) {
		this.fields.put(verb + " " + PATH + path, fields);
		String[] known = path.contains(ID)
				? Stream.concat(Stream.of("id"), Arrays.stream(fields)).toArray(String[]::new) : fields;
		this.actions.computeIfAbsent(path, (key) -> new LinkedHashMap<>()).put(verb, (parameters, timer) -> {
			KnownFields.require(parameters, known);
			return action.run(parameters, timer);
		});
	}

	private Mono<Answer> route(Request request, String path) {
		if (path.equals("events")) {
			return request.isGet() ? Mono.just(this.events.answer(request)) : onlyAllowed(Set.of("GET"));
		}
		if (path.startsWith(FILES) && request.isGet()) {
			return Mono.just(file(path.substring(FILES.length())));
		}
		Matcher number = NUMBER.matcher(path);
		String id = number.find() ? number.group(1) : null;
		Map<String, Action> verbs = this.actions.get((id != null) ? number.replaceFirst(ID) : path);
		if (verbs == null) {
			return Mono.just(error(404, "Unknown address. GET / lists the available ones."));
		}
		Action action = verbs.get(request.verb());
		if (action == null) {
			return onlyAllowed(verbs.keySet());
		}
		return action.run(parameters(request, id), request.timer()).map((result) -> Answer.json(200, result));
	}

	private Answer file(String path) {
		try {
			return this.files.download(path);
		}
		catch (Refusal ex) {
			return ex.answer();
		}
	}

	private Parameters parameters(Request request, @Nullable String id) {
		ObjectNode values = Json.object();
		if (request.isPost()) {
			if (!request.mediaType().equals("application/json")) {
				throw new ControlProblem(415,
						"The body must be JSON with the header 'Content-Type: application/json'.");
			}
			values = body(request);
		}
		else {
			for (Map.Entry<String, List<String>> entry : request.query().entrySet()) {
				values.put(entry.getKey(), entry.getValue().get(0));
			}
		}
		if (id != null) {
			values.put("id", Long.parseLong(id));
		}
		return new Parameters(values);
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

	private Mono<Answer> onlyAllowed(Set<String> verbs) {
		return Mono.just(error(405, "Use " + String.join(" or ", verbs) + " for this address.")
			.allowing(String.join(", ", verbs)));
	}

	/**
	 * Related routes.
	 */
	public interface RouteGroup {

		void addTo(ControlRoutes routes);

	}

	/**
	 * An action of a route.
	 */
	public interface Action {

		/**
		 * Runs the action.
		 * @param parameters the body or the query string, and the number in the path
		 * @param timer schedules timeouts
		 * @return the result
		 */
		Mono<JsonNode> run(Parameters parameters, EventExecutor timer);

	}

}
