package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ExceptionDepthComparator;

/**
 * Selects exception handlers: those of the class of the handler first, then those of
 * advice beans by their order.
 */
final class ExceptionHandlers {

	private final Map<Class<?>, Group> byClass = new HashMap<>();

	private final List<Advice> advices = new ArrayList<>();

	void add(Class<?> beanType, List<ExceptionHandlerMethod> methods) {
		this.byClass.put(beanType, Group.of(methods));
	}

	/**
	 * Adds the methods of an advice bean.
	 * @param appliesTo selects the classes of handlers
	 * @param forAll whether the advice applies to all classes, and to exceptions without
	 * a handler
	 * @param methods the methods
	 */
	void addAdvice(Predicate<Class<?>> appliesTo, boolean forAll, List<ExceptionHandlerMethod> methods) {
		this.advices.add(new Advice(appliesTo, forAll, Group.of(methods)));
	}

	@Nullable ExceptionHandlerMethod find(Throwable error, @Nullable BaleHandlerMethod handler) {
		Group own = (handler != null) ? this.byClass.get(handler.getBeanType()) : null;
		ExceptionHandlerMethod found = (own != null) ? own.find(error) : null;
		for (Advice advice : this.advices) {
			if (found != null) {
				return found;
			}
			boolean applies = (handler != null) ? advice.appliesTo().test(handler.getBeanType()) : advice.forAll();
			found = applies ? advice.group().find(error) : null;
		}
		return found;
	}

	private record Advice(Predicate<Class<?>> appliesTo, boolean forAll, Group group) {

	}

	/**
	 * Exception handlers of one bean.
	 *
	 * @param byType the methods by exception type
	 */
	private record Group(Map<Class<? extends Throwable>, ExceptionHandlerMethod> byType) {

		static Group of(List<ExceptionHandlerMethod> methods) {
			Map<Class<? extends Throwable>, ExceptionHandlerMethod> byType = new HashMap<>();
			for (ExceptionHandlerMethod method : methods) {
				for (Class<? extends Throwable> type : method.types()) {
					ExceptionHandlerMethod other = byType.putIfAbsent(type, method);
					if (other != null) {
						throw new InvalidHandlerException(
								"Ambiguous exception handlers for %s: %s and %s.".formatted(type.getName(), other,
										method),
								"Remove one of them, or let it handle a more specific exception type.");
					}
				}
			}
			return new Group(byType);
		}

		@Nullable ExceptionHandlerMethod find(Throwable error) {
			for (Throwable cause : CauseChain.of(error)) {
				List<Class<? extends Throwable>> matching = new ArrayList<>();
				for (Class<? extends Throwable> type : this.byType.keySet()) {
					if (type.isInstance(cause)) {
						matching.add(type);
					}
				}
				if (!matching.isEmpty()) {
					return this.byType.get(ExceptionDepthComparator.findClosestMatch(matching, cause));
				}
			}
			return null;
		}

	}

}
