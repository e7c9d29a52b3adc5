package io.github.balethon.handler;

import java.util.concurrent.CompletionStage;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.ChatMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;

/**
 * What handlers may return, and what becomes of it.
 */
final class ReturnValues {

	static final String SUPPORTED = "void, String, a BaleMethod, or a Mono or CompletableFuture of these";

	private static final String MODEL_PACKAGE = Update.class.getPackageName();

	boolean supports(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (Mono.class.isAssignableFrom(raw)) {
			return supportsSettled(type.as(Mono.class).getGeneric());
		}
		if (CompletionStage.class.isAssignableFrom(raw)) {
			return supportsSettled(type.as(CompletionStage.class).getGeneric());
		}
		return supportsSettled(type);
	}

	private boolean supportsSettled(ResolvableType type) {
		Class<?> raw = type.toClass();
		// What cannot be told from the signature is looked at when it is there.
		return raw == Object.class || raw == void.class || raw == Void.class || raw == String.class
				|| BaleMethod.class.isAssignableFrom(raw) || isResultOfBale(raw);
	}

	boolean isAsynchronous(Class<?> type) {
		return Mono.class.isAssignableFrom(type) || CompletionStage.class.isAssignableFrom(type);
	}

	/**
	 * Begins what the returned value asks for.
	 * @param value what the handler returned
	 * @param context the update
	 * @param handler the handler, for errors
	 * @return ends when the result is settled and its replies are sent, or {@code null}
	 * if that is so already
	 */
	@Nullable Mono<?> settle(@Nullable Object value, BaleContext context, HandlerMethod handler) {
		if (value instanceof Mono<?> mono) {
			return mono.flatMap((settled) -> answer(settled, context, handler));
		}
		if (value instanceof CompletionStage<?> stage) {
			return Mono.fromCompletionStage(stage).flatMap((settled) -> answer(settled, context, handler));
		}
		return (value != null) ? answer(value, context, handler) : null;
	}

	private Mono<?> answer(Object value, BaleContext context, HandlerMethod handler) {
		if (value instanceof String text) {
			return context.client().execute(SendMessage.of(context.chatId(), text));
		}
		if (value instanceof ChatMethod<?> method && method.chatId() == null) {
			return context.client().execute(method.chatId(context.chatId()));
		}
		if (value instanceof BaleMethod<?> method) {
			return context.client().execute(method);
		}
		if (isResultOfBale(value.getClass())) {
			return Mono.empty();
		}
		return Mono.error(new IllegalStateException("Handler %s gave a %s, which is no answer: let it give %s"
			.formatted(handler, value.getClass().getName(), SUPPORTED)));
	}

	// What a call gave is no new answer: the call has been made.
	private boolean isResultOfBale(Class<?> type) {
		return type == Boolean.class || type == boolean.class || type.getPackageName().equals(MODEL_PACKAGE);
	}

}
