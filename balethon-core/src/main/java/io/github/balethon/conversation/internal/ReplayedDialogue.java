package io.github.balethon.conversation.internal;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.DialogueTimeoutException;
import io.github.balethon.conversation.UnreadableConversationException;
import io.github.balethon.conversation.internal.DialogueStep.Kind;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;

/**
 * One invocation of a handler with a dialogue: replays the recorded steps, takes the
 * update as the answer to the pending question, and records new steps. A signal ends the
 * invocation at the first question without an answer, and also if the handler does not
 * repeat what is recorded.
 *
 * @since 0.1.0
 */
public final class ReplayedDialogue implements Dialogue {

	private final ConversationSession session;

	private final String state;

	private final DialogueHost host;

	private final DialogueResults results;

	private final DialogueRecord before;

	private final List<DialogueStep> steps;

	private int position;

	private boolean recorded;

	// Once set, each further step throws it again, whatever the handler catches.
	private @Nullable DialogueSignal signal;

	// The message to send if the dialogue pauses.
	private @Nullable SendMessage question;

	// How the handler differs from the record.
	private @Nullable String divergence;

	// The time to wait for an answer.
	private @Nullable Duration timeout;

	// The action that is in progress.
	private @Nullable String action;

	/**
	 * Begins an invocation.
	 * @param session the conversation of the update
	 * @param conversations the conversations of the bot
	 * @param state the state under which the record is stored
	 * @param dialogue the record
	 * @param host the handling of the update
	 */
	public ReplayedDialogue(ConversationSession session, Conversations conversations, String state,
			DialogueRecord dialogue, DialogueHost host) {
		this.session = session;
		this.state = state;
		this.host = host;
		this.results = new DialogueResults(conversations, host.classLoader());
		this.before = dialogue;
		this.steps = new ArrayList<>(dialogue.steps());
	}

	@Override
	public String firstText() {
		return this.before.firstText();
	}

	@Override
	public void timeout(Duration timeout) {
		this.session.requireTimeout(this.state, timeout);
		this.timeout = timeout;
	}

	@Override
	public String ask(String text) {
		return ask(text, (ReplyMarkup) null, String.class, (answer) -> true, null);
	}

	@Override
	public String ask(String text, ReplyMarkup keyboard) {
		return ask(text, keyboard, String.class, (answer) -> true, null);
	}

	@Override
	public <T> T ask(String text, Class<T> type) {
		return ask(text, (ReplyMarkup) null, type, (value) -> true, null);
	}

	@Override
	public <T> T ask(String text, Class<T> type, Predicate<? super T> valid, String invalidText) {
		return ask(text, (ReplyMarkup) null, type, valid, invalidText);
	}

	private <T> T ask(String text, @Nullable ReplyMarkup keyboard, Class<T> type, Predicate<? super T> valid,
			@Nullable String invalidText) {
		DialogueStep step = question(Kind.ASK, text);
		if (step == null) {
			throw pause(DialogueStep.question(Kind.ASK, text), this.host.message(text, keyboard));
		}
		if (!step.isPending()) {
			T value = this.host.convert(String.valueOf(step.value()), type);
			if (value == null) {
				throw diverged("The answer to a question cannot be converted to " + type.getName());
			}
			return value;
		}
		String answer = this.host.text();
		T value = (answer != null) ? this.host.convert(answer, type) : null;
		if (answer == null || value == null || !valid.test(value)) {
			throw pause(null,
					this.host.message((invalidText != null) ? invalidText : this.host.invalidText(type), keyboard));
		}
		answered(step.answered(answer));
		return value;
	}

	@Override
	public <T> T choose(String text, Collection<? extends T> options, Function<? super T, String> label) {
		Map<String, T> labelled = labelled(options, label);
		DialogueStep step = question(Kind.CHOOSE, text);
		if (step == null) {
			throw pause(DialogueStep.question(Kind.CHOOSE, text),
					this.host.message(text, keyboard(this.position, labelled)));
		}
		String chosen = step.isPending() ? chosen(labelled.keySet()) : step.value();
		if (chosen == null) {
			throw pause(null, this.host.message(this.host.notAnOptionText(), keyboard(this.position - 1, labelled)));
		}
		T option = labelled.get(chosen);
		if (option == null) {
			throw diverged("The chosen option does not exist any more");
		}
		if (step.isPending()) {
			answered(step.answered(chosen));
		}
		return option;
	}

	private static <T> Map<String, T> labelled(Collection<? extends T> options, Function<? super T, String> label) {
		Assert.notEmpty(options, "'options' must not be empty");
		Map<String, T> labelled = new LinkedHashMap<>();
		for (T option : options) {
			T other = labelled.put(label.apply(option), option);
			Assert.isTrue(other == null, "'options' must have different labels");
		}
		return labelled;
	}

	private ReplyMarkup keyboard(int step, Map<String, ?> options) {
		return DialogueButtons.keyboard(this.before.id(), step, options.keySet());
	}

	private @Nullable String chosen(Collection<String> labels) {
		CallbackQuery query = this.host.update().callbackQuery();
		if (query != null) {
			int step = this.position - 1;
			return labels.stream()
				.filter((label) -> DialogueButtons.data(this.before.id(), step, label).equals(query.data()))
				.findFirst()
				.orElse(null);
		}
		String written = this.host.text();
		String normalized = (written != null) ? this.host.normalize(written) : "";
		return labels.stream()
			.filter((label) -> this.host.normalize(label).equals(normalized))
			.findFirst()
			.orElse(null);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends @Nullable Object> T once(String name, Supplier<? extends T> action) {
		return (T) result(name, null, action);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T once(String name, ParameterizedTypeReference<T> type, Supplier<? extends T> action) {
		return (T) result(name, type.getType(), action);
	}

	@SuppressWarnings("NullAway") // The result is null if that of the action is.
	private Object result(String name, @Nullable Type type, Supplier<?> action) {
		DialogueStep step = next(Kind.ONCE, name);
		if (step != null) {
			try {
				return this.results.read(step, type);
			}
			catch (IllegalArgumentException ex) {
				throw diverged("The result of once(\"%s\") cannot be read".formatted(name));
			}
		}
		Object result = performed(name, action);
		record(this.results.write(name, type, result));
		return result;
	}

	private @Nullable Object performed(String name, Supplier<?> supplier) {
		this.action = name;
		try {
			return supplier.get();
		}
		finally {
			this.action = null;
		}
	}

	@Override
	public void say(String text) {
		say(text, this.host.message(text, null));
	}

	@Override
	public void say(String text, ReplyMarkup keyboard) {
		say(text, this.host.message(text, keyboard));
	}

	private void say(String text, SendMessage message) {
		String name = DialogueStep.nameOf(text);
		if (next(Kind.SAY, name) == null) {
			this.host.send(message);
			record(new DialogueStep(Kind.SAY, name, "", null));
		}
	}

	/**
	 * Moves to the next recorded step, which is a question.
	 * @param kind the kind of the question
	 * @param text the question
	 * @return the recorded step, or {@code null} if the question is new
	 * @throws DialogueTimeoutException if it was not answered in time
	 */
	private @Nullable DialogueStep question(Kind kind, String text) {
		DialogueStep step = next(kind, DialogueStep.nameOf(text));
		if (step != null && step.isPending() && this.host.update().stateTimeout() != null) {
			step = step.timedOut();
			answered(step);
		}
		if (step != null && step.isTimedOut()) {
			throw new DialogueTimeoutException(
					"Step %d of the dialogue '%s' was not answered in time".formatted(this.position, this.state));
		}
		return step;
	}

	/**
	 * Moves to the next recorded step.
	 * @param kind the kind of the step that the handler takes
	 * @param name the name of the step that the handler takes
	 * @return the recorded step, or {@code null} if the step is new
	 */
	private @Nullable DialogueStep next(Kind kind, String name) {
		if (this.signal != null) {
			throw this.signal;
		}
		Assert.state(this.action == null,
				() -> "The action of once(\"%s\") uses the dialogue: call it outside of the action"
					.formatted(this.action));
		if (this.position == this.steps.size()) {
			return null;
		}
		DialogueStep step = this.steps.get(this.position);
		if (!step.is(kind, name)) {
			throw diverged("Step %d is %s %s, but %s is recorded".formatted(this.position + 1, kind, name, step));
		}
		this.position++;
		return step;
	}

	private void record(DialogueStep step) {
		this.steps.add(step);
		this.position++;
		this.recorded = true;
	}

	private void answered(DialogueStep step) {
		this.steps.set(this.position - 1, step);
		this.recorded = true;
	}

	private DialogueSignal pause(@Nullable DialogueStep pending, SendMessage question) {
		if (pending != null) {
			record(pending);
		}
		this.question = question;
		return signal("The dialogue pauses until the user answers");
	}

	private DialogueSignal diverged(String reason) {
		this.divergence = reason;
		return signal(reason);
	}

	private DialogueSignal signal(String message) {
		DialogueSignal created = new DialogueSignal(message);
		this.signal = created;
		return created;
	}

	/**
	 * Ends the invocation of the handler, after it has returned or thrown a signal.
	 * @param returned the returned value
	 * @return the value to reply with
	 * @throws UnreadableConversationException if the handler did not repeat what is
	 * recorded
	 */
	public @Nullable Object end(@Nullable Object returned) {
		if (this.signal == null && this.position < this.steps.size()) {
			this.divergence = "It returned before step %d, which is recorded".formatted(this.position + 1);
		}
		if (this.divergence != null) {
			throw new UnreadableConversationException(this.state,
					"Handler of the dialogue '%s' does not repeat what is recorded: %s".formatted(this.state,
							this.divergence),
					null);
		}
		if (this.signal == null) {
			this.session.end();
			return returned;
		}
		if (this.recorded) {
			this.session.dialogue(this.state, new DialogueRecord(this.before.id(), this.before.firstText(), this.steps),
					this.timeout);
		}
		return this.question;
	}

}
