package io.github.balethon.emulator.botapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.balethon.emulator.http.Answer;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The supported methods by name. Names are case-insensitive.
 *
 * @since 0.1.0
 */
public final class BotMethods {

	static final String GET_UPDATES = "getUpdates";

	/** Stands for downloads in the names of methods, for faults and delays. */
	static final String DOWNLOAD = "download";

	private final Map<String, BotMethod> methods = new LinkedHashMap<>();

	BotMethods(List<MethodGroup> groups) {
		groups.forEach((group) -> group.addTo(this));
	}

	/**
	 * Adds a method that responds immediately.
	 * @param name name of the method in Bale's spelling
	 * @param result the implementation
	 * @param parameters names of its parameters
	 */
	void add(String name, Function<Parameters, JsonNode> result, String... parameters) {
		add(name, Set.of(parameters),
				(invocation) -> Mono.just(Envelope.success(result.apply(invocation.parameters()))));
	}

	void add(String name, Set<String> parameters, Work work) {
		this.methods.put(name.toLowerCase(Locale.ROOT), new BotMethod(name, parameters, work));
	}

	@Nullable BotMethod find(String name) {
		return this.methods.get(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * Returns the name in Bale's spelling.
	 * @param name the name, case-insensitive
	 * @return the name
	 * @throws IllegalArgumentException if there is no such method, so that a misspelled
	 * name in a test is not ignored
	 */
	public String canonicalName(String name) {
		if (name.equalsIgnoreCase(DOWNLOAD)) {
			return DOWNLOAD;
		}
		BotMethod method = find(name);
		if (method == null) {
			throw new IllegalArgumentException("Unknown method '" + name + "'. The methods are "
					+ this.methods.values().stream().map(BotMethod::name).collect(Collectors.joining(", ")) + " and "
					+ DOWNLOAD + ".");
		}
		return method.name();
	}

	/**
	 * A method of the Bot API.
	 *
	 * @param name name in Bale's spelling
	 * @param parameters names of its parameters
	 * @param work the implementation
	 */
	record BotMethod(String name, Set<String> parameters, Work work) {

		/**
		 * Whether a call may be dropped when the client disconnects. All other methods
		 * take effect nevertheless.
		 * @return whether the method is the long poll
		 */
		boolean endsWithConnection() {
			return this.name.equals(GET_UPDATES);
		}

	}

	/**
	 * Related methods.
	 */
	interface MethodGroup {

		void addTo(BotMethods methods);

	}

	/**
	 * Implementation of a method.
	 */
	interface Work {

		Mono<Answer> answer(Invocation invocation);

	}

	/**
	 * A call in progress.
	 *
	 * @param call the recorded call
	 * @param parameters the parameters
	 * @param timer schedules tasks
	 */
	record Invocation(ReceivedCall call, Parameters parameters, EventExecutor timer) {
	}

}
