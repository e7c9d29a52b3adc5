package io.github.balethon.handler.internal;

import java.util.List;
import java.util.Map;

import io.github.balethon.conversation.internal.DialogueRecord;
import io.github.balethon.conversation.internal.DialogueSignal;
import io.github.balethon.conversation.internal.ReplayedDialogue;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.InvalidTextException;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Handler that matches an update, with its arguments.
 */
final class HandlerMatch {

	private final RegisteredHandler handler;

	private final BaleContext context;

	private final @Nullable Object[] arguments;

	private final @Nullable RuntimeException refusal;

	private final boolean command;

	private HandlerMatch(RegisteredHandler handler, BaleContext context, @Nullable Object[] arguments,
			@Nullable RuntimeException refusal, boolean command) {
		this.handler = handler;
		this.context = context;
		this.arguments = arguments;
		this.refusal = refusal;
		this.command = command;
	}

	/**
	 * Matches the guard and the parameters of a handler whose text matches already.
	 * @param handler the handler
	 * @param context the context of the update
	 * @param captures the captured variables and groups
	 * @param line the text as a command, if the command of the handler matches
	 * @param selection records the condition that fails
	 * @return the match, or {@code null} if the handler does not match
	 */
	static @Nullable HandlerMatch of(RegisteredHandler handler, BaleContext context, Map<String, String> captures,
			@Nullable CommandLine line, HandlerSelection selection) {
		FailedCondition failed = handler.condition().guard().failed(context);
		if (failed != null) {
			selection.rejected(handler, failed);
			return null;
		}
		try {
			@Nullable Object[] arguments = handler.resolveArguments(context, captures, line,
					(parameter) -> selection.rejected(handler, parameter));
			return (arguments != null) ? new HandlerMatch(handler, context, arguments, null, line != null) : null;
		}
		catch (InvalidCommandArgumentsException | UpdateRefusedException ex) {
			return new HandlerMatch(handler, context, new Object[0], ex, line != null);
		}
	}

	/**
	 * Resumes the dialogue of a handler with an answer.
	 * @param handler the handler
	 * @param context the context of the answer
	 * @param dialogue the record of the dialogue
	 * @return the match, or {@code null} if a value is missing
	 */
	static @Nullable HandlerMatch resumed(RegisteredHandler handler, BaleContext context, DialogueRecord dialogue) {
		try {
			@Nullable Object[] arguments = handler.resumedArguments(context, dialogue);
			return (arguments != null) ? new HandlerMatch(handler, context, arguments, null, false) : null;
		}
		catch (UpdateRefusedException ex) {
			return new HandlerMatch(handler, context, new Object[0], ex, false);
		}
	}

	RegisteredHandler handler() {
		return this.handler;
	}

	/**
	 * Whether no other handler takes precedence.
	 * @return {@code false} if {@link #invoke()} throws an
	 * {@link InvalidCommandArgumentsException} or {@link InvalidTextException}, so that a
	 * handler whose arguments are valid takes precedence
	 */
	boolean fits() {
		return !(this.refusal instanceof InvalidCommandArgumentsException
				|| this.refusal instanceof InvalidTextException);
	}

	/**
	 * Whether {@link #invoke()} invokes the handler.
	 * @return {@code false} if it throws an exception instead
	 */
	boolean isAccepted() {
		return this.refusal == null;
	}

	/**
	 * Returns this match with the messages that are handled together.
	 * @param messages the messages
	 * @return the match
	 */
	HandlerMatch with(List<Message> messages) {
		return new HandlerMatch(this.handler, this.context, this.handler.withMessages(this.arguments, messages),
				this.refusal, this.command);
	}

	/**
	 * Whether the command of the handler matches.
	 * @return {@code true} for a command
	 */
	boolean isCommand() {
		return this.command;
	}

	/**
	 * Invokes the handler on the current thread.
	 * @return the returned value
	 * @throws Throwable the exception of the handler
	 */
	@Nullable Object invoke() throws Throwable {
		if (this.refusal != null) {
			throw this.refusal;
		}
		for (Object argument : this.arguments) {
			if (argument instanceof ReplayedDialogue dialogue) {
				return converse(dialogue);
			}
		}
		return this.handler.invoke(this.arguments);
	}

	private @Nullable Object converse(ReplayedDialogue dialogue) throws Throwable {
		Object returned = null;
		try {
			returned = this.handler.invoke(this.arguments);
		}
		catch (DialogueSignal ex) {
			// The dialogue knows why.
		}
		return dialogue.end(returned);
	}

	/**
	 * Handles the returned value.
	 * @param value the returned value
	 * @return completes when all replies are sent, and has to be subscribed to;
	 * {@code null} if there is nothing to do
	 */
	@Nullable Mono<?> settle(@Nullable Object value) {
		return this.handler.settle(value, this.context);
	}

}
