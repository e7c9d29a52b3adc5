package io.github.balethon.handler.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.handler.BaleCondition;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Profiles;

/**
 * Built-in named conditions, and those of {@link BaleCondition} beans.
 */
final class NamedConditions {

	private final Map<String, BaleCondition> conditions = new TreeMap<>();

	NamedConditions(Map<String, BaleCondition> beans) {
		for (ChatType type : EnumSet.complementOf(EnumSet.of(ChatType.UNKNOWN))) {
			this.conditions.put(name(type), (context) -> {
				Chat chat = context.update().chat();
				return chat != null && chat.kind() == type;
			});
		}
		for (Content content : EnumSet.complementOf(EnumSet.of(Content.TEXT, Content.UNKNOWN))) {
			this.conditions.put(name(content), message((message) -> message.content() == content));
		}
		this.conditions.put("text", message((message) -> message.text() != null));
		this.conditions.put("caption", message((message) -> message.caption() != null));
		this.conditions.put("content", (context) -> context.text() != null);
		this.conditions.put("entities", message((message) -> !message.entities().isEmpty()));
		this.conditions.put("number", (context) -> isInteger(context.text()));
		this.conditions.put("media", message((message) -> message.content().isMedia()));
		this.conditions.put("media-group", message((message) -> message.mediaGroupId() != null));
		this.conditions.put("reply", message((message) -> message.replyToMessage() != null));
		this.conditions.put("forward", message(Message::forwarded));
		this.conditions.put("service", message((message) -> message.content().isService()));
		beans.forEach((name, condition) -> {
			if (this.conditions.putIfAbsent(name, condition) != null) {
				throw new InvalidHandlerException(
						"The BaleCondition bean '%s' has the name of a built-in condition.".formatted(name),
						"Rename the bean.");
			}
		});
	}

	private static String name(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static BaleCondition message(Predicate<Message> predicate) {
		return (context) -> {
			Message message = context.message();
			return message != null && predicate.test(message);
		};
	}

	private static boolean isInteger(@Nullable String text) {
		return text != null && NumberText.isInteger(text);
	}

	/**
	 * Parses an expression.
	 * @param expression names and operators
	 * @param handler the name of the handler, for errors
	 * @return the condition
	 */
	BaleCondition parse(String expression, String handler) {
		Set<String> unknown = Stream.of(expression.split("[()&|!]"))
			.map(String::strip)
			.filter((name) -> !name.isEmpty() && !this.conditions.containsKey(name))
			.collect(Collectors.toSet());
		if (!unknown.isEmpty()) {
			throw new InvalidHandlerException(
					"Handler %s has the condition \"%s\" with the unknown name %s.".formatted(handler, expression,
							quoted(unknown)),
					"Declare a BaleCondition bean with this name, or use one of " + quoted(this.conditions.keySet())
							+ ".");
		}
		try {
			// The syntax of profile expressions, which Spring developers know.
			Profiles parsed = Profiles.of(expression);
			Map<String, BaleCondition> known = this.conditions;
			return (context) -> parsed.matches((name) -> holds(known, name, context));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidHandlerException(
					"Handler %s has the condition \"%s\", which cannot be parsed.".formatted(handler, expression),
					"Combine names with & or |, use parentheses if both occur, and negate a name with !.");
		}
	}

	private static boolean holds(Map<String, BaleCondition> conditions, String name, BaleContext context) {
		BaleCondition condition = conditions.get(name);
		return condition != null && condition.matches(context);
	}

	private static String quoted(Collection<String> names) {
		return names.stream().sorted().map((name) -> "'" + name + "'").collect(Collectors.joining(", "));
	}

}
