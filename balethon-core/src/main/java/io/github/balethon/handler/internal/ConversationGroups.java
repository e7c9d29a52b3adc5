package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.internal.ConversationCatalog;
import io.github.balethon.conversation.internal.ConversationData;
import io.github.balethon.handler.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * Collects the states and groups of conversations from the handlers, and rejects those
 * that contradict each other.
 */
final class ConversationGroups {

	// Length of the column.
	private static final int MAX_NAME = 200;

	private final Function<Type, ConversationData> types;

	private final Function<String, @Nullable String> placeholders;

	private final Set<String> states = new TreeSet<>();

	private final Map<String, Declared> data = new HashMap<>();

	private final Map<String, Duration> ttls = new HashMap<>();

	private final Map<String, RegisteredHandler> timeouts = new HashMap<>();

	private final Map<String, Class<? extends Enum<?>>> enums = new LinkedHashMap<>();

	private boolean used;

	/**
	 * Creates an instance.
	 * @param types prepares the conversion of types of data
	 * @param placeholders resolves placeholders
	 */
	ConversationGroups(Function<Type, ConversationData> types, Function<String, @Nullable String> placeholders) {
		this.types = types;
		this.placeholders = placeholders;
	}

	static InvalidHandlerException noStore(String handler) {
		return new InvalidHandlerException(
				"Handler %s uses conversations, but there is no store of them.".formatted(handler),
				"Use the auto-configuration, or declare a bean of type " + ConversationStore.class.getName() + ".");
	}

	/**
	 * Returns the group of the states of a class.
	 * @param beanType the class
	 * @return the group, or {@code null} if the class is not annotated
	 */
	static @Nullable String groupOf(Class<?> beanType) {
		return annotation(beanType).getValue(MergedAnnotation.VALUE, String.class).orElse(null);
	}

	private static MergedAnnotation<BaleConversation> annotation(Class<?> beanType) {
		return MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY).get(BaleConversation.class);
	}

	/**
	 * Returns the type of the data of a {@code Conversation} parameter.
	 * @param parameter the type of the parameter
	 * @return the type, {@code Object} if it is not declared
	 */
	static Type dataType(ResolvableType parameter) {
		ResolvableType argument = parameter.getGeneric();
		return (argument.resolve() != null) ? argument.getType() : Object.class;
	}

	/**
	 * Adds a handler.
	 * @param handler the handler
	 */
	void add(RegisteredHandler handler) {
		Class<?> beanType = handler.getBeanType();
		String group = groupOf(beanType);
		Set<String> own = handler.condition().states();
		own.forEach((state) -> addState(state, group, handler));
		if (handler.timeout() != null) {
			own.forEach((state) -> addTimeout(state, handler));
		}
		if (group != null) {
			addGroup(group, beanType);
		}
		Set<String> groups = (group != null) ? Set.of(group)
				: own.stream().map(ConversationCatalog::group).collect(Collectors.toSet());
		Method method = handler.getMethod();
		for (int i = 0; i < method.getParameterCount(); i++) {
			ResolvableType type = ResolvableType.forMethodParameter(method, i, beanType);
			if (type.toClass() == Conversation.class) {
				this.used = true;
				declare(groups, this.types.apply(dataType(type)), handler);
			}
		}
	}

	private void addState(String state, @Nullable String group, RegisteredHandler handler) {
		this.used = true;
		boolean foreign = group != null && !ConversationCatalog.group(state).equals(group);
		if (foreign || state.isBlank() || state.endsWith(".") || state.length() > MAX_NAME) {
			throw new InvalidHandlerException(
					"Handler %s has the state \"%s\", which is not a valid name.".formatted(handler, state),
					"Set a name of 1 to %d characters, such as \"address\", without a dot in a class with @BaleConversation."
						.formatted(MAX_NAME));
		}
		this.states.add(state);
	}

	private void addTimeout(String state, RegisteredHandler handler) {
		RegisteredHandler present = this.timeouts.putIfAbsent(state, handler);
		if (present != null) {
			throw new InvalidHandlerException(
					"Handlers %s and %s both handle the timeout of the state '%s'.".formatted(present, handler, state),
					"Keep one of them. It can move to another state with a timeout of its own.");
		}
	}

	private void declare(Set<String> groups, ConversationData type, RegisteredHandler handler) {
		String problem = type.problem();
		if (problem != null) {
			throw new InvalidHandlerException(
					"Handler %s has a conversation with data of the type %s, to which JSON cannot be converted: %s"
						.formatted(handler, type, problem),
					"Use a record, a class with a default constructor and setters, a collection, or a value such as "
							+ "String.");
		}
		if (type.isAny()) {
			return;
		}
		for (String group : groups) {
			Declared present = this.data.putIfAbsent(group, new Declared(type, handler));
			if (present != null && !present.type().equals(type)) {
				throw new InvalidHandlerException(
						"Handlers %s and %s declare two types of data for the same conversation%s: %s and %s."
							.formatted(present.handler(), handler, group.isEmpty() ? "" : " '" + group + "'",
									present.type(), type),
						"Declare one type, or annotate the classes of different conversations with different "
								+ "@BaleConversation names.");
			}
		}
	}

	private void addGroup(String group, Class<?> beanType) {
		MergedAnnotation<BaleConversation> annotation = annotation(beanType);
		if (group.isBlank() || group.endsWith(".")) {
			throw new InvalidHandlerException(
					"@BaleConversation on class %s has no valid name.".formatted(beanType.getName()),
					"Set a name, such as \"checkout\".");
		}
		Class<? extends Enum<?>> constants = annotation.synthesize().states();
		if (constants != BaleConversation.NoStates.class) {
			this.enums.put(group, constants);
		}
		String ttl = this.placeholders.apply(annotation.getString("ttl"));
		if (ttl != null && !ttl.isBlank()) {
			this.ttls.put(group, duration(ttl.strip(), beanType));
		}
	}

	private static Duration duration(String written, Class<?> beanType) {
		Duration ttl = WrittenDuration.positive(written);
		if (ttl != null) {
			return ttl;
		}
		throw new InvalidHandlerException(
				"@BaleConversation on class %s has the invalid ttl \"%s\".".formatted(beanType.getName(), written),
				"Set a positive duration with a unit, such as \"30m\", \"1h\" or \"2d\".");
	}

	/**
	 * Whether a handler uses conversations.
	 * @return {@code true} if one has a state or a {@code Conversation} parameter
	 */
	boolean isUsed() {
		return this.used;
	}

	/**
	 * Returns the states and groups of all handlers.
	 * @param dialogues the states of dialogues
	 * @param defaultTtl time to live of groups that set none
	 * @return the states and groups
	 */
	ConversationCatalog catalog(Set<String> dialogues, Duration defaultTtl) {
		this.enums.forEach(this::requireSameStates);
		Map<String, Duration> durations = new HashMap<>();
		this.timeouts.forEach((state, handler) -> durations.put(state, timeout(state, handler, defaultTtl)));
		Map<String, ConversationData> types = new HashMap<>();
		this.data.forEach((group, declared) -> types.put(group, declared.type()));
		return new ConversationCatalog(Set.copyOf(this.states), dialogues, Map.copyOf(types), Map.copyOf(this.ttls),
				Map.copyOf(durations));
	}

	private Duration timeout(String state, RegisteredHandler handler, Duration defaultTtl) {
		Duration timeout = Objects.requireNonNull(handler.timeout());
		Duration ttl = this.ttls.getOrDefault(ConversationCatalog.group(state), defaultTtl);
		if (timeout.compareTo(ttl) >= 0) {
			throw new InvalidHandlerException(
					"Handler %s has a timeout of %s, but its conversation expires after %s.".formatted(handler,
							DurationFormatterUtils.print(timeout, DurationFormat.Style.COMPOSITE),
							DurationFormatterUtils.print(ttl, DurationFormat.Style.COMPOSITE)),
					"Set a shorter timeout, or a longer 'ttl' of @BaleConversation or 'bale.conversation.time-to-live'.");
		}
		return timeout;
	}

	private void requireSameStates(String group, Class<? extends Enum<?>> type) {
		Set<String> constants = Stream.of(type.getEnumConstants())
			.map((constant) -> ConversationCatalog.qualified(group, constant.name()))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> present = this.states.stream()
			.filter((state) -> ConversationCatalog.group(state).equals(group))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> unhandled = new TreeSet<>(constants);
		unhandled.removeAll(present);
		if (!unhandled.isEmpty()) {
			throw new InvalidHandlerException(
					"No handler has the states %s of the conversation '%s'.".formatted(unhandled, group),
					"Add handlers for them, or remove the constants of %s.".formatted(type.getName()));
		}
		present.removeAll(constants);
		if (!present.isEmpty()) {
			throw new InvalidHandlerException(
					"Handlers of the conversation '%s' have the states %s, which are no constants of %s."
						.formatted(group, present, type.getName()),
					"Fix the names, or add the constants.");
		}
	}

	/**
	 * Type of the data of a group.
	 *
	 * @param type the type
	 * @param handler the first handler that declares it
	 */
	private record Declared(ConversationData type, RegisteredHandler handler) {

	}

}
