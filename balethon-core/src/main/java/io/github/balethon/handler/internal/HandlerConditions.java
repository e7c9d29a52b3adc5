package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.internal.ConversationCatalog;
import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.HandlerCondition.Guard;
import io.github.balethon.handler.internal.HandlerCondition.Written;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Spaces;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/**
 * Reads the condition of a handler from the annotations of the method and its class.
 */
final class HandlerConditions {

	private static final Set<String> ONLY_ON_METHODS = new LinkedHashSet<>(List.of("command", "text", "regex",
			"callback", "callbackRegex", "fallback", "answer", "timeout", "collect", "interrupt"));

	private final TextNormalizer normalizer;

	private final NamedConditions named;

	private final SpelConditions spel;

	private final Function<String, @Nullable String> placeholders;

	HandlerConditions(TextNormalizer normalizer, NamedConditions named, SpelConditions spel,
			Function<String, @Nullable String> placeholders) {
		this.normalizer = normalizer;
		this.named = named;
		this.spel = spel;
		this.placeholders = placeholders;
	}

	/**
	 * Finds the annotations of a handler. Composed annotations lead to several.
	 * @param method the method
	 * @return the annotations of the method, or of the closest method that it overrides
	 */
	static List<MergedAnnotation<BaleHandler>> annotations(Method method) {
		return nearest(MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY));
	}

	private static List<MergedAnnotation<BaleHandler>> nearest(MergedAnnotations annotations) {
		List<MergedAnnotation<BaleHandler>> all = annotations.stream(BaleHandler.class).toList();
		int first = all.stream().mapToInt(MergedAnnotation::getAggregateIndex).min().orElse(0);
		return all.stream().filter((annotation) -> annotation.getAggregateIndex() == first).toList();
	}

	HandlerCondition read(Method method, Class<?> beanType, String name) {
		List<MergedAnnotation<BaleHandler>> own = annotations(method);
		List<MergedAnnotation<BaleHandler>> ofClass = nearest(
				MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY));
		requireOnlyFilters(ofClass, beanType);
		List<MergedAnnotation<BaleHandler>> all = Stream.concat(own.stream(), ofClass.stream()).toList();
		Set<String> callbacks = strings(all, "callback", name);
		return new HandlerCondition(commands(own, method, name), normalized(strings(all, "text", name)),
				patterns(strings(all, "regex", name), TextPattern::regex, name),
				callbacks.stream()
					.filter((data) -> !TextPattern.isTemplate(data))
					.map(this.normalizer::normalize)
					.collect(toOrderedSet()),
				callbackPatterns(callbacks, strings(all, "callbackRegex", name), name),
				enums(all, "kind", UpdateKind.class, name), states(all, beanType, name),
				all.stream().anyMatch((annotation) -> annotation.getBoolean("fallback")), guard(all, name));
	}

	// @BaleText without a text matches messages with any text.
	private static boolean isForAnyText(MergedAnnotation<BaleHandler> annotation) {
		return annotation.getStringArray("text").length == 0 && annotation.getStringArray("regex").length == 0
				&& Stream.<MergedAnnotation<?>>iterate(annotation, Objects::nonNull, MergedAnnotation::getMetaSource)
					.anyMatch((source) -> source.getType() == BaleText.class);
	}

	/**
	 * Reads the maximum age of updates.
	 * @param method the method
	 * @param beanType the class of the bean
	 * @param name the name of the handler, for errors
	 * @return the age from the method, or else from the class, or {@code null} for none
	 */
	@Nullable Duration maxAge(Method method, Class<?> beanType, String name) {
		String written = Stream
			.concat(annotations(method).stream(),
					nearest(MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY)).stream())
			.map((annotation) -> resolve(annotation.getString("maxAge")).strip())
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse(null);
		if (written == null) {
			return null;
		}
		Duration age = WrittenDuration.positive(written);
		if (age != null) {
			return age;
		}
		throw new InvalidHandlerException("Handler %s has the invalid maxAge \"%s\".".formatted(name, written),
				"Set a positive duration with a unit, such as \"30s\", \"5m\" or \"1h\".");
	}

	/**
	 * Reads the timeout of the state.
	 * @param method the method
	 * @param name the name of the handler, for errors
	 * @return the timeout, or {@code null} for a handler of updates
	 */
	@Nullable Duration timeout(Method method, String name) {
		return duration(method, "timeout", "\"30m\" or \"1d\"", name);
	}

	/**
	 * Reads the time after a message for which a further one is awaited.
	 * @param method the method
	 * @param name the name of the handler, for errors
	 * @return the time, or {@code null} for none
	 */
	@Nullable Duration collect(Method method, String name) {
		return duration(method, "collect", "\"2s\" or \"500ms\"", name);
	}

	private @Nullable Duration duration(Method method, String attribute, String examples, String name) {
		String written = annotations(method).stream()
			.map((annotation) -> resolve(annotation.getString(attribute)).strip())
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElse(null);
		if (written == null) {
			return null;
		}
		Duration duration = WrittenDuration.positive(written);
		if (duration == null) {
			throw new InvalidHandlerException(
					"Handler %s has the invalid %s \"%s\".".formatted(name, attribute, written),
					"Set a positive duration with a unit, such as %s.".formatted(examples));
		}
		return duration;
	}

	private void requireOnlyFilters(List<MergedAnnotation<BaleHandler>> ofClass, Class<?> beanType) {
		for (MergedAnnotation<BaleHandler> annotation : ofClass) {
			for (String attribute : ONLY_ON_METHODS) {
				if (!annotation.hasDefaultValue(attribute)) {
					throw new InvalidHandlerException(
							"@BaleHandler on class %s sets '%s', which is supported on methods only."
								.formatted(beanType.getName(), attribute),
							"Move it to the methods. On a class, set attributes for all of its handlers: kinds, chats, "
									+ "senders, states, 'when' or 'condition'.");
				}
			}
		}
	}

	private Set<String> commands(List<MergedAnnotation<BaleHandler>> annotations, Method method, String name) {
		Set<String> commands = new LinkedHashSet<>();
		for (MergedAnnotation<BaleHandler> annotation : annotations) {
			for (String written : annotation.getStringArray("command")) {
				String resolved = Spaces.strip(resolve(written));
				String command = resolved.isEmpty() ? method.getName() : resolved;
				for (String prefix : annotation.getStringArray("prefix")) {
					String full = command.startsWith(prefix) ? command : prefix + command;
					commands.add(this.normalizer.normalize(full).toLowerCase(Locale.ROOT));
				}
			}
		}
		if (commands.stream().anyMatch((command) -> command.chars().anyMatch((each) -> Spaces.isSpace((char) each)))) {
			throw new InvalidHandlerException("Handler %s has a command with whitespace.".formatted(name),
					"Set a single word, such as \"start\", and declare @CommandArgs parameters for its arguments.");
		}
		return commands;
	}

	private List<TextPattern> callbackPatterns(Set<String> callbacks, Set<String> regexes, String name) {
		List<TextPattern> patterns = new ArrayList<>(
				templates(callbacks.stream().filter(TextPattern::isTemplate).toList(), name));
		patterns.addAll(patterns(regexes, TextPattern::regex, name));
		return List.copyOf(patterns);
	}

	/**
	 * Creates the patterns of templates of callback data.
	 * @param templates the templates
	 * @param name the name of the handler, for errors
	 * @return the patterns
	 */
	List<TextPattern> templates(List<String> templates, String name) {
		return templates.stream().map((data) -> TextPattern.template(data, this.normalizer, name)).toList();
	}

	private List<TextPattern> patterns(Set<String> sources, PatternFactory factory, String name) {
		return sources.stream().map((source) -> factory.create(source, this.normalizer, name)).toList();
	}

	private Set<String> normalized(Set<String> texts) {
		return texts.stream().map((text) -> this.normalizer.normalize(Spaces.strip(text))).collect(toOrderedSet());
	}

	private Guard guard(List<MergedAnnotation<BaleHandler>> annotations, String name) {
		List<Written> written = new ArrayList<>();
		for (MergedAnnotation<BaleHandler> annotation : annotations) {
			if (isForAnyText(annotation)) {
				add(written, "content", this.named::parse, name);
			}
			add(written, annotation.getString("when"), this.named::parse, name);
			add(written, annotation.getString("condition"), this.spel::parse, name);
		}
		return new Guard(enums(annotations, "content", Content.class, name),
				enums(annotations, "chat", ChatType.class, name), identifiers(annotations, "chatId", name),
				identifiers(annotations, "sender", name), List.copyOf(written));
	}

	private void add(List<Written> written, String source, BiFunction<String, String, BaleCondition> parser,
			String name) {
		if (!source.isBlank()) {
			String resolved = resolve(source);
			Written condition = new Written(resolved,
					new FailSafeCondition(parser.apply(resolved, name), new ConditionFailures(resolved, name)));
			if (!written.contains(condition)) {
				written.add(condition);
			}
		}
	}

	private Set<String> strings(List<MergedAnnotation<BaleHandler>> annotations, String attribute, String name) {
		return intersection(annotations, attribute, name,
				(annotation) -> Stream.of(annotation.getStringArray(attribute))
					.map(this::resolve)
					.collect(toOrderedSet()));
	}

	private Set<String> states(List<MergedAnnotation<BaleHandler>> annotations, Class<?> beanType, String name) {
		String group = ConversationGroups.groupOf(beanType);
		return strings(annotations, "state", name).stream()
			.map((state) -> ConversationCatalog.qualified(group, state))
			.collect(toOrderedSet());
	}

	private Set<ChatId> identifiers(List<MergedAnnotation<BaleHandler>> annotations, String attribute, String name) {
		return intersection(annotations, attribute, name,
				(annotation) -> Stream.of(annotation.getStringArray(attribute))
					.flatMap((written) -> identifiers(written, attribute, name))
					.collect(toOrderedSet()));
	}

	private Stream<ChatId> identifiers(String written, String attribute, String name) {
		String resolved = resolve(written);
		// No value must not mean no condition: a handler for administrators would be for
		// everyone.
		if (resolved.isBlank()) {
			throw new InvalidHandlerException(
					"Handler %s has the %s \"%s\", which resolves to no value.".formatted(name, attribute, written),
					"Set at least one identifier or @username, or remove '%s' to match all.".formatted(attribute));
		}
		return Stream.of(resolved.split(",", -1)).map((value) -> identifier(value.strip(), attribute, name));
	}

	private static ChatId identifier(String value, String attribute, String name) {
		try {
			return ChatId.parse(value.toLowerCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerException("Handler %s has an invalid %s \"%s\".".formatted(name, attribute, value),
					"Set identifiers such as 1050637241 or usernames such as @my_channel, separated by commas where "
							+ "one placeholder resolves to several.");
		}
	}

	private <E extends Enum<E>> Set<E> enums(List<MergedAnnotation<BaleHandler>> annotations, String attribute,
			Class<E> type, String name) {
		Set<E> values = intersection(annotations, attribute, name,
				(annotation) -> new LinkedHashSet<>(List.of(annotation.getEnumArray(attribute, type))));
		Set<E> copy = EnumSet.noneOf(type);
		copy.addAll(values);
		return copy;
	}

	// All annotations must match, so only common values remain.
	private <T> Set<T> intersection(List<MergedAnnotation<BaleHandler>> annotations, String attribute, String name,
			Function<MergedAnnotation<BaleHandler>, Set<T>> values) {
		Set<T> result = Set.of();
		for (MergedAnnotation<BaleHandler> annotation : annotations) {
			Set<T> next = values.apply(annotation);
			if (result.isEmpty() || next.isEmpty()) {
				result = result.isEmpty() ? next : result;
				continue;
			}
			Set<T> common = new LinkedHashSet<>(result);
			common.retainAll(next);
			if (common.isEmpty()) {
				throw new InvalidHandlerException(
						"Handler %s requires '%s' to be %s and %s at the same time, which no update matches."
							.formatted(name, attribute, result, next),
						"All annotations of a method and its class must match: set at least one common value.");
			}
			result = common;
		}
		return result;
	}

	private String resolve(String value) {
		String resolved = this.placeholders.apply(value);
		return (resolved != null) ? resolved : value;
	}

	private static <T> java.util.stream.Collector<T, ?, Set<T>> toOrderedSet() {
		return Collectors.toCollection(LinkedHashSet::new);
	}

	/**
	 * Creates a pattern.
	 */
	private interface PatternFactory {

		TextPattern create(String source, TextNormalizer normalizer, String handler);

	}

}
