package io.github.balethon.handler.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.HandlerTable.Candidate;
import io.github.balethon.handler.internal.HandlerTable.Level;
import org.jspecify.annotations.Nullable;

/**
 * Rejects ambiguous handlers and handlers that are never invoked.
 */
final class AmbiguityChecks {

	private final Map<RegisteredHandler, Integer> places = new HashMap<>();

	// Handlers that others hide in some lists of candidates.
	private final Map<RegisteredHandler, Hidden> hidden = new LinkedHashMap<>();

	void check(HandlerTable table) {
		table.visit((name, candidates) -> {
			for (int i = 0; i < candidates.size(); i++) {
				Candidate later = candidates.get(i);
				this.places.merge(later.handler(), 1, Integer::sum);
				Candidate hiding = null;
				for (Candidate earlier : candidates.subList(0, i)) {
					requireDifference(earlier, later, name);
					hiding = (hiding == null && hides(earlier, later)) ? earlier : hiding;
				}
				if (hiding != null) {
					RegisteredHandler by = hiding.handler();
					this.hidden.merge(later.handler(), new Hidden(by, 1), Hidden::plus);
				}
			}
		});
	}

	void requireEveryHandlerReachable() {
		this.hidden.forEach((handler, hiding) -> {
			if (Objects.equals(this.places.get(handler), hiding.count())) {
				throw new InvalidHandlerException(
						"Handler %s is never invoked: %s takes precedence for every update that it matches."
							.formatted(handler, hiding.by()),
						"Remove one of them, narrow the condition of the first one, or return BaleFlow.next() from it "
								+ "for updates that the second one handles.");
			}
		});
	}

	private static void requireDifference(Candidate one, Candidate other, String name) {
		RegisteredHandler first = one.handler();
		RegisteredHandler second = other.handler();
		boolean same = first != second && one.level() == other.level() && first.order() == second.order()
				&& samePattern(one.pattern(), other.pattern())
				&& first.condition().guard().equals(second.condition().guard())
				&& first.contentRank() == second.contentRank() && !first.usage().excludes(second.usage());
		if (same) {
			String what = (one.level() == Level.FALLBACK) ? name + " without another handler" : name;
			throw new InvalidHandlerException(
					"Ambiguous handlers for the same %s: %s and %s.".formatted(what, first, second),
					"Remove one of them, give them different conditions, or set their precedence with @Order.");
		}
	}

	private static boolean hides(Candidate earlier, Candidate later) {
		RegisteredHandler first = earlier.handler();
		RegisteredHandler second = later.handler();
		return first != second && !first.mayPassOn()
				&& (earlier.pattern() == null || samePattern(earlier.pattern(), later.pattern()))
				&& first.condition().guard().covers(second.condition().guard())
				&& second.requirements().containsAll(first.requirements()) && first.usage().covers(second.usage());
	}

	private static boolean samePattern(@Nullable TextPattern one, @Nullable TextPattern other) {
		if (one == null || other == null) {
			return one == other;
		}
		return one.template() == other.template() && one.shape().equals(other.shape());
	}

	/**
	 * Handler that hides another one.
	 *
	 * @param by the handler that takes precedence
	 * @param count number of lists in which it does
	 */
	private record Hidden(RegisteredHandler by, int count) {

		private Hidden plus(Hidden other) {
			return new Hidden(this.by, this.count + other.count);
		}

	}

}
