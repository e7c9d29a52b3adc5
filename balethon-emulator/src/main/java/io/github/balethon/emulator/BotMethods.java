package io.github.balethon.emulator;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The methods that the emulator knows, by name. The case of a name does not matter.
 */
final class BotMethods {

	static final String GET_UPDATES = "getUpdates";

	private final Map<String, BotMethod> methods = new LinkedHashMap<>();

	BotMethods(BotAccount account, UpdateMethods updates, MessageMethods messages, InteractionMethods interaction) {
		add("getMe", (parameters) -> account.toJson());
		add(new BotMethod(GET_UPDATES, updates::getUpdates));
		add("setWebhook", updates::setWebhook);
		add("deleteWebhook", updates::deleteWebhook);
		add("getWebhookInfo", updates::getWebhookInfo);
		add("sendMessage", messages::sendMessage);
		add("editMessageText", messages::editMessageText);
		add("deleteMessage", messages::deleteMessage);
		add("answerCallbackQuery", interaction::answerCallbackQuery);
		add("sendChatAction", interaction::sendChatAction);
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
	String canonicalName(String name) {
		BotMethod method = find(name);
		if (method == null) {
			throw new IllegalArgumentException("The emulator knows no method '" + name + "', but: "
					+ this.methods.values().stream().map(BotMethod::name).collect(Collectors.joining(", ")) + ".");
		}
		return method.name();
	}

	private void add(String name, Function<Parameters, JsonNode> result) {
		add(new BotMethod(name, (invocation) -> Mono.just(Envelope.success(result.apply(invocation.parameters())))));
	}

	private void add(BotMethod method) {
		this.methods.put(method.name().toLowerCase(Locale.ROOT), method);
	}

	/**
	 * A method of the Bot API.
	 *
	 * @param name its name in Bale's own spelling
	 * @param work what it does
	 */
	record BotMethod(String name, Work work) {

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
	record Invocation(Call call, Parameters parameters, EventExecutor timer) {
	}

}
