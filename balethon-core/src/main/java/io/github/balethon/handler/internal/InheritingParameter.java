package io.github.balethon.handler.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Nullness;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.SynthesizingMethodParameter;
import org.springframework.util.ClassUtils;

/**
 * A parameter with the annotations that it has in the superclasses and interfaces of the
 * bean, as the annotations of the method itself are found there too.
 */
final class InheritingParameter extends SynthesizingMethodParameter {

	private final List<Method> overridden;

	private volatile Annotation @Nullable [] annotations;

	private InheritingParameter(Method method, int index, List<Method> overridden) {
		super(method, index);
		this.overridden = overridden;
	}

	private InheritingParameter(InheritingParameter original) {
		super(original);
		this.overridden = original.overridden;
	}

	/**
	 * Finds the parameters of a method.
	 * @param method the method
	 * @param beanType class of its bean, which knows the types of type variables
	 * @return one for each parameter
	 */
	static InheritingParameter[] of(Method method, Class<?> beanType) {
		List<Method> overridden = overridden(method, beanType);
		InheritingParameter[] parameters = new InheritingParameter[method.getParameterCount()];
		for (int i = 0; i < parameters.length; i++) {
			parameters[i] = (InheritingParameter) new InheritingParameter(method, i, overridden)
				.withContainingClass(beanType);
		}
		return parameters;
	}

	private static List<Method> overridden(Method method, Class<?> beanType) {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Class<?> type = method.getDeclaringClass().getSuperclass(); type != null; type = type.getSuperclass()) {
			types.add(type);
		}
		types.addAll(ClassUtils.getAllInterfacesForClassAsSet(beanType));
		List<Method> overridden = new ArrayList<>();
		for (Class<?> type : types) {
			for (Method candidate : type.getDeclaredMethods()) {
				if (overrides(method, candidate, beanType)) {
					overridden.add(candidate);
				}
			}
		}
		return List.copyOf(overridden);
	}

	private static boolean overrides(Method method, Method candidate, Class<?> beanType) {
		if (!candidate.getName().equals(method.getName()) || candidate.equals(method) || candidate.isBridge()
				|| candidate.getParameterCount() != method.getParameterCount()
				|| Modifier.isPrivate(candidate.getModifiers()) || Modifier.isStatic(candidate.getModifiers())) {
			return false;
		}
		for (int i = 0; i < method.getParameterCount(); i++) {
			if (rawType(candidate, i, beanType) != rawType(method, i, beanType)) {
				return false;
			}
		}
		return true;
	}

	private static Class<?> rawType(Method method, int index, Class<?> beanType) {
		return ResolvableType.forMethodParameter(method, index, beanType).toClass();
	}

	/**
	 * Whether the method, or one that it overrides, declares that there may be no value.
	 * @return {@code true} for {@code @Nullable}
	 */
	boolean isNullable() {
		return Nullness.forMethodParameter(this) == Nullness.NULLABLE || this.overridden.stream()
			.map((method) -> Nullness.forMethodParameter(new SynthesizingMethodParameter(method, getParameterIndex())))
			.anyMatch(Nullness.NULLABLE::equals);
	}

	/**
	 * Whether a {@code @Nullable} is written on a parameter, also on a primitive one, at
	 * which Spring's {@link Nullness} does not look.
	 * @return {@code true} if it is written here or on an overridden method
	 */
	boolean declaresNullable() {
		return Stream.concat(Stream.of(getExecutable()), this.overridden.stream())
			.flatMap((executable) -> Stream.of(
					executable.getAnnotatedParameterTypes()[getParameterIndex()].getAnnotations(),
					executable.getParameterAnnotations()[getParameterIndex()]))
			.flatMap(Stream::of)
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

	@Override
	public Annotation[] getParameterAnnotations() {
		Annotation[] all = this.annotations;
		if (all == null) {
			List<Annotation> found = new ArrayList<>(List.of(super.getParameterAnnotations()));
			for (Method method : this.overridden) {
				for (Annotation annotation : method.getParameterAnnotations()[getParameterIndex()]) {
					if (found.stream().noneMatch((other) -> other.annotationType() == annotation.annotationType())) {
						found.add(adaptAnnotation(annotation));
					}
				}
			}
			all = found.toArray(Annotation[]::new);
			this.annotations = all;
		}
		return all.clone();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other) && other instanceof InheritingParameter that
				&& this.overridden.equals(that.overridden);
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

	@Override
	public InheritingParameter clone() {
		return new InheritingParameter(this);
	}

}
