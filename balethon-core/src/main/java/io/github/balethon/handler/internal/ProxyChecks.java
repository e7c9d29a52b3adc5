package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import io.github.balethon.handler.InvalidHandlerException;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;

/**
 * Rejects methods that cannot be invoked through the proxy of their bean.
 */
final class ProxyChecks {

	private ProxyChecks() {
	}

	/**
	 * Requires that the proxy of a bean delegates a method to the bean.
	 * @param method the method
	 * @param exposed the class of the bean or of its proxy
	 * @param handler name of the handler, for errors
	 */
	static void requireInvocable(Method method, Class<?> exposed, String handler) {
		try {
			AopUtils.selectInvocableMethod(method, exposed);
		}
		catch (IllegalStateException ex) {
			throw new InvalidHandlerException(
					"Handler %s cannot be invoked through the proxy of the bean.".formatted(handler),
					"Declare the method in an interface of the bean, or let the proxy extend the class "
							+ "(proxyTargetClass=true), where it must not be private.");
		}
		int modifiers = method.getModifiers();
		if (Modifier.isStatic(modifiers) || !SpringProxy.class.isAssignableFrom(exposed)
				|| !exposed.getName().contains(ClassUtils.CGLIB_CLASS_SEPARATOR)
				|| method.getDeclaringClass().isInterface()) {
			return;
		}
		if (Modifier.isFinal(modifiers)) {
			throw notOverridden(handler, "final", "Remove 'final' from the method, or do not proxy the bean.");
		}
		if (!Modifier.isPublic(modifiers) && !Modifier.isProtected(modifiers)
				&& !samePackage(method.getDeclaringClass(), exposed)) {
			throw notOverridden(handler, "package-private in another package", "Make the method protected or public.");
		}
	}

	private static boolean samePackage(Class<?> declaring, Class<?> exposed) {
		return declaring.getPackageName().equals(exposed.getPackageName())
				&& declaring.getClassLoader() == exposed.getClassLoader();
	}

	private static InvalidHandlerException notOverridden(String handler, String reason, String action) {
		return new InvalidHandlerException(
				"Handler %s is %s, so the CGLIB proxy of the bean cannot override it, and it would run on the proxy, without the fields of the bean."
					.formatted(handler, reason),
				action);
	}

}
