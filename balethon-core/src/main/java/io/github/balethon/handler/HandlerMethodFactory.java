package io.github.balethon.handler;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Update;

import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.annotation.Order;

/**
 * Makes a {@link HandlerMethod} of an annotated method, or says why none can be made.
 */
final class HandlerMethodFactory {

	private final ArgumentResolvers resolvers = new ArgumentResolvers();

	private final ReturnValues returnValues = new ReturnValues();

	HandlerMethod create(Method method, Class<?> beanType, Supplier<Object> bean) {
		MergedAnnotations annotations = MergedAnnotations.from(method, SearchStrategy.TYPE_HIERARCHY);
		String name = beanType.getSimpleName() + "#" + method.getName();
		HandlerCondition condition = HandlerCondition.of(annotations.get(BaleHandler.class));
		requireOneKindOfLiteral(condition, name);
		List<HandlerMethod.Parameter> parameters = new ArrayList<>();
		for (int i = 0; i < method.getParameterCount(); i++) {
			parameters.add(parameter(new MethodParameter(method, i).withContainingClass(beanType), name));
		}
		ResolvableType returned = ResolvableType.forMethodReturnType(method, beanType);
		if (!this.returnValues.supports(returned)) {
			throw new InvalidHandlerException("Handler %s returns %s, which is no answer.".formatted(name, returned),
					"Let it return " + ReturnValues.SUPPORTED + ".");
		}
		return new HandlerMethod(method, name, condition.kinds(kinds(condition, method, name)),
				order(annotations, beanType), parameters, this.returnValues, bean);
	}

	private HandlerMethod.Parameter parameter(MethodParameter parameter, String name) {
		ArgumentResolver resolver = this.resolvers.forType(parameter.getParameterType());
		if (resolver == null) {
			throw new InvalidHandlerException(
					"Handler %s takes a %s as parameter %d, and nothing in an update is one.".formatted(name,
							parameter.getParameterType().getName(), parameter.getParameterIndex() + 1),
					"A handler may take " + this.resolvers.supportedTypes()
							+ ". Take the rest from the constructor of the bean.");
		}
		return new HandlerMethod.Parameter(resolver, Nullness.forMethodParameter(parameter) == Nullness.NULLABLE);
	}

	private void requireOneKindOfLiteral(HandlerCondition condition, String name) {
		long literals = Stream.of(condition.commands(), condition.texts(), condition.callbacks())
			.filter((values) -> !values.isEmpty())
			.count();
		if (literals > 1) {
			throw new InvalidHandlerException(
					"Handler %s wants a command, a text and callback data of the same update, which none has."
						.formatted(name),
					"Keep one of 'command', 'text' and 'callback', and write a second handler for the other.");
		}
		if (literals == 1 && condition.fallback()) {
			throw new InvalidHandlerException(
					"Handler %s is a fallback for %s, but only what nobody else handles can have one.".formatted(name,
							condition),
					"Take 'fallback' away, or the condition.");
		}
		if (condition.commands().stream().anyMatch((command) -> command.isEmpty() || command.contains(" "))) {
			throw new InvalidHandlerException(
					"Handler %s has a command that is empty or has a blank in it.".formatted(name),
					"Name the command by one word, such as \"start\".");
		}
	}

	private Set<UpdateKind> kinds(HandlerCondition condition, Method method, String name) {
		Set<UpdateKind> inferred = inferredKinds(condition, method);
		if (condition.kinds().isEmpty()) {
			return inferred;
		}
		if (condition.isLiteral() && !condition.kinds().equals(inferred)) {
			throw new InvalidHandlerException(
					"Handler %s wants %s of kind %s, which never has it.".formatted(name, condition, condition.kinds()),
					"Take 'kind' away: it follows from the condition.");
		}
		return condition.kinds();
	}

	private Set<UpdateKind> inferredKinds(HandlerCondition condition, Method method) {
		List<Class<?>> types = List.of(method.getParameterTypes());
		if (!condition.callbacks().isEmpty()) {
			return EnumSet.of(UpdateKind.CALLBACK_QUERY);
		}
		if (condition.isLiteral()) {
			return EnumSet.of(UpdateKind.MESSAGE);
		}
		if (types.contains(CallbackQuery.class)) {
			return EnumSet.of(UpdateKind.CALLBACK_QUERY);
		}
		return types.contains(Update.class) ? EnumSet.allOf(UpdateKind.class) : EnumSet.of(UpdateKind.MESSAGE);
	}

	private static int order(MergedAnnotations annotations, Class<?> beanType) {
		MergedAnnotation<Order> onMethod = annotations.get(Order.class);
		MergedAnnotation<Order> order = onMethod.isPresent() ? onMethod
				: MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY).get(Order.class);
		return order.getValue(MergedAnnotation.VALUE, Integer.class).orElse(Ordered.LOWEST_PRECEDENCE);
	}

}
