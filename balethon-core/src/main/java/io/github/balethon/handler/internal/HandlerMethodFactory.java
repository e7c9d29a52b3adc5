package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Content;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.ShippingQuery;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.WebAppData;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.annotation.Order;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Creates a {@link RegisteredHandler} for an annotated method, or rejects the method.
 */
final class HandlerMethodFactory {

	private static final Set<UpdateKind> MESSAGES = EnumSet.of(UpdateKind.MESSAGE, UpdateKind.EDITED_MESSAGE);

	private final HandlerConditions conditions;

	private final HandlerParameters parameters;

	private final ReturnValues returnValues;

	private final @Nullable ClassLoader classLoader;

	HandlerMethodFactory(HandlerConditions conditions, HandlerParameters parameters, ReturnValues returnValues,
			@Nullable ClassLoader classLoader) {
		this.conditions = conditions;
		this.parameters = parameters;
		this.returnValues = returnValues;
		this.classLoader = classLoader;
	}

	RegisteredHandler create(Method method, Class<?> beanType, Supplier<Object> bean) {
		BoundMethod bound = new BoundMethod(method, beanType, bean);
		String name = bound.toString();
		KotlinSupport.requireCoroutines(method, this.classLoader, name);
		HandlerCondition read = withTemplates(read(method, beanType, name),
				this.parameters.callbackTemplates(method, beanType), name);
		requireOneKindOfLiteral(read, name);
		List<MergedAnnotation<BaleHandler>> annotations = HandlerConditions.annotations(method);
		String answer = annotations.stream()
			.map((annotation) -> annotation.getString("answer"))
			.filter(Predicate.not(String::isEmpty))
			.findFirst()
			.orElse("");
		Duration timeout = this.conditions.timeout(method, name);
		if (timeout != null) {
			StateTimeoutChecks.requirePossible(read, answer, name);
		}
		HandlerCondition condition = read
			.kinds((timeout != null) ? EnumSet.of(UpdateKind.STATE_TIMEOUT) : kinds(read, method, beanType, name));
		HandlerParameter[] prepared = this.parameters.prepare(method, beanType, captures(condition),
				!condition.commands().isEmpty(), false, name);
		requirePossibleParameters(prepared, condition, name);
		SatisfiabilityChecks.requirePossibleIdentifiers(condition.guard(), name);
		SatisfiabilityChecks.requirePossibleTexts(condition, name);
		SatisfiabilityChecks.requirePossibleContents(prepared, condition, name);
		CommandArgumentChecks.requireArgumentsThatGoTogether(prepared, name);
		Duration collect = this.conditions.collect(method, name);
		if (collect != null) {
			MessageCollectionChecks.requirePossible(collect, condition, prepared, name);
		}
		ResolvableType returned = requireAnswer(method, beanType, name);
		if (!answer.isEmpty() && !condition.kinds().contains(UpdateKind.CALLBACK_QUERY)) {
			throw new InvalidHandlerException(
					"Handler %s sets 'answer', which applies to callback queries only, but matches %s.".formatted(name,
							condition),
					"Remove 'answer' and return the text.");
		}
		SatisfiabilityChecks.requirePossibleAnswer(answer, name);
		boolean quotes = annotations.stream().anyMatch((annotation) -> annotation.getBoolean("reply"));
		return new RegisteredHandler(bound, condition, prepared, this.returnValues,
				new RegisteredHandler.Traits(order(method, beanType), quotes, answer,
						this.returnValues.mayPassOn(returned), this.conditions.maxAge(method, beanType, name), timeout,
						collect));
	}

	private HandlerCondition read(Method method, Class<?> beanType, String name) {
		try {
			return this.conditions.read(method, beanType, name);
		}
		catch (PlaceholderResolutionException ex) {
			throw new InvalidHandlerException("Handler %s has a placeholder that cannot be resolved.".formatted(name),
					"Set the property, or give the placeholder a default value: " + ex.getMessage());
		}
	}

	private HandlerCondition withTemplates(HandlerCondition read, List<String> templates, String name) {
		if (templates.isEmpty()) {
			return read;
		}
		if (read.matchesCallback() || templates.size() > 1) {
			throw new InvalidHandlerException(
					"Handler %s requires callback data of several forms: %s of its parameters%s.".formatted(name,
							templates, read.matchesCallback() ? " and that of its annotation" : ""),
					"Keep one parameter that is read from callback data, and remove the callback data of the "
							+ "annotation. Write a second handler for the other form.");
		}
		return read.callbackPatterns(this.conditions.templates(templates, name));
	}

	/**
	 * Creates an exception handler.
	 * @param method the method
	 * @param beanType the class of the bean
	 * @param bean the supplier of the bean
	 * @param types the exception types
	 * @return the exception handler
	 */
	ExceptionHandlerMethod createForErrors(Method method, Class<?> beanType, Supplier<Object> bean,
			List<Class<? extends Throwable>> types) {
		BoundMethod bound = new BoundMethod(method, beanType, bean);
		KotlinSupport.requireCoroutines(method, this.classLoader, bound.toString());
		HandlerParameter[] prepared = this.parameters.prepare(method, beanType, Set.of(), false, true,
				bound.toString());
		requireAnswer(method, beanType, bound.toString());
		requireParameterForError(prepared, types, bound.toString());
		return new ExceptionHandlerMethod(bound, prepared, this.returnValues, types);
	}

	// There may be several, such as an exception and its cause, but one of them must
	// accept
	// the exception that the method was selected for.
	private static void requireParameterForError(HandlerParameter[] parameters, List<Class<? extends Throwable>> types,
			String name) {
		List<Class<?>> taken = Stream.of(parameters).<Class<?>>mapMulti((parameter, found) -> {
			if (parameter.error() != null) {
				found.accept(parameter.error());
			}
		}).toList();
		boolean needed = Stream.of(parameters)
			.anyMatch((parameter) -> parameter.error() != null && !parameter.nullable());
		for (Class<? extends Throwable> type : types) {
			if (needed && taken.stream().noneMatch((error) -> error.isAssignableFrom(type))) {
				throw new InvalidHandlerException(
						"Exception handler %s handles %s, but none of its parameters accepts it.".formatted(name,
								type.getName()),
						"Declare a parameter of a common superclass of all types in @BaleExceptionHandler, or annotate "
								+ "the parameter with @Nullable.");
			}
		}
	}

	private ResolvableType requireAnswer(Method method, Class<?> beanType, String name) {
		ResolvableType returned = ResolvableType.forMethodReturnType(method, beanType);
		if (!this.returnValues.supports(returned)) {
			throw new InvalidHandlerException(
					"Handler %s returns unsupported type %s. Supported types are %s.".formatted(name, returned,
							ReturnValues.SUPPORTED),
					"Change the return type of the method, or declare a BaleReturnValueHandler bean for it.");
		}
		return returned;
	}

	private static Set<String> captures(HandlerCondition condition) {
		return condition.patterns()
			.stream()
			.flatMap((pattern) -> pattern.names().stream())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private void requireOneKindOfLiteral(HandlerCondition condition, String name) {
		List<String> wanted = Stream
			.of(named("a command", condition.commands().isEmpty()), named("a text", condition.texts().isEmpty()),
					named("a regular expression for the text", condition.regexes().isEmpty()),
					named("callback data",
							condition.callbacks().isEmpty()
									&& condition.callbackPatterns().stream().noneMatch(TextPattern::template)),
					named("a regular expression for callback data",
							condition.callbackPatterns().stream().allMatch(TextPattern::template)))
			.filter(Predicate.not(String::isEmpty))
			.toList();
		if (wanted.size() > 1) {
			throw new InvalidHandlerException(
					"Handler %s requires %s of the same update.".formatted(name, String.join(" and ", wanted)),
					"Set only one of 'command', 'text', 'regex', 'callback' and 'callbackRegex'. Write a second handler "
							+ "for the other one, or use 'condition'.");
		}
		if (wanted.size() == 1 && condition.fallback()) {
			throw new InvalidHandlerException(
					"Handler %s is a fallback with the condition %s, but a fallback must not have one of these."
						.formatted(name, condition),
					"Remove 'fallback' or the condition.");
		}
	}

	private static String named(String name, boolean empty) {
		return empty ? "" : name;
	}

	private Set<UpdateKind> kinds(HandlerCondition condition, Method method, Class<?> beanType, String name) {
		if (condition.kinds().isEmpty()) {
			return inferredKinds(condition, parameterTypes(method, beanType), name);
		}
		Set<UpdateKind> possible = possibleKinds(condition);
		if (!possible.containsAll(condition.kinds())) {
			throw new InvalidHandlerException(
					"Handler %s requires %s of kind %s, which never has it.".formatted(name,
							condition.kinds(EnumSet.noneOf(UpdateKind.class)), condition.kinds()),
					"Remove 'kind': it is inferred from the other attributes.");
		}
		return condition.kinds();
	}

	private static List<Class<?>> parameterTypes(Method method, Class<?> beanType) {
		return IntStream.range(0, method.getParameterCount())
			.<Class<?>>mapToObj((index) -> ResolvableType.forMethodParameter(method, index, beanType).toClass())
			.toList();
	}

	private static Set<UpdateKind> possibleKinds(HandlerCondition condition) {
		if (condition.matchesText()) {
			return MESSAGES;
		}
		if (condition.matchesCallback()) {
			return EnumSet.of(UpdateKind.CALLBACK_QUERY);
		}
		if (!condition.guard().contents().isEmpty()) {
			Set<UpdateKind> possible = kindsOf(condition.guard().contents());
			if (possible.contains(UpdateKind.MESSAGE)) {
				possible.add(UpdateKind.EDITED_MESSAGE);
			}
			return possible;
		}
		return HandlerCondition.OF_BALE;
	}

	private static Set<UpdateKind> inferredKinds(HandlerCondition condition, List<Class<?>> types, String name) {
		if (condition.matchesCallback()) {
			return EnumSet.of(UpdateKind.CALLBACK_QUERY);
		}
		Set<Content> contents = condition.guard().contents();
		if (condition.matchesText()) {
			if (!contents.isEmpty() && !kindsOf(contents).contains(UpdateKind.MESSAGE)) {
				throw new InvalidHandlerException(
						"Handler %s requires a text of a message with %s, which has none.".formatted(name, contents),
						"Remove 'content' or the text.");
			}
			return EnumSet.of(UpdateKind.MESSAGE);
		}
		if (!contents.isEmpty()) {
			return kindsOf(contents);
		}
		return kindsOfParameters(types);
	}

	private static Set<UpdateKind> kindsOf(Set<Content> contents) {
		return contents.stream()
			.map(UpdateKind::of)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(UpdateKind.class)));
	}

	private static Set<UpdateKind> kindsOfParameters(List<Class<?>> types) {
		if (types.contains(CallbackQuery.class)) {
			return EnumSet.of(UpdateKind.CALLBACK_QUERY);
		}
		if (types.contains(PreCheckoutQuery.class)) {
			return EnumSet.of(UpdateKind.PRE_CHECKOUT_QUERY);
		}
		if (types.contains(ShippingQuery.class)) {
			return EnumSet.of(UpdateKind.SHIPPING_QUERY);
		}
		if (types.contains(SuccessfulPayment.class)) {
			return EnumSet.of(UpdateKind.SUCCESSFUL_PAYMENT);
		}
		if (types.contains(WebAppData.class)) {
			return EnumSet.of(UpdateKind.WEB_APP_DATA);
		}
		return types.contains(Update.class) ? HandlerCondition.OF_BALE : EnumSet.of(UpdateKind.MESSAGE);
	}

	private static void requirePossibleParameters(HandlerParameter[] parameters, HandlerCondition condition,
			String name) {
		for (int i = 0; i < parameters.length; i++) {
			HandlerParameter parameter = parameters[i];
			if (!parameter.nullable() && !parameter.kinds().isEmpty()
					&& condition.kinds().stream().noneMatch(parameter.kinds()::contains)) {
				throw new InvalidHandlerException(
						"Handler %s matches %s, which never has a value for parameter %d (%s).".formatted(name,
								condition, i + 1, parameter.requirement()),
						"Remove the parameter, or set 'kind' to one of " + parameter.kinds() + ".");
			}
		}
	}

	private static int order(Method method, Class<?> beanType) {
		MergedAnnotation<Order> onMethod = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY)
			.get(Order.class);
		MergedAnnotation<Order> order = onMethod.isPresent() ? onMethod
				: MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY).get(Order.class);
		return order.getValue(MergedAnnotation.VALUE, Integer.class).orElse(Ordered.LOWEST_PRECEDENCE);
	}

}
