package io.github.balethon.handler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * All handlers of the application, and the choice among them. The table is made when all
 * beans are defined, and logged; what can never work fails the start.
 *
 * @since 0.1.0
 */
public final class HandlerRegistry implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(HandlerRegistry.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final @Nullable String username;

	private final Map<String, List<HandlerMethod>> commands = new HashMap<>();

	private final Map<String, List<HandlerMethod>> texts = new HashMap<>();

	private final Map<String, List<HandlerMethod>> callbacks = new HashMap<>();

	private final Map<UpdateKind, List<HandlerMethod>> kinds = new EnumMap<>(UpdateKind.class);

	private final Map<UpdateKind, List<HandlerMethod>> fallbacks = new EnumMap<>(UpdateKind.class);

	private int size;

	/**
	 * Creates a registry, which is empty until the beans are there.
	 * @param beanFactory where the beans with handlers are
	 * @param username the user name of the bot, to tell {@code /start@my_bot} from the
	 * commands of other bots; {@code null} to take every command as meant
	 */
	public HandlerRegistry(ConfigurableListableBeanFactory beanFactory, @Nullable String username) {
		this.beanFactory = beanFactory;
		this.username = (username != null && username.startsWith("@")) ? username.substring(1) : username;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<HandlerMethod> handlers = new HandlerDetector(this.beanFactory).detect()
			.stream()
			.sorted(Comparator.comparingInt(HandlerMethod::order))
			.toList();
		for (HandlerMethod handler : handlers) {
			register(handler);
		}
		this.size = handlers.size();
		logger.info("{}", describe(handlers));
	}

	private void register(HandlerMethod handler) {
		HandlerCondition condition = handler.condition();
		condition.commands().forEach((name) -> add(this.commands, name, handler, (key) -> "command /" + key));
		condition.texts().forEach((text) -> add(this.texts, text, handler, (key) -> "text \"" + key + "\""));
		condition.callbacks()
			.forEach((data) -> add(this.callbacks, data, handler, (key) -> "callback \"" + key + "\""));
		if (!condition.isLiteral()) {
			Map<UpdateKind, List<HandlerMethod>> table = condition.fallback() ? this.fallbacks : this.kinds;
			condition.kinds()
				.forEach((kind) -> add(table, kind, handler, (key) -> (condition.fallback()
						? "update of kind " + key + " that nobody else handles" : "update of kind " + key)));
		}
	}

	private <K> void add(Map<K, List<HandlerMethod>> table, K key, HandlerMethod handler, Function<K, String> name) {
		List<HandlerMethod> present = table.computeIfAbsent(key, (absent) -> new ArrayList<>());
		for (HandlerMethod other : present) {
			if (other.order() == handler.order()) {
				throw new InvalidHandlerException(
						"Two handlers are meant for the same %s: %s and %s.".formatted(name.apply(key), other, handler),
						"Take one away, give them different conditions, or say by @Order which one comes first.");
			}
		}
		present.add(handler);
	}

	private static String describe(List<HandlerMethod> handlers) {
		if (handlers.isEmpty()) {
			return "No handlers";
		}
		StringBuilder table = new StringBuilder((handlers.size() == 1) ? "1 handler:" : handlers.size() + " handlers:");
		for (HandlerMethod handler : handlers) {
			table.append(System.lineSeparator())
				.append("  ")
				.append(handler.condition())
				.append(" -> ")
				.append(handler);
		}
		return table.toString();
	}

	/**
	 * Whether the application has no handler, and so needs no updates.
	 * @return {@code true} if there is none
	 */
	public boolean isEmpty() {
		return this.size == 0;
	}

	/**
	 * Chooses the handler for an update.
	 * @param context the update
	 * @return the handler with its arguments, or {@code null} if none is meant
	 */
	public @Nullable HandlerMatch match(BaleContext context) {
		UpdateKind kind = UpdateKind.of(context.update());
		HandlerMatch literal = literal(kind, context);
		if (literal != null) {
			return literal;
		}
		HandlerMatch match = first(this.kinds.get(kind), context);
		return (match != null) ? match : first(this.fallbacks.get(kind), context);
	}

	private @Nullable HandlerMatch literal(UpdateKind kind, BaleContext context) {
		String text = context.text();
		if (text == null) {
			return null;
		}
		return switch (kind) {
			case CALLBACK_QUERY -> first(this.callbacks.get(text), context);
			case MESSAGE -> {
				String command = command(text);
				HandlerMatch match = (command != null) ? first(this.commands.get(command), context) : null;
				yield (match != null) ? match : first(this.texts.get(text.strip()), context);
			}
			case EDITED_MESSAGE, UNKNOWN -> null;
		};
	}

	private static @Nullable HandlerMatch first(@Nullable List<HandlerMethod> handlers, BaleContext context) {
		if (handlers == null) {
			return null;
		}
		for (HandlerMethod handler : handlers) {
			HandlerMatch match = handler.match(context);
			if (match != null) {
				return match;
			}
		}
		return null;
	}

	/**
	 * The command that a text begins with.
	 * @param text the text of a message
	 * @return the command in lower case, or {@code null} if there is none for this bot
	 */
	private @Nullable String command(String text) {
		if (!text.startsWith("/")) {
			return null;
		}
		int end = 1;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		String word = text.substring(1, end);
		int at = word.indexOf('@');
		if (at >= 0) {
			if (this.username != null && !word.substring(at + 1).equalsIgnoreCase(this.username)) {
				return null;
			}
			word = word.substring(0, at);
		}
		return word.toLowerCase(Locale.ROOT);
	}

}
