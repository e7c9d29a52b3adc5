package io.github.balethon.handler;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.core.annotation.MergedAnnotation;

/**
 * When a handler is meant, as its annotation says.
 *
 * @param commands commands in lower case, one of which is meant
 * @param texts texts, one of which is meant
 * @param callbacks callback data, one of which is meant
 * @param kinds kinds of updates that are meant
 * @param fallback whether the handler is the last resort
 */
record HandlerCondition(Set<String> commands, Set<String> texts, Set<String> callbacks, Set<UpdateKind> kinds,
		boolean fallback) {

	static HandlerCondition of(MergedAnnotation<BaleHandler> annotation) {
		Set<String> commands = values(annotation, "command")
			.map((name) -> name.startsWith("/") ? name.substring(1) : name)
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Set<String> texts = values(annotation, "text").collect(Collectors.toCollection(LinkedHashSet::new));
		Set<String> callbacks = Stream.of(annotation.getStringArray("callback"))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		Set<UpdateKind> kinds = EnumSet.noneOf(UpdateKind.class);
		kinds.addAll(List.of(annotation.getEnumArray("kind", UpdateKind.class)));
		return new HandlerCondition(commands, texts, callbacks, kinds, annotation.getBoolean("fallback"));
	}

	HandlerCondition kinds(Set<UpdateKind> kinds) {
		return new HandlerCondition(this.commands, this.texts, this.callbacks, kinds, this.fallback);
	}

	private static Stream<String> values(MergedAnnotation<BaleHandler> annotation, String attribute) {
		return Stream.of(annotation.getStringArray(attribute)).map(String::strip);
	}

	boolean isLiteral() {
		return !this.commands.isEmpty() || !this.texts.isEmpty() || !this.callbacks.isEmpty();
	}

	@Override
	public String toString() {
		if (!this.commands.isEmpty()) {
			return this.commands.stream().map((name) -> "/" + name).collect(Collectors.joining(", ", "command ", ""));
		}
		if (!this.texts.isEmpty()) {
			return "text " + this.texts;
		}
		if (!this.callbacks.isEmpty()) {
			return "callback " + this.callbacks;
		}
		String kinds = this.kinds.stream()
			.map((kind) -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
			.collect(Collectors.joining(", "));
		return (this.fallback ? "fallback for any " : "any ") + kinds;
	}

}
