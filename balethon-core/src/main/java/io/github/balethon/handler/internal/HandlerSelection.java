package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.balethon.handler.internal.HandlerResult.Result;
import io.github.balethon.model.Spaces;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * Records the selection of a handler for one update: the handlers that were tried, with
 * the first condition that failed. Conditions are evaluated once, during the selection,
 * because those of the application may have side effects. What the table of handlers is
 * indexed by is compared when the selection is read.
 *
 * @since 0.1.0
 */
public final class HandlerSelection {

	/** Records nothing. */
	public static final HandlerSelection NONE = new HandlerSelection(false);

	private final boolean recording;

	// Guarded by this object, as it is read while the update is handled.
	private final List<Tried> tried;

	private @Nullable UpdateKind kind;

	private @Nullable SearchText text;

	private @Nullable CommandLine line;

	private @Nullable String state;

	private HandlerSelection(boolean recording) {
		this.recording = recording;
		this.tried = recording ? new ArrayList<>(2) : List.of();
	}

	/**
	 * Creates a record that is empty.
	 * @return the record
	 */
	public static HandlerSelection recording() {
		return new HandlerSelection(true);
	}

	synchronized void begin(UpdateKind kind, @Nullable SearchText text, @Nullable CommandLine line,
			@Nullable String state) {
		this.kind = kind;
		this.text = text;
		this.line = line;
		this.state = state;
	}

	void rejected(RegisteredHandler handler, FailedCondition condition) {
		add(handler, condition);
	}

	void selected(RegisteredHandler handler) {
		add(handler, null);
	}

	private void add(RegisteredHandler handler, @Nullable FailedCondition condition) {
		if (this.recording) {
			synchronized (this) {
				this.tried.add(new Tried(handler, condition));
			}
		}
	}

	/**
	 * Explains the selection.
	 * @param handlers all handlers
	 * @return the results, the handlers that were tried first
	 */
	synchronized List<HandlerResult> explain(Collection<RegisteredHandler> handlers) {
		UpdateKind of = this.kind;
		if (of == null) {
			return List.of();
		}
		Map<RegisteredHandler, HandlerResult> results = new LinkedHashMap<>();
		for (Tried each : this.tried) {
			HandlerResult result = each.result();
			// A handler is tried for each of its patterns.
			results.merge(each.handler(), result, (first, next) -> (next.result() == Result.SELECTED) ? next : first);
		}
		for (RegisteredHandler handler : handlers) {
			results.computeIfAbsent(handler, (absent) -> untried(absent, of));
		}
		return List.copyOf(results.values());
	}

	private HandlerResult untried(RegisteredHandler handler, UpdateKind of) {
		String condition = failedIndex(handler.condition(), of);
		return new HandlerResult(handler.toString(), (condition != null) ? Result.CONDITION_FAILED : Result.NOT_TRIED,
				condition);
	}

	private @Nullable String failedIndex(HandlerCondition condition, UpdateKind of) {
		if (!condition.kinds().contains(of)) {
			return condition.describeKinds();
		}
		Set<String> states = condition.states();
		if (!states.isEmpty() && !states.contains(String.valueOf(this.state))) {
			return "state " + states;
		}
		// Patterns are not indexed.
		boolean indexed = !condition.hasNoLiteral() && condition.patterns().isEmpty();
		return (indexed && !containsText(condition)) ? condition.describeTexts() : null;
	}

	private boolean containsText(HandlerCondition condition) {
		if (this.line != null && condition.commands().contains(this.line.command())) {
			return true;
		}
		if (this.text == null) {
			return false;
		}
		String normalized = this.text.normalized();
		return condition.texts().contains(Spaces.strip(normalized)) || condition.callbacks().contains(normalized);
	}

	private record Tried(RegisteredHandler handler, @Nullable FailedCondition condition) {

		HandlerResult result() {
			return (this.condition == null) ? new HandlerResult(this.handler.toString(), Result.SELECTED, null)
					: new HandlerResult(this.handler.toString(), Result.CONDITION_FAILED, this.condition.describe());
		}

	}

}
