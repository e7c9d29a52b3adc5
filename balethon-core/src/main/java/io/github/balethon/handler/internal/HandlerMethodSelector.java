package io.github.balethon.handler.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.InvalidHandlerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.SpringProxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Selects the annotated methods of beans, also those that are annotated in an interface,
 * and rejects methods that cannot be invoked through the proxy of the bean.
 */
final class HandlerMethodSelector {

	private static final Logger logger = LoggerFactory.getLogger(HandlerMethodSelector.class);

	private final ConfigurableListableBeanFactory beanFactory;

	HandlerMethodSelector(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Selects the annotated methods of a bean, and requires that they can be invoked.
	 * @param bean the bean
	 * @param annotation the annotation
	 * @return the methods
	 * @throws InvalidHandlerException if a method cannot be invoked
	 */
	Set<Method> select(HandlerBean bean, Class<? extends Annotation> annotation) {
		Set<Method> methods = find(bean, annotation);
		methods.forEach((method) -> requireInvocable(method, bean));
		return methods;
	}

	/**
	 * Finds the annotated methods of a bean.
	 * @param bean the bean
	 * @param annotation the annotation
	 * @return the methods
	 */
	static Set<Method> find(HandlerBean bean, Class<? extends Annotation> annotation) {
		try {
			Set<Method> methods = MethodIntrospector.selectMethods(bean.type(),
					(Method method) -> AnnotatedElementUtils.hasAnnotation(method, annotation));
			Set<Method> found = new LinkedHashSet<>(methods);
			found.addAll(implementedInSuperclasses(bean.type(), annotation, methods));
			return found;
		}
		catch (RuntimeException | LinkageError ex) {
			// As Spring does with listeners: the signature of some method cannot be
			// resolved.
			logger.debug("Skipped bean '{}', whose methods cannot be resolved", bean.name(), LogText.escape(ex));
			return Set.of();
		}
	}

	// Methods that are annotated in an interface of the class, but declared in a
	// superclass
	// that does not implement it: the annotations are found on the interface only.
	private static Collection<Method> implementedInSuperclasses(Class<?> type, Class<? extends Annotation> annotation,
			Set<Method> found) {
		Map<Method, Method> methods = new LinkedHashMap<>();
		for (Class<?> implemented : ClassUtils.getAllInterfacesForClassAsSet(type)) {
			for (Method method : implemented.getDeclaredMethods()) {
				Method body = BridgeMethodResolver.getMostSpecificMethod(method, type);
				if (!method.isBridge() && !body.getDeclaringClass().isInterface() && !found.contains(body)
						&& AnnotatedElementUtils.hasAnnotation(method, annotation)
						&& !AnnotatedElementUtils.hasAnnotation(body, annotation)) {
					methods.putIfAbsent(body, method);
				}
			}
		}
		return methods.values();
	}

	private void requireInvocable(Method method, HandlerBean bean) {
		String handler = "%s#%s of bean '%s'".formatted(method.getDeclaringClass().getSimpleName(), method.getName(),
				bean.name());
		if (method.isBridge() && isOnlyBridge(method)) {
			throw new InvalidHandlerException(
					"Handler %s is annotated in an interface, but implemented in a superclass that does not implement the interface."
						.formatted(handler),
					"Override the method in %s.".formatted(bean.type().getSimpleName()));
		}
		ProxyChecks.requireInvocable(method, exposedType(bean), handler);
	}

	private Class<?> exposedType(HandlerBean bean) {
		Class<?> type = this.beanFactory.getType(bean.name());
		if (type == null) {
			return bean.type();
		}
		if (SpringProxy.class.isAssignableFrom(type) || this.beanFactory.containsSingleton(bean.name())
				|| !(this.beanFactory instanceof AbstractBeanFactory beans)) {
			return type;
		}
		// The bean is not created yet, so its post-processor determines the proxy class.
		for (BeanPostProcessor processor : beans.getBeanPostProcessors()) {
			if (processor instanceof SmartInstantiationAwareBeanPostProcessor smart) {
				Class<?> determined = smart.determineBeanType(type, bean.name());
				if (SpringProxy.class.isAssignableFrom(determined)) {
					return determined;
				}
			}
		}
		return type;
	}

	// A bridge with the same types only makes a method of a hidden superclass public.
	private static boolean isOnlyBridge(Method method) {
		Class<?> superclass = method.getDeclaringClass().getSuperclass();
		return superclass == null
				|| ReflectionUtils.findMethod(superclass, method.getName(), method.getParameterTypes()) == null;
	}

}
