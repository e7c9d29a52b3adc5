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
 * The handlers for one state of a conversation, or for none: literal commands, texts and
 * callback data are looked up, the others are tried in the order of their {@link Level}.
 */
final class HandlerTable {

	private static final Comparator<Candidate> NARROWEST_FIRST = Comparator.comparing(Candidate::level)
		.thenComparingInt((candidate) -> candidate.handler().order())
		.thenComparing(Candidate::literals, Comparator.reverseOrder())
		.thenComparing((candidate) -> candidate.handler().condition().guard().size(), Comparator.reverseOrder())
		.thenComparingInt((candidate) -> candidate.handler().contentRank())
		// Of what cannot be told apart the order must at least be the same in each run.
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
			if (condition.wantsNothingLiteral()) {
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
	 * Shows all lists of handlers among which a choice is made.
	 * @param visitor takes what the handlers are meant for, and the handlers
	 */
	void visit(BiConsumer<String, List<Candidate>> visitor) {
		this.literals.forEach((key, candidates) -> visitor
			.accept(key.literal().name().toLowerCase(java.util.Locale.ROOT) + " " + key.text(), candidates));
		this.others.forEach((kind, candidates) -> visitor.accept("update of kind " + kind, candidates));
	}

	/**
	 * How narrow a condition is, the narrowest first.
	 */
	enum Level {

		LITERAL, TEMPLATE, REGEX, CONTENT, KIND, FALLBACK

	}

	/**
	 * What a text is looked up as.
	 */
	enum Literal {

		COMMAND, TEXT, CALLBACK

	}

	/**
	 * A handler at one place of the table.
	 *
	 * @param handler the handler
	 * @param level how narrow its condition is here
	 * @param pattern the pattern that must fit, if there is one
	 * @param failures where failures of the pattern are logged
	 */
	record Candidate(RegisteredHandler handler, Level level, @Nullable TextPattern pattern,
			ConditionFailures failures) {

		Candidate(RegisteredHandler handler, Level level, @Nullable TextPattern pattern) {
			this(handler, level, pattern, new ConditionFailures(String.valueOf(pattern), handler.toString()));
		}

		private int literals() {
			return (this.pattern != null) ? this.pattern.literals() : 0;
		}

		@Nullable HandlerMatch match(BaleContext context, @Nullable SearchText text, @Nullable CommandLine line) {
			Map<String, String> captures = Map.of();
			if (this.pattern != null) {
				Map<String, String> found = (text != null) ? match(this.pattern, text, context) : null;
				if (found == null) {
					return null;
				}
				captures = found;
			}
			return this.handler.match(context, captures, line);
		}

		private @Nullable Map<String, String> match(TextPattern pattern, SearchText text, BaleContext context) {
			try {
				return pattern.match(text);
			}
			catch (StackOverflowError ex) {
				// A long text is enough for an expression that repeats alternatives.
				this.failures.add(ex, context);
				return null;
			}
		}

	}

	private record Key(UpdateKind kind, Literal literal, String text) {

	}

}
