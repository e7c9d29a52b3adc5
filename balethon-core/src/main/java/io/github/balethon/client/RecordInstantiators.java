package io.github.balethon.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedWithParams;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Creates records of the model with cached method handles. Jackson creates a handle for
 * each record, which takes nearly half the time to deserialize an update.
 */
final class RecordInstantiators extends SimpleValueInstantiators {

	@Override
	public ValueInstantiator modifyValueInstantiator(DeserializationConfig config, BeanDescription.Supplier bean,
			ValueInstantiator instantiator) {
		AnnotatedWithParams creator = instantiator.getWithArgsCreator();
		if (creator == null || !(instantiator instanceof StdValueInstantiator standard)) {
			return instantiator;
		}
		MethodHandle handle = handle(creator.getAnnotated(), bean.getBeanClass());
		return (handle != null) ? new HandleInstantiator(standard, handle) : instantiator;
	}

	private static @Nullable MethodHandle handle(AnnotatedElement creator, Class<?> type) {
		try {
			MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
			MethodHandle handle = (creator instanceof Constructor<?> constructor)
					? lookup.unreflectConstructor(constructor)
					: (creator instanceof Method method) ? lookup.unreflect(method) : null;
			return (handle != null) ? handle.asSpreader(Object[].class, handle.type().parameterCount())
				.asType(MethodType.methodType(Object.class, Object[].class)) : null;
		}
		catch (IllegalAccessException ex) {
			// Jackson creates the other ones.
			return null;
		}
	}

	private static final class HandleInstantiator extends StdValueInstantiator {

		private final transient MethodHandle creator;

		HandleInstantiator(StdValueInstantiator standard, MethodHandle creator) {
			super(standard);
			this.creator = creator;
		}

		@Override
		public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
			try {
				return (Object) this.creator.invokeExact(arguments);
			}
			catch (Error ex) {
				throw ex;
			}
			catch (Throwable ex) {
				return context.handleInstantiationProblem(getValueClass(), arguments, rewrapCtorProblem(context, ex));
			}
		}

	}

}
