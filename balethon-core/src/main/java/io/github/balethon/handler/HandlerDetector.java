package io.github.balethon.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.method.HandlerTypePredicate;

/**
 * Finds the handlers and error handlers of all beans, without creating a bean that is not
 * there yet: also behind proxies, in scopes, and in lazy beans.
 */
final class HandlerDetector {

	private final ConfigurableListableBeanFactory beanFactory;

	private final HandlerMethodFactory factory;

	private final List<HandlerMethod> handlers = new ArrayList<>();

	private final ExceptionHandlers exceptionHandlers = new ExceptionHandlers();

	HandlerDetector(ConfigurableListableBeanFactory beanFactory, HandlerMethodFactory factory) {
		this.beanFactory = beanFactory;
		this.factory = factory;
	}

	List<HandlerMethod> handlers() {
		return this.handlers;
	}

	ExceptionHandlers exceptionHandlers() {
		return this.exceptionHandlers;
	}

	void detect() {
		List<Bean> advices = new ArrayList<>();
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			// The proxy of a scoped bean is a bean of its own, and the one to call.
			Class<?> type = ScopedProxyUtils.isScopedTarget(beanName) ? null : targetClass(beanName);
			if (type == null) {
				continue;
			}
			Bean bean = new Bean(beanName, type);
			if (AnnotationUtils.isCandidateClass(type, BaleHandler.class)) {
				detectHandlers(bean);
			}
			if (AnnotatedElementUtils.hasAnnotation(type, BaleAdvice.class)) {
				advices.add(bean);
			}
			else if (AnnotationUtils.isCandidateClass(type, BaleExceptionHandler.class)) {
				detectExceptionHandlers(bean);
			}
		}
		advices.sort(Comparator.comparingInt((bean) -> OrderUtils.getOrder(bean.type(), Ordered.LOWEST_PRECEDENCE)));
		advices.forEach(this::addAdvice);
	}

	private @Nullable Class<?> targetClass(String beanName) {
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
		boolean scoped = type != null && ScopedObject.class.isAssignableFrom(type);
		return scoped
				? AutoProxyUtils.determineTargetClass(this.beanFactory, ScopedProxyUtils.getTargetBeanName(beanName))
				: type;
	}

	private void detectHandlers(Bean bean) {
		for (Method method : methods(bean, BaleHandler.class)) {
			this.handlers.add(this.factory.create(method, bean.type(), supplier(bean)));
		}
	}

	private void detectExceptionHandlers(Bean bean) {
		List<ExceptionHandlerMethod> methods = exceptionHandlers(bean);
		if (!methods.isEmpty()) {
			this.exceptionHandlers.add(bean.type(), methods);
			requireHandlers(bean, methods);
		}
	}

	// One that is inherited may be for other subclasses.
	private static void requireHandlers(Bean bean, List<ExceptionHandlerMethod> methods) {
		boolean handles = !MethodIntrospector
			.selectMethods(bean.type(),
					(Method method) -> AnnotatedElementUtils.hasAnnotation(method, BaleHandler.class))
			.isEmpty();
		for (ExceptionHandlerMethod method : methods) {
			if (!handles && method.declaringClass() == bean.type()) {
				throw new InvalidHandlerException(
						"Error handler %s is never invoked: its class has no handlers.".formatted(method),
						"Annotate the class with @BaleAdvice to handle errors of other classes.");
			}
		}
	}

	private void addAdvice(Bean bean) {
		BaleAdvice advice = AnnotatedElementUtils.findMergedAnnotation(bean.type(), BaleAdvice.class);
		if (advice == null) {
			return;
		}
		// The same rules as those of @ControllerAdvice.
		Predicate<Class<?>> predicate = HandlerTypePredicate.builder()
			.basePackage(advice.basePackages())
			.assignableType(advice.assignableTypes())
			.annotation(advice.annotations())
			.build();
		boolean forAll = advice.basePackages().length == 0 && advice.assignableTypes().length == 0
				&& advice.annotations().length == 0;
		this.exceptionHandlers.addAdvice(predicate, forAll, exceptionHandlers(bean));
	}

	private List<ExceptionHandlerMethod> exceptionHandlers(Bean bean) {
		return methods(bean, BaleExceptionHandler.class).stream()
			.map((method) -> this.factory.createForErrors(method, bean.type(), supplier(bean),
					errorTypes(method, bean)))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private List<Class<? extends Throwable>> errorTypes(Method method, Bean bean) {
		BaleExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(method,
				BaleExceptionHandler.class);
		Set<Class<? extends Throwable>> types = new LinkedHashSet<>();
		if (annotation != null) {
			types.addAll(List.of(annotation.value()));
		}
		if (types.isEmpty()) {
			Stream.of(method.getParameterTypes())
				.filter(Throwable.class::isAssignableFrom)
				.forEach((type) -> types.add((Class<? extends Throwable>) type));
		}
		if (types.isEmpty()) {
			throw new InvalidHandlerException("Error handler %s#%s is for no type of error."
				.formatted(bean.type().getSimpleName(), method.getName()),
					"Name one in @BaleExceptionHandler, or take it as a parameter.");
		}
		return List.copyOf(types);
	}

	private Set<Method> methods(Bean bean, Class<? extends Annotation> annotation) {
		Set<Method> methods = MethodIntrospector.selectMethods(bean.type(),
				(Method method) -> AnnotatedElementUtils.hasAnnotation(method, annotation));
		methods.forEach((method) -> requireInvocable(method, bean.name()));
		return methods;
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

	private Supplier<Object> supplier(Bean bean) {
		return () -> this.beanFactory.getBean(bean.name());
	}

	private record Bean(String name, Class<?> type) {

	}

}
