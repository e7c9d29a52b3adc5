package io.github.balethon.autoconfigure;

import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;

import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.BaleContext;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Registers reflection hints for the handlers and exception handlers of a bean and for
 * their parameter types.
 */
final class HandlerHints implements BeanRegistrationAotProcessor {

	private static final String CONTEXT = "io.github.balethon.handler.internal.DefaultBaleContext";

	@Override
	public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
		Class<?> type = ClassUtils.getUserClass(registeredBean.getBeanClass());
		Set<Method> methods = MethodIntrospector.selectMethods(type,
				(Method method) -> AnnotatedElementUtils.hasAnnotation(method, BaleHandler.class)
						|| AnnotatedElementUtils.hasAnnotation(method, BaleExceptionHandler.class));
		return methods.isEmpty() ? null : new Handlers(type, methods);
	}

	private record Handlers(Class<?> type, Set<Method> methods) implements BeanRegistrationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanRegistrationCode beanRegistrationCode) {
			RuntimeHints hints = generationContext.getRuntimeHints();
			// SpEL conditions invoke its methods, which it finds on the class of the
			// object.
			hints.reflection()
				.registerType(BaleContext.class, MemberCategory.INVOKE_PUBLIC_METHODS)
				.registerType(TypeReference.of(CONTEXT), MemberCategory.INVOKE_PUBLIC_METHODS);
			// Composed annotations, such as @BaleCommand, are read through a proxy.
			hints.proxies().registerJdkProxy(BaleHandler.class).registerJdkProxy(BaleExceptionHandler.class);
			hints.reflection().registerType(this.type);
			for (Method method : this.methods) {
				hints.reflection().registerMethod(method, ExecutableMode.INVOKE);
				Set<Class<?>> arguments = new LinkedHashSet<>();
				for (int i = 0; i < method.getParameterCount(); i++) {
					collect(ResolvableType.forMethodParameter(method, i, this.type), arguments);
				}
				// For conversion from text by constructors or methods such as valueOf.
				arguments.forEach((argument) -> hints.reflection()
					.registerType(argument, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS,
							MemberCategory.INVOKE_PUBLIC_METHODS));
				// Callback data is read and written by the members of its record.
				arguments.stream()
					.filter(Class::isRecord)
					.forEach((argument) -> hints.reflection()
						.registerType(argument, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
								MemberCategory.INVOKE_DECLARED_METHODS));
			}
		}

		private static void collect(ResolvableType type, Set<Class<?>> arguments) {
			Class<?> found = type.resolve();
			if (found == null) {
				return;
			}
			if (type.isArray()) {
				collect(type.getComponentType(), arguments);
				return;
			}
			if (!found.isPrimitive() && !found.getName().startsWith("java.")) {
				arguments.add(found);
			}
			for (ResolvableType generic : type.getGenerics()) {
				// A type variable with a bound on itself would recurse infinitely.
				if (!found.equals(generic.resolve())) {
					collect(generic, arguments);
				}
			}
		}

	}

}
