package io.github.balethon.handler.internal;

import java.util.List;
import java.util.Map;

import io.github.balethon.handler.BaleContext;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Exception handler method, prepared at startup.
 */
final class ExceptionHandlerMethod {

	private final BoundMethod method;

	private final HandlerParameter[] parameters;

	private final ReturnValues returnValues;

	private final List<Class<? extends Throwable>> types;

	ExceptionHandlerMethod(BoundMethod method, HandlerParameter[] parameters, ReturnValues returnValues,
			List<Class<? extends Throwable>> types) {
		this.method = method;
		this.parameters = parameters;
		this.returnValues = returnValues;
		this.types = types;
	}

	List<Class<? extends Throwable>> types() {
		return this.types;
	}

	Class<?> declaringClass() {
		return this.method.method().getDeclaringClass();
	}

	@Nullable Mono<?> invoke(Throwable error, BaleContext context) throws Throwable {
		@Nullable Object[] arguments = HandlerParameter.resolve(this.parameters,
				new ArgumentSources(context, Map.of(), null, error, null), (missing) -> {
				});
		if (arguments == null) {
			throw new IllegalStateException(
					"Exception handler " + this.method + " has a parameter without a value in update "
							+ context.update().updateId() + ". Annotate the parameter with @Nullable",
					error);
		}
		return this.returnValues.settle(this.method.invoke(arguments), context, toString(), false);
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}
