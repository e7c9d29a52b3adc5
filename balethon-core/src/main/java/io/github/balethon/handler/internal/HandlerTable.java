package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * Handlers for one state of a conversation, or for none. Literal commands, texts and
 * callback data are looked up in a map; other handlers are sorted by their {@link Level}.
 */
final class HandlerTable {

	private static final Comparator<Candidate> NARROWEST_FIRST = Comparator.comparing(Candidate::level)
		.thenComparingInt((candidate) -> candidate.handler().order())
		.thenComparing(Candidate::literals, Comparator.reverseOrder())
		.thenComparing((candidate) -> candidate.handler().condition().guard().size(), Comparator.reverseOrder())
		.thenComparingInt((candidate) -> candidate.handler().contentRank())
		// A deterministic order for handlers of the same precedence.
		.thenComparing((candidate) -> candidate.handler().toString());

	private final Map<Key, List<Candidate>> literals = new HashMap<>();

	private final Map<UpdateKind, List<Candidate>> others = new EnumMap<>(UpdateKind.class);

	void add(RegisteredHandler handler) {
		HandlerCondition condition = handler.condition();
		for (UpdateKind kind : condition.kinds()) {
			condition.commands().forEach((text) -> addLiteral(kind, Literal.COMMAND, text, handler));
			condition.texts().forEach((text) -> addLiteral(kind, Literal.TEXT, text, handler));
			condition.callbacks().forEach((text) -> addLiteral(kind, Literal.CALLBACK, text, handler));
			condition.patterns()
				.forEach((pattern) -> addOther(kind,
						new Candidate(handler, pattern.template() ? Level.TEMPLATE : Level.REGEX, pattern)));
			if (condition.hasNoLiteral()) {
				addOther(kind, new Candidate(handler, level(handler), null));
			}
		}
	}

	private static Level level(RegisteredHandler handler) {
		if (handler.condition().fallback()) {
			return Level.FALLBACK;
		}
		boolean narrow = !handler.condition().guard().contents().isEmpty() || handler.contentRank() < Integer.MAX_VALUE;
		return narrow ? Level.CONTENT : Level.KIND;
	}

	private void addLiteral(UpdateKind kind, Literal literal, String text, RegisteredHandler handler) {
		add(this.literals.computeIfAbsent(new Key(kind, literal, text), (absent) -> new ArrayList<>()),
				new Candidate(handler, Level.LITERAL, null));
	}

	private void addOther(UpdateKind kind, Candidate candidate) {
		add(this.others.computeIfAbsent(kind, (absent) -> new ArrayList<>()), candidate);
	}

	private static void add(List<Candidate> candidates, Candidate candidate) {
		candidates.add(candidate);
		candidates.sort(NARROWEST_FIRST);
	}

	List<Candidate> literal(UpdateKind kind, Literal literal, String text) {
		return this.literals.getOrDefault(new Key(kind, literal, text), List.of());
	}

	List<Candidate> others(UpdateKind kind) {
		return this.others.getOrDefault(kind, List.of());
	}

	/**
	 * Visits all lists of candidates.
	 * @param visitor receives a description of the updates, and the candidates
	 */
	void visit(BiConsumer<String, List<Candidate>> visitor) {
		this.literals.forEach((key, candidates) -> visitor
			.accept(key.literal().name().toLowerCase(java.util.Locale.ROOT) + " " + key.text(), candidates));
		this.others.forEach((kind, candidates) -> visitor.accept("update of kind " + kind, candidates));
	}

	/**
	 * Specificity of a condition, highest first.
	 */
	enum Level {

		LITERAL, TEMPLATE, REGEX, CONTENT, KIND, FALLBACK

	}

	/**
	 * Kind of a literal.
	 */
	enum Literal {

		COMMAND, TEXT, CALLBACK

	}

	/**
	 * Handler in one list of the table.
	 *
	 * @param handler the handler
	 * @param level the specificity of its condition
	 * @param pattern the pattern that must match, if there is one
	 * @param failures the log of failures of the pattern
	 */
	record Candidate(RegisteredHandler handler, Level level, @Nullable TextPattern pattern,
			ConditionFailures failures) {

		Candidate(RegisteredHandler handler, Level level, @Nullable TextPattern pattern) {
			this(handler, level, pattern, new ConditionFailures(String.valueOf(pattern), handler.toString()));
		}

		private int literals() {
			return (this.pattern != null) ? this.pattern.literals() : 0;
		}

		@Nullable HandlerMatch match(BaleContext context, @Nullable SearchText text, @Nullable CommandLine line,
				HandlerSelection selection) {
			Map<String, String> captures = Map.of();
			if (this.pattern != null) {
				Map<String, String> found = (text != null) ? match(this.pattern, text, context) : null;
				if (found == null) {
					selection.rejected(this.handler, this.pattern);
					return null;
				}
				captures = found;
			}
			return HandlerMatch.of(this.handler, context, captures, line, selection);
		}

		private @Nullable Map<String, String> match(TextPattern pattern, SearchText text, BaleContext context) {
			try {
				return pattern.match(text);
			}
			catch (StackOverflowError ex) {
				// Repeated alternatives overflow the stack for long texts.
				this.failures.add(ex, context);
				return null;
			}
		}

	}

	private record Key(UpdateKind kind, Literal literal, String text) {

	}

}
