package io.github.balethon.handler.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.core.annotation.AnnotatedMethod;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.util.ClassUtils;

/**
 * Parameters of a handler method, with the annotations of the methods that it overrides.
 * Adds to Spring's {@link AnnotatedMethod} the class of the bean, which resolves type
 * variables, and {@code @Nullable} of overridden methods, which Spring does not inherit
 * because it annotates the type, not the parameter.
 */
final class HandlerSignature extends AnnotatedMethod {

	private final Class<?> beanType;

	private final List<Method> declarations;

	HandlerSignature(Method method, Class<?> beanType) {
		super(method);
		this.beanType = beanType;
		this.declarations = declarations(method, beanType);
	}

	@Override
	protected Class<?> getContainingClass() {
		return this.beanType;
	}

	private static List<Method> declarations(Method method, Class<?> beanType) {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Class<?> type = method.getDeclaringClass().getSuperclass(); type != null; type = type.getSuperclass()) {
			types.add(type);
		}
		types.addAll(ClassUtils.getAllInterfacesForClassAsSet(beanType));
		Stream<Method> overridden = types.stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.filter((candidate) -> candidate.getName().equals(method.getName())
					&& BridgeMethodResolver.getMostSpecificMethod(candidate, beanType).equals(method));
		return Stream.concat(Stream.of(method), overridden).distinct().toList();
	}

	/**
	 * Whether the method, or one that it overrides, declares a parameter as nullable.
	 * @param index the index of the parameter
	 * @return {@code true} for {@code @Nullable}
	 */
	boolean isNullable(int index) {
		return this.declarations.stream()
			.map((method) -> Nullness.forMethodParameter(new SynthesizingMethodParameter(method, index)))
			.anyMatch(Nullness.NULLABLE::equals);
	}

	/**
	 * Whether a parameter has an annotation named {@code Nullable}, also on a primitive
	 * type, for which {@link Nullness} ignores it.
	 * @param parameter the parameter
	 * @return {@code true} if the method, or one that it overrides, has the annotation
	 */
	boolean declaresNullable(MethodParameter parameter) {
		Stream<Annotation> ofTypes = this.declarations.stream()
			.map((method) -> method.getAnnotatedParameterTypes()[parameter.getParameterIndex()])
			.flatMap((type) -> Arrays.stream(type.getAnnotations()));
		return Stream.concat(ofTypes, Arrays.stream(parameter.getParameterAnnotations()))
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

}
