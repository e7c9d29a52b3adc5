package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.internal.HandlerTable.Candidate;
import io.github.balethon.handler.internal.HandlerTable.Literal;
import io.github.balethon.model.Spaces;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the handlers that match an update one by one, as most updates need only the
 * first.
 */
final class HandlerSearch {

	private final BaleContext context;

	private final @Nullable SearchText text;

	private final @Nullable CommandLine line;

	private final List<Bucket> buckets = new ArrayList<>(4);

	// Resumes a dialogue, if the update is an answer and not a command.
	private @Nullable Supplier<@Nullable HandlerMatch> dialogue;

	private int bucket;

	private int place;

	// A matching command with invalid arguments, unless another handler matches.
	private @Nullable HandlerMatch unfit;

	private HandlerSelection selection = HandlerSelection.NONE;

	/**
	 * Creates a search.
	 * @param context the context of the update
	 * @param text the text of the update
	 * @param line the text as a command
	 * @param table the handlers without state
	 * @param ofState the handlers for the state of the conversation, if it has one
	 * @param dialogue resumes the dialogue that the update answers, or {@code null} for
	 * none
	 */
	HandlerSearch(BaleContext context, @Nullable SearchText text, @Nullable CommandLine line, HandlerTable table,
			@Nullable HandlerTable ofState, @Nullable Supplier<@Nullable HandlerMatch> dialogue) {
		this.dialogue = dialogue;
		this.context = context;
		this.text = text;
		this.line = line;
		UpdateKind kind = context.kind();
		// Registered commands take precedence in every state, so that users can leave it.
		addCommand(ofState, kind);
		addCommand(table, kind);
		addRest(ofState, kind);
		addRest(table, kind);
	}

	/**
	 * Records the handlers that are tried from now on.
	 * @param selection the record
	 */
	void recordTo(HandlerSelection selection) {
		this.selection = selection;
		if (selection == HandlerSelection.NONE) {
			return;
		}
		ConversationSession conversation = DefaultBaleContext.usedConversationOf(this.context);
		selection.begin(this.context.kind(), this.text, this.line,
				(conversation != null) ? conversation.state() : null);
	}

	private void addCommand(@Nullable HandlerTable table, UpdateKind kind) {
		if (table != null && this.line != null) {
			add(table.literal(kind, Literal.COMMAND, this.line.command()), this.line);
		}
	}

	private void addRest(@Nullable HandlerTable table, UpdateKind kind) {
		if (table == null) {
			return;
		}
		if (this.text != null) {
			add((kind == UpdateKind.CALLBACK_QUERY) ? table.literal(kind, Literal.CALLBACK, this.text.normalized())
					: table.literal(kind, Literal.TEXT, Spaces.strip(this.text.normalized())), null);
		}
		add(table.others(kind), null);
	}

	private void add(List<Candidate> candidates, @Nullable CommandLine command) {
		if (!candidates.isEmpty()) {
			this.buckets.add(new Bucket(candidates, command));
		}
	}

	@Nullable HandlerMatch next() {
		HandlerMatch next = nextCommand();
		if (next != null) {
			return next;
		}
		HandlerMatch resumed = resume();
		return (resumed != null) ? resumed : nextOther();
	}

	private @Nullable HandlerMatch nextCommand() {
		while (this.bucket < this.buckets.size() && this.buckets.get(this.bucket).command() != null) {
			HandlerMatch next = nextOfBucket();
			if (next != null) {
				return next;
			}
		}
		return takeUnfit();
	}

	private @Nullable HandlerMatch resume() {
		Supplier<@Nullable HandlerMatch> taken = this.dialogue;
		this.dialogue = null;
		return (taken != null) ? taken.get() : null;
	}

	private @Nullable HandlerMatch nextOther() {
		while (this.bucket < this.buckets.size()) {
			HandlerMatch next = nextOfBucket();
			if (next != null) {
				return next;
			}
		}
		return takeUnfit();
	}

	private @Nullable HandlerMatch nextOfBucket() {
		Bucket current = this.buckets.get(this.bucket);
		while (this.place < current.candidates().size()) {
			Candidate candidate = current.candidates().get(this.place++);
			HandlerMatch match = candidate.match(this.context, this.text, current.command(), this.selection);
			if (match != null && match.fits()) {
				this.unfit = null;
				return match;
			}
			if (match != null) {
				this.selection.rejected(candidate.handler(), FailedCondition.COMMAND_ARGUMENTS);
			}
			this.unfit = (this.unfit != null) ? this.unfit : match;
		}
		this.bucket++;
		this.place = 0;
		return null;
	}

	private @Nullable HandlerMatch takeUnfit() {
		HandlerMatch taken = this.unfit;
		this.unfit = null;
		return taken;
	}

	private record Bucket(List<Candidate> candidates, @Nullable CommandLine command) {

	}

}
