package io.github.balethon.callback.internal;

import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.CallbackDataStoreUnavailableException;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.UpdatePostponedException;
import io.github.balethon.model.CallbackQuery;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Resolves parameters of types with {@link CallbackData @CallbackData}.
 *
 * @since 0.1.0
 */
public final class CallbackDataResolver implements BaleArgumentResolver {

	private final CallbackCodec codec;

	/**
	 * Creates a resolver.
	 * @param codec the codec
	 */
	public CallbackDataResolver(CallbackCodec codec) {
		this.codec = codec;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return AnnotationUtils.findAnnotation(parameter.getNestedParameterType(), CallbackData.class) != null;
	}

	@Override
	public String callbackTemplate(MethodParameter parameter) {
		try {
			return this.codec.template(parameter.getNestedParameterType());
		}
		catch (UnsupportedRecordException ex) {
			throw new InvalidHandlerException(ex.getDescription(), ex.getAction());
		}
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, BaleContext context) {
		CallbackQuery query = context.update().callbackQuery();
		String data = (query != null) ? query.data() : null;
		try {
			return (data != null) ? this.codec.decode(parameter.getNestedParameterType(), data) : null;
		}
		catch (CallbackDataStoreUnavailableException ex) {
			throw new UpdatePostponedException(ex.getMessage(), ex);
		}
	}

}
