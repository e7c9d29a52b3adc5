package io.github.balethon.handler;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Finds the handlers of all beans, without creating a bean that is not there yet: also
 * behind proxies, in scopes, and in lazy beans.
 */
final class HandlerDetector {

	private final ConfigurableListableBeanFactory beanFactory;

	private final HandlerMethodFactory factory = new HandlerMethodFactory();

	HandlerDetector(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	List<HandlerMethod> detect() {
		List<HandlerMethod> handlers = new ArrayList<>();
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			// The proxy of a scoped bean is a bean of its own, and the one to call.
			Class<?> type = ScopedProxyUtils.isScopedTarget(beanName) ? null : targetClass(beanName);
			if (type != null && AnnotationUtils.isCandidateClass(type, BaleHandler.class)) {
				handlers.addAll(detect(beanName, type));
			}
		}
		return handlers;
	}

	private @Nullable Class<?> targetClass(String beanName) {
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
		boolean scoped = type != null && ScopedObject.class.isAssignableFrom(type);
		return scoped
				? AutoProxyUtils.determineTargetClass(this.beanFactory, ScopedProxyUtils.getTargetBeanName(beanName))
				: type;
	}

	private List<HandlerMethod> detect(String beanName, Class<?> type) {
		Set<Method> methods = MethodIntrospector.selectMethods(type,
				(Method method) -> AnnotatedElementUtils.hasAnnotation(method, BaleHandler.class));
		return methods.stream().map((method) -> {
			requireInvocable(method, beanName);
			return this.factory.create(method, type, bean(beanName));
		}).toList();
	}

	private void requireInvocable(Method method, String beanName) {
		Class<?> exposed = this.beanFactory.getType(beanName);
		try {
			AopUtils.selectInvocableMethod(method, exposed);
		}
		catch (IllegalStateException ex) {
			throw new InvalidHandlerException(
					"Handler %s#%s of bean '%s' cannot be called through the proxy of the bean."
						.formatted(method.getDeclaringClass().getSimpleName(), method.getName(), beanName),
					"Declare the method in an interface of the bean, or let the proxy extend the class "
							+ "(proxyTargetClass=true), where it must not be private.");
		}
	}

	private Supplier<Object> bean(String beanName) {
		return () -> this.beanFactory.getBean(beanName);
	}

}
