package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.balethon.annotation.BaleAdvice;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.LogText;
import io.github.balethon.handler.InvalidHandlerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.web.method.HandlerTypePredicate;

/**
 * Detects the handlers and exception handlers of all beans without instantiating lazy
 * beans, including scoped beans and beans with proxies.
 */
final class HandlerDetector {

	private static final Logger logger = LoggerFactory.getLogger(HandlerDetector.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final HandlerMethodFactory factory;

	private final HandlerMethodSelector methods;

	private final List<RegisteredHandler> handlers = new ArrayList<>();

	private final ExceptionHandlers exceptionHandlers = new ExceptionHandlers();

	HandlerDetector(ConfigurableListableBeanFactory beanFactory, HandlerMethodFactory factory) {
		this.beanFactory = beanFactory;
		this.factory = factory;
		this.methods = new HandlerMethodSelector(beanFactory);
	}

	List<RegisteredHandler> handlers() {
		return this.handlers;
	}

	ExceptionHandlers exceptionHandlers() {
		return this.exceptionHandlers;
	}

	void detect() {
		List<Advice> advices = new ArrayList<>();
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			try {
				detect(beanName, advices);
			}
			catch (InvalidHandlerException ex) {
				throw ex;
			}
			catch (RuntimeException | LinkageError ex) {
				if (!isSkipped(beanName, ex)) {
					throw ex;
				}
			}
		}
		advices.sort(Comparator
			.comparingInt((advice) -> OrderUtils.getOrder(advice.bean().type(), Ordered.LOWEST_PRECEDENCE)));
		advices.forEach(this::addAdvice);
	}

	private void detect(String beanName, List<Advice> advices) {
		// The scoped proxy is a bean of its own, and the one to invoke.
		Class<?> type = ScopedProxyUtils.isScopedTarget(beanName) ? null : targetClass(beanName);
		if (type == null) {
			return;
		}
		HandlerBean bean = new HandlerBean(beanName, type);
		// All or nothing: a skipped bean must not leave handlers behind.
		List<RegisteredHandler> found = AnnotationUtils.isCandidateClass(type, BaleHandler.class) ? handlers(bean)
				: List.of();
		if (AnnotatedElementUtils.hasAnnotation(type, BaleAdvice.class)) {
			advices.add(new Advice(bean, exceptionHandlers(bean)));
		}
		else if (AnnotationUtils.isCandidateClass(type, BaleExceptionHandler.class)) {
			detectExceptionHandlers(bean);
		}
		this.handlers.addAll(found);
	}

	// A lazy bean may need an optional library, and is never created without it.
	private boolean isSkipped(String beanName, Throwable error) {
		Throwable cause = absentClass(error);
		if (cause != null && this.beanFactory.containsSingleton(beanName)) {
			throw new InvalidHandlerException(
					"A handler of bean '%s' refers to a class that is absent: %s.".formatted(beanName,
							(cause instanceof TypeNotPresentException absent) ? absent.typeName() : cause.getMessage()),
					"Add the library that contains the class, or remove the handler.");
		}
		if (cause != null) {
			logger.debug("Skipped bean '{}', which refers to a class that is absent", beanName, LogText.escape(error));
		}
		return cause != null;
	}

	private static @Nullable Throwable absentClass(Throwable error) {
		return CauseChain.of(error)
			.stream()
			.filter((cause) -> cause instanceof TypeNotPresentException || cause instanceof NoClassDefFoundError
					|| cause instanceof ClassNotFoundException)
			.findFirst()
			.orElse(null);
	}

	private @Nullable Class<?> targetClass(String beanName) {
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, beanName);
		boolean scoped = type != null && ScopedObject.class.isAssignableFrom(type);
		return scoped
				? AutoProxyUtils.determineTargetClass(this.beanFactory, ScopedProxyUtils.getTargetBeanName(beanName))
				: type;
	}

	private List<RegisteredHandler> handlers(HandlerBean bean) {
		return this.methods.select(bean, BaleHandler.class)
			.stream()
			.map((method) -> this.factory.create(method, bean.type(), supplier(bean)))
			.toList();
	}

	private void detectExceptionHandlers(HandlerBean bean) {
		List<ExceptionHandlerMethod> methods = exceptionHandlers(bean);
		if (!methods.isEmpty()) {
			this.exceptionHandlers.add(bean.type(), methods);
			requireHandlers(bean, methods);
		}
	}

	// One that is inherited may be for other subclasses.
	private static void requireHandlers(HandlerBean bean, List<ExceptionHandlerMethod> methods) {
		boolean handles = !HandlerMethodSelector.find(bean, BaleHandler.class).isEmpty();
		for (ExceptionHandlerMethod method : methods) {
			if (!handles && method.declaringClass() == bean.type()) {
				throw new InvalidHandlerException(
						"Exception handler %s is never invoked: its class has no handlers.".formatted(method),
						"Annotate the class with @BaleAdvice to handle exceptions of other classes.");
			}
		}
	}

	private void addAdvice(Advice found) {
		BaleAdvice advice = AnnotatedElementUtils.findMergedAnnotation(found.bean().type(), BaleAdvice.class);
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
		this.exceptionHandlers.addAdvice(predicate, forAll, found.methods());
	}

	private List<ExceptionHandlerMethod> exceptionHandlers(HandlerBean bean) {
		return this.methods.select(bean, BaleExceptionHandler.class)
			.stream()
			.map((method) -> this.factory.createForErrors(method, bean.type(), supplier(bean),
					errorTypes(method, bean)))
			.toList();
	}

	@SuppressWarnings("unchecked")
	private List<Class<? extends Throwable>> errorTypes(Method method, HandlerBean bean) {
		BaleExceptionHandler annotation = AnnotatedElementUtils.findMergedAnnotation(method,
				BaleExceptionHandler.class);
		Set<Class<? extends Throwable>> types = new LinkedHashSet<>();
		if (annotation != null) {
			types.addAll(List.of(annotation.value()));
		}
		if (types.isEmpty()) {
			for (int i = 0; i < method.getParameterCount(); i++) {
				Class<?> type = ResolvableType.forMethodParameter(method, i, bean.type()).toClass();
				if (Throwable.class.isAssignableFrom(type)) {
					types.add((Class<? extends Throwable>) type);
				}
			}
		}
		if (types.isEmpty()) {
			throw new InvalidHandlerException(
					"Exception handler %s#%s has no exception type.".formatted(bean.type().getSimpleName(),
							method.getName()),
					"Set one in @BaleExceptionHandler, or declare a parameter of that type.");
		}
		return List.copyOf(types);
	}

	private Supplier<Object> supplier(HandlerBean bean) {
		return () -> this.beanFactory.getBean(bean.name());
	}

	private record Advice(HandlerBean bean, List<ExceptionHandlerMethod> methods) {

	}

}
