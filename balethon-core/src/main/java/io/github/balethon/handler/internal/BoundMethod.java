package io.github.balethon.handler.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.CoroutinesUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Method of a bean. The bean is looked up for each invocation, to support scoped and lazy
 * beans.
 */
final class BoundMethod {

	private final Method method;

	private final Class<?> beanType;

	private final Supplier<Object> bean;

	private final boolean suspending;

	// The method of the proxy, resolved when the bean is available.
	private volatile @Nullable Method invocable;

	BoundMethod(Method method, Class<?> beanType, Supplier<Object> bean) {
		this.method = method;
		this.beanType = beanType;
		this.bean = bean;
		this.suspending = KotlinSupport.isSuspending(method);
	}

	Method method() {
		return this.method;
	}

	Class<?> beanType() {
		return this.beanType;
	}

	boolean isSuspending() {
		return this.suspending;
	}

	@Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
		Object target = this.bean.get();
		Method current = this.invocable;
		if (current == null) {
			ProxyChecks.requireInvocable(this.method, target.getClass(), toString());
			current = AopUtils.selectInvocableMethod(this.method, target.getClass());
			ReflectionUtils.makeAccessible(current);
			this.invocable = current;
		}
		if (this.suspending) {
			return CoroutinesUtils.invokeSuspendingFunction(current, target, arguments);
		}
		try {
			return current.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getTargetException();
		}
	}

	/**
	 * Returns the short name of the method for logs and errors.
	 */
	@Override
	public String toString() {
		return this.beanType.getSimpleName() + "#" + this.method.getName();
	}

}
