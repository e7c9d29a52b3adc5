package io.github.balethon.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aop.support.AopUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A handler that was found: the method, and everything that is needed to call it,
 * prepared at start.
 *
 * @since 0.1.0
 */
public final class HandlerMethod {

	private final Method method;

	private final String name;

	private final HandlerCondition condition;

	private final int order;

	private final List<Parameter> parameters;

	private final ReturnValues returnValues;

	private final Supplier<Object> bean;

	// The method as the bean's proxy has it, known when the bean was first there.
	private volatile @Nullable Method invocable;

	HandlerMethod(Method method, String name, HandlerCondition condition, int order, List<Parameter> parameters,
			ReturnValues returnValues, Supplier<Object> bean) {
		this.method = method;
		this.name = name;
		this.condition = condition;
		this.order = order;
		this.parameters = parameters;
		this.returnValues = returnValues;
		this.bean = bean;
	}

	HandlerCondition condition() {
		return this.condition;
	}

	int order() {
		return this.order;
	}

	/**
	 * Whether the handler answers by a {@code Mono} or a future, so that calls that it
	 * built may be part of what it returned.
	 * @return {@code true} if the result comes later
	 */
	public boolean isAsynchronous() {
		return this.returnValues.isAsynchronous(this.method.getReturnType());
	}

	@Nullable HandlerMatch match(BaleContext context) {
		@Nullable Object[] arguments = new Object[this.parameters.size()];
		for (int i = 0; i < arguments.length; i++) {
			Parameter parameter = this.parameters.get(i);
			Object argument = parameter.resolver().resolve(context);
			if (argument == null && !parameter.nullable()) {
				return null;
			}
			arguments[i] = argument;
		}
		return new HandlerMatch(this, context, arguments);
	}

	@Nullable Mono<?> invoke(BaleContext context, @Nullable Object[] arguments) throws Throwable {
		Object target = this.bean.get();
		Method current = this.invocable;
		if (current == null) {
			current = AopUtils.selectInvocableMethod(this.method, target.getClass());
			ReflectionUtils.makeAccessible(current);
			this.invocable = current;
		}
		try {
			return this.returnValues.settle(current.invoke(target, arguments), context, this);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * The short name of the method, as logs and errors show it.
	 * @return class and method, such as {@code ShopBot#start}
	 */
	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * One parameter of the method.
	 *
	 * @param resolver finds its value
	 * @param nullable whether it may have none
	 */
	record Parameter(ArgumentResolver resolver, boolean nullable) {

	}

}
