package io.github.balethon.handler.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.conversation.internal.DialogueRecord;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Handler method with its condition, parameters and return type, prepared at startup.
 */
final class RegisteredHandler implements BaleHandlerMethod {

	private final BoundMethod method;

	private final HandlerCondition condition;

	private final HandlerParameter[] parameters;

	private final CommandUsage usage;

	private final ReturnValues returnValues;

	private final Traits traits;

	private final boolean takesSeveralMessages;

	RegisteredHandler(BoundMethod method, HandlerCondition condition, HandlerParameter[] parameters,
			ReturnValues returnValues, Traits traits) {
		this.method = method;
		this.condition = condition;
		this.parameters = parameters;
		this.returnValues = returnValues;
		this.traits = traits;
		this.takesSeveralMessages = Stream.of(parameters).anyMatch(HandlerParameter::together);
		this.usage = new CommandUsage(Stream.of(parameters)
			.map(HandlerParameter::argument)
			.filter(Objects::nonNull)
			.sorted(CommandUsage.BY_PLACE)
			.toList());
	}

	HandlerCondition condition() {
		return this.condition;
	}

	CommandUsage usage() {
		return this.usage;
	}

	int order() {
		return this.traits.order();
	}

	@Override
	public @Nullable Duration maxAge() {
		return this.traits.maxAge();
	}

	/**
	 * Returns the timeout of the states whose timeout this handler handles.
	 * @return the timeout, or {@code null} for a handler of updates
	 */
	@Nullable Duration timeout() {
		return this.traits.timeout();
	}

	/**
	 * Returns the time after a message for which a further one is awaited.
	 * @return the time, or {@code null} to collect the messages of an album only
	 */
	@Nullable Duration collect() {
		return this.traits.collect();
	}

	@Override
	public boolean takesSeveralMessages() {
		return this.takesSeveralMessages;
	}

	/**
	 * Replaces the list of messages in resolved arguments.
	 * @param arguments the arguments
	 * @param messages the messages
	 * @return the arguments with the messages
	 */
	@Nullable Object[] withMessages(@Nullable Object[] arguments, List<Message> messages) {
		@Nullable Object[] replaced = arguments.clone();
		for (int i = 0; i < replaced.length; i++) {
			HandlerParameter parameter = this.parameters[i];
			if (parameter.together()) {
				replaced[i] = parameter.optional() ? Optional.of(messages) : messages;
			}
		}
		return replaced;
	}

	String answer() {
		return this.traits.answer();
	}

	@Override
	public boolean isAsynchronous() {
		return this.method.isSuspending() || this.returnValues
			.isAsynchronous(GenericTypeResolver.resolveReturnType(this.method.method(), this.method.beanType()));
	}

	/**
	 * Whether the handler may pass the update on to the next handler.
	 * @return {@code false} if it certainly does not
	 */
	boolean mayPassOn() {
		return this.traits.mayPassOn();
	}

	/**
	 * Returns the values that the parameters require of an update.
	 * @return one description for each required value
	 */
	Set<String> requirements() {
		return Stream.of(this.parameters)
			.map(HandlerParameter::requirement)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the rank of the content that a parameter is bound to, for the order of
	 * handlers.
	 * @return the rank, or {@link Integer#MAX_VALUE} if there is no such parameter
	 */
	int contentRank() {
		return Stream.of(this.parameters)
			.map(HandlerParameter::content)
			.filter(Objects::nonNull)
			.mapToInt(Enum::ordinal)
			.min()
			.orElse(Integer.MAX_VALUE);
	}

	/**
	 * Resolves the arguments of an invocation.
	 * @param context the context of the update
	 * @param captures the captured variables and groups
	 * @param line the text as a command, if the command of the handler matches
	 * @param missing receives the parameter whose value is missing
	 * @return the arguments, or {@code null} if a required value is missing, so that the
	 * update does not match
	 * @throws InvalidCommandArgumentsException if arguments of the command are invalid
	 */
	@Nullable Object @Nullable [] resolveArguments(BaleContext context, Map<String, String> captures, @Nullable CommandLine line,
			Consumer<HandlerParameter> missing) {
		try {
			CommandWords words = null;
			if (line != null && !this.usage.arguments().isEmpty()) {
				words = line.words(this.usage.names());
				this.usage.requireFitting(words, line.command());
			}
			return HandlerParameter.resolve(this.parameters, new ArgumentSources(context, captures, words, null, null),
					missing);
		}
		catch (UnfitArgumentException ex) {
			throw ex.of(this.usage.usage((line != null) ? line.command() : ""));
		}
	}

	/**
	 * Resolves the arguments of an invocation that resumes a dialogue.
	 * @param context the context of the answer
	 * @param dialogue the record of the dialogue
	 * @return the arguments, or {@code null} if a required value is missing
	 */
	@Nullable Object @Nullable [] resumedArguments(BaleContext context, DialogueRecord dialogue) {
		return HandlerParameter.resolve(this.parameters, new ArgumentSources(context, Map.of(), null, null, dialogue),
				(missing) -> {
				});
	}

	@Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
		return this.method.invoke(arguments);
	}

	@Nullable Mono<?> settle(@Nullable Object value, BaleContext context) {
		return this.returnValues.settle(value, context, this.toString(), this.traits.quotes());
	}

	@Override
	public Method getMethod() {
		return this.method.method();
	}

	@Override
	public Class<?> getBeanType() {
		return this.method.beanType();
	}

	@Override
	public <A extends Annotation> @Nullable A getAnnotation(Class<A> type) {
		A onMethod = AnnotatedElementUtils.findMergedAnnotation(getMethod(), type);
		return (onMethod != null) ? onMethod : AnnotatedElementUtils.findMergedAnnotation(getBeanType(), type);
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

	/**
	 * Other attributes of a handler.
	 *
	 * @param order the order among handlers of the same precedence
	 * @param quotes whether to send returned texts as replies to the message
	 * @param answer notification for the user who pressed the button; empty for none
	 * @param mayPassOn whether the handler may pass the update on to the next handler
	 * @param maxAge maximum age of updates, or {@code null} to use the property
	 * @param timeout timeout of the state, or {@code null} for a handler of updates
	 * @param collect time after a message for which a further one is awaited, or
	 * {@code null} to collect albums only
	 */
	record Traits(int order, boolean quotes, String answer, boolean mayPassOn, @Nullable Duration maxAge,
			@Nullable Duration timeout, @Nullable Duration collect) {

	}

}
