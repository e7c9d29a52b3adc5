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
 * The methods that the emulator knows, by name. The case of a name does not matter.
 *
 * @since 0.1.0
 */
public final class BotMethods {

	static final String GET_UPDATES = "getUpdates";

	/** No method of Bale, but named like one so that it can be slow and fail as well. */
	static final String DOWNLOAD = "download";

	private final Map<String, BotMethod> methods = new LinkedHashMap<>();

	BotMethods(List<MethodGroup> groups) {
		groups.forEach((group) -> group.addTo(this));
	}

	/**
	 * Adds a method that is answered at once.
	 * @param name its name in Bale's own spelling
	 * @param result what it does
	 * @param parameters the names of the parameters that it knows
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
	 * The name in Bale's own spelling.
	 * @param name a name in any case
	 * @return the name
	 * @throws IllegalArgumentException if there is no such method; a wrong name in a test
	 * would else wait or slow down nothing, without a word
	 */
	public String canonicalName(String name) {
		if (name.equalsIgnoreCase(DOWNLOAD)) {
			return DOWNLOAD;
		}
		BotMethod method = find(name);
		if (method == null) {
			throw new IllegalArgumentException("The emulator knows no method '" + name + "', but: "
					+ this.methods.values().stream().map(BotMethod::name).collect(Collectors.joining(", ")) + " and "
					+ DOWNLOAD + ".");
		}
		return method.name();
	}

	/**
	 * A method of the Bot API.
	 *
	 * @param name its name in Bale's own spelling
	 * @param parameters the names of the parameters that it knows
	 * @param work what it does
	 */
	record BotMethod(String name, Set<String> parameters, Work work) {

		/**
		 * Whether it only waits, so that it can be forgotten when the caller has gone.
		 * Everything else takes effect even if nobody waits for the answer any more.
		 * @return whether it is the long poll
		 */
		boolean endsWithConnection() {
			return this.name.equals(GET_UPDATES);
		}

	}

	/**
	 * Methods that belong together.
	 */
	interface MethodGroup {

		void addTo(BotMethods methods);

	}

	/**
	 * What a method does.
	 */
	interface Work {

		Mono<Answer> answer(Invocation invocation);

	}

	/**
	 * A call that is being answered.
	 *
	 * @param call the call as it is recorded
	 * @param parameters its parameters
	 * @param timer runs what has to happen later
	 */
	record Invocation(ReceivedCall call, Parameters parameters, EventExecutor timer) {
	}

}
