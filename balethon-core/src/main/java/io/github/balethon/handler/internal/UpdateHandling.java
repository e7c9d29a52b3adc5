package io.github.balethon.handler.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.balethon.client.LogText;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.ConversationStoreUnavailableException;
import io.github.balethon.conversation.DialogueTimeoutException;
import io.github.balethon.conversation.UnreadableConversationEvent;
import io.github.balethon.conversation.UnreadableConversationException;
import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.UpdatePostponedException;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSourceResolvable;

/**
 * Handling of one update in steps. {@link #advance()} finds the next handler and
 * {@link #invoke()} invokes it, {@link #recover} handles a failure, {@link #completed}
 * notifies interceptors, and {@link #answerCallback} comes last. Each step runs on a
 * worker thread. If it returns a {@code Mono}, the caller subscribes to it and continues
 * after it has terminated. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class UpdateHandling {

	/**
	 * Code of the message for invalid command arguments. Its argument is the usage.
	 */
	static final String USAGE = "bale.command.usage";

	/**
	 * Code of the message for a stored conversation that does not fit the application.
	 */
	static final String UNREADABLE = "bale.conversation.unreadable";

	/**
	 * Code of the message for a dialogue whose question was not answered in time.
	 */
	static final String LATE = "bale.dialogue.timeout";

	private static final Logger logger = LoggerFactory.getLogger(UpdateHandling.class);

	private final BaleContext received;

	private final UnaryOperator<BaleContext> resumption;

	private final Function<BaleContext, HandlerSearch> searches;

	private final ExceptionHandlers exceptionHandlers;

	private final List<BaleUpdateInterceptor> interceptors;

	private final Consumer<BaleContext> unhandled;

	private final HandlerSelection selection;

	private final Deque<BaleUpdateInterceptor> passed = new ArrayDeque<>(0);

	private final ApplicationEventPublisher events;

	// That of an earlier update, if a callback query resumes it.
	private BaleContext context;

	private boolean completionAwaited;

	private @Nullable HandlerSearch search;

	private @Nullable HandlerMatch match;

	// An asynchronous failure is reported through recover().
	private boolean succeeded;

	/**
	 * Creates the handling of an update.
	 * @param context the context of the update
	 * @param resumption returns the context of the update to handle, on the worker thread
	 * @param searches creates the search for handlers, on the worker thread
	 * @param exceptionHandlers the exception handlers
	 * @param interceptors the interceptors
	 * @param unhandled invoked if no handler matches
	 * @param events the publisher of events about conversations
	 * @param selection records the handlers that are tried
	 */
	UpdateHandling(BaleContext context, UnaryOperator<BaleContext> resumption,
			Function<BaleContext, HandlerSearch> searches, ExceptionHandlers exceptionHandlers,
			List<BaleUpdateInterceptor> interceptors, Consumer<BaleContext> unhandled, ApplicationEventPublisher events,
			HandlerSelection selection) {
		this.received = context;
		this.context = context;
		this.resumption = resumption;
		this.searches = searches;
		this.exceptionHandlers = exceptionHandlers;
		this.interceptors = interceptors;
		this.unhandled = unhandled;
		this.events = events;
		this.selection = selection;
	}

	/**
	 * Whether an exception postpones its update.
	 * @param error the exception
	 * @return {@code true} if the update is retried without counting an attempt
	 */
	public static boolean isPostponed(@Nullable Throwable error) {
		return error instanceof UpdatePostponedException || error instanceof ConversationStoreUnavailableException;
	}

	/**
	 * Returns the handler that matched last.
	 * @return the handler, or {@code null} if none has matched
	 */
	public @Nullable BaleHandlerMethod handler() {
		return (this.match != null) ? this.match.handler() : null;
	}

	/**
	 * Advances to the next handler that matches the update. If none has matched at all,
	 * an {@link io.github.balethon.handler.UnhandledUpdateEvent} is published.
	 * @return whether there is a handler
	 */
	public boolean advance() {
		if (this.search == null) {
			this.context = this.resumption.apply(this.received);
			this.search = this.searches.apply(this.context);
			this.search.recordTo(this.selection);
		}
		HandlerMatch next = this.search.next();
		if (this.match == null) {
			requireKnownState(next);
		}
		this.succeeded = false;
		if (next != null) {
			this.match = next;
			this.selection.selected(next.handler());
		}
		else if (this.match == null) {
			this.unhandled.accept(this.context);
		}
		return next != null;
	}

	// A command works in every state, so it is not the answer to a question that is lost.
	private void requireKnownState(@Nullable HandlerMatch first) {
		ConversationSession conversation = DefaultBaleContext.usedConversationOf(this.context);
		String lost = (conversation != null) ? conversation.lostState() : null;
		if (conversation == null || lost == null) {
			return;
		}
		UnreadableConversationException unreadable = new UnreadableConversationException(lost,
				"No handler has the state '%s' of a stored conversation".formatted(lost), null);
		if (first == null || !first.isCommand()) {
			throw unreadable;
		}
		publish(conversation, unreadable);
	}

	/**
	 * Returns the collection that the update begins, if the handler that matched last
	 * takes several messages. A resumed update is handled alone.
	 * @return the collection, or {@code null} to invoke the handler at once
	 */
	public @Nullable MessageCollection collection() {
		return (this.match != null && this.context == this.received)
				? MessageCollection.of(this.match, this.context, this.searches) : null;
	}

	/**
	 * Completes a collection. Its messages are those of the handler that matched last,
	 * and of the context.
	 * @param collection the collection
	 */
	public void collected(MessageCollection collection) {
		if (this.match != null) {
			this.match = this.match.with(collection.complete());
		}
	}

	/**
	 * Invokes the handler that matched last.
	 * @return completes when all replies are sent, with {@link BaleFlow#NEXT} to invoke
	 * the next handler; {@code null} if there is nothing to do
	 * @throws Throwable the exception of the handler or an interceptor
	 */
	public @Nullable Mono<?> invoke() throws Throwable {
		HandlerMatch current = this.match;
		if (current == null) {
			throw new IllegalStateException("No handler was found");
		}
		if (this.interceptors.isEmpty()) {
			return settled(current, current.invoke());
		}
		for (BaleUpdateInterceptor interceptor : this.interceptors) {
			if (!interceptor.preHandle(this.context, current.handler())) {
				return null;
			}
			this.passed.push(interceptor);
			this.completionAwaited |= interceptor.awaitsCompletion(current.handler());
		}
		Object result = current.invoke();
		for (BaleUpdateInterceptor interceptor : this.passed) {
			interceptor.postHandle(this.context, current.handler(), result);
		}
		return settled(current, result);
	}

	private @Nullable Mono<?> settled(HandlerMatch current, @Nullable Object result) {
		this.succeeded = true;
		return current.settle(result);
	}

	/**
	 * Passes an exception to the exception handler that applies to it.
	 * @param error the exception
	 * @return completes when all replies are sent; {@code null} if there is nothing to do
	 * @throws Throwable the same exception if no exception handler applies, or the
	 * exception of the exception handler
	 */
	public @Nullable Mono<?> recover(Throwable error) throws Throwable {
		this.succeeded = false;
		ConversationSession conversation = DefaultBaleContext.usedConversationOf(this.context);
		if (conversation != null) {
			conversation.discardChanges();
		}
		if (isPostponed(error)) {
			throw error;
		}
		if (conversation != null && error instanceof UnreadableConversationException unreadable) {
			return endUnreadable(conversation, unreadable);
		}
		if (conversation != null && error instanceof DialogueTimeoutException) {
			conversation.end();
		}
		ExceptionHandlerMethod method = this.exceptionHandlers.find(error, handler());
		if (method != null) {
			try {
				return method.invoke(error, this.context);
			}
			catch (Throwable ex) {
				if (ex != error) {
					ex.addSuppressed(error);
				}
				throw ex;
			}
		}
		if (error instanceof InvalidCommandArgumentsException unfit) {
			return this.context.client()
				.execute(SendMessage.of(this.context.chatId(), this.context.text(USAGE, unfit.getUsage())));
		}
		if (error instanceof UpdateRefusedException refused) {
			logger.debug("Update {} was refused before {}: {}", this.context.update().updateId(), handler(),
					LogText.escape(String.valueOf(error.getMessage())));
			return reply(refused);
		}
		if (error instanceof DialogueTimeoutException) {
			return send(LATE);
		}
		throw error;
	}

	private @Nullable Mono<?> send(String code) {
		return this.context.hasChat() ? this.context.send(this.context.text(code)) : null;
	}

	private @Nullable Mono<?> reply(UpdateRefusedException refused) {
		MessageSourceResolvable reply = refused.getReply();
		if (reply == null || !this.context.hasChat()) {
			return null;
		}
		String text = this.context.text(reply);
		ReplyMarkup buttons = refused.getReplyMarkup();
		// A resumed update is refused again: the user still has the message with the
		// buttons.
		if (buttons != null && this.context == this.received) {
			return this.context.client().execute(SendMessage.of(this.context.chatId(), text).replyMarkup(buttons));
		}
		CallbackQuery query = this.received.update().callbackQuery();
		return (query != null && !query.id().isEmpty()) ? this.received.answer(text) : this.context.send(text);
	}

	private @Nullable Mono<?> endUnreadable(ConversationSession conversation,
			UnreadableConversationException unreadable) {
		conversation.end();
		publish(conversation, unreadable);
		return send(UNREADABLE);
	}

	private void publish(ConversationSession conversation, UnreadableConversationException unreadable) {
		String reason = LogText.escape(String.valueOf(unreadable.getMessage()));
		logger.warn("Conversation of update {} ended: {}", this.context.update().updateId(), reason);
		ConversationKey key = conversation.key();
		if (key != null) {
			this.events.publishEvent(new UnreadableConversationEvent(this, key, unreadable.getState(), reason));
		}
	}

	/**
	 * Whether {@link #finished} has something to do after a success.
	 * @return {@code false} if it need not be called
	 */
	public boolean awaitsCompletion() {
		return this.completionAwaited || unsaved() != null;
	}

	/**
	 * Ends the handling: invokes {@code afterCompletion} of the interceptors and, after a
	 * success, saves the change of the conversation, unless the inbox does that.
	 * @param error the unhandled exception, or {@code null}
	 * @return completes when the change is saved; {@code null} if there is nothing to do
	 */
	public @Nullable Mono<?> finished(@Nullable Throwable error) {
		completed(error);
		ConversationSession conversation = (error != null) ? null : unsaved();
		return (conversation != null) ? conversation.save() : null;
	}

	private @Nullable ConversationSession unsaved() {
		ConversationSession conversation = DefaultBaleContext.usedConversationOf(this.context);
		return (conversation != null && conversation.isUnsaved()) ? conversation : null;
	}

	/**
	 * Returns the change of the conversation that the inbox writes together with the
	 * acknowledgement. The conversation cannot be changed any more.
	 * @return the change, or {@code null} if there is none
	 */
	public @Nullable ConversationChange conversationChange() {
		ConversationSession conversation = DefaultBaleContext.usedConversationOf(this.context);
		return (conversation != null) ? conversation.finish() : null;
	}

	/**
	 * Invokes {@code afterCompletion} of the interceptors.
	 * @param error the unhandled exception, or {@code null}
	 */
	public void completed(@Nullable Throwable error) {
		this.completionAwaited = false;
		BaleHandlerMethod handler = handler();
		while (handler != null && !this.passed.isEmpty()) {
			BaleUpdateInterceptor interceptor = this.passed.pop();
			try {
				interceptor.afterCompletion(this.context, handler, error);
			}
			catch (Exception ex) {
				logger.error("Interceptor {} failed after {} on update {}", interceptor.getClass().getName(), handler,
						this.context.update().updateId(), LogText.escape(ex));
			}
		}
	}

	/**
	 * Answers a callback query that has not been answered yet: with the notification of
	 * the handler if it has succeeded, otherwise without one.
	 * @return completes when the query is answered; {@code null} if the update is not a
	 * callback query
	 */
	public @Nullable Mono<?> answerCallback() {
		CallbackQuery query = this.received.update().callbackQuery();
		if (query == null || query.id().isEmpty()) {
			return null;
		}
		RegisteredHandler handler = (this.match != null) ? this.match.handler() : null;
		String notice = (handler != null && this.succeeded) ? handler.answer() : "";
		if (notice.isEmpty()) {
			return this.context.client().execute(AnswerCallbackQuery.of(query.id()));
		}
		return this.received.answer(text(notice));
	}

	// A text of an annotation: literal, or a code of the MessageSource in braces.
	private String text(String written) {
		boolean code = written.length() > 2 && written.startsWith("{") && written.endsWith("}");
		return code ? this.context.text(written.substring(1, written.length() - 1)) : written;
	}

}
