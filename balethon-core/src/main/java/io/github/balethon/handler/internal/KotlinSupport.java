package io.github.balethon.handler.internal;

import java.lang.reflect.Method;

import io.github.balethon.handler.InvalidHandlerException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ClassUtils;

/**
 * Support for suspending functions and {@code Flow} results through Spring's coroutine
 * support.
 */
final class KotlinSupport {

	private static final String FLOW = "kotlinx.coroutines.flow.Flow";

	private static final String UNIT = "kotlin.Unit";

	// Spring's coroutine support needs both.
	private static final String[] REQUIRED = { "kotlinx.coroutines.reactor.MonoKt", "kotlin.reflect.full.KClasses" };

	private KotlinSupport() {
	}

	static boolean isSuspending(Method method) {
		return KotlinDetector.isSuspendingFunction(method);
	}

	/**
	 * Counts the parameters that the source code has.
	 * @param method the method
	 * @return the number of parameters, without the continuation of a suspending function
	 */
	static int parameterCount(Method method) {
		return method.getParameterCount() - (isSuspending(method) ? 1 : 0);
	}

	/**
	 * Whether a suspending function of this type returns no value.
	 * @param type the return type
	 * @return {@code true} for {@code Unit}
	 */
	static boolean isUnit(Class<?> type) {
		return type.getName().equals(UNIT);
	}

	static void requireCoroutines(Method method, @Nullable ClassLoader classLoader, String handler) {
		boolean suspending = isSuspending(method);
		if (!suspending && !method.getReturnType().getName().equals(FLOW)) {
			return;
		}
		for (String type : REQUIRED) {
			if (!ClassUtils.isPresent(type, classLoader)) {
				throw new InvalidHandlerException(
						"Handler %s %s, which requires Kotlin coroutines for Reactor, but class %s is absent."
							.formatted(handler, suspending ? "is a suspending function" : "returns a Flow", type),
						"Add the dependencies org.jetbrains.kotlinx:kotlinx-coroutines-reactor and "
								+ "org.jetbrains.kotlin:kotlin-reflect, or return a Mono or Flux from a function that is "
								+ "not suspending.");
			}
		}
	}

}
