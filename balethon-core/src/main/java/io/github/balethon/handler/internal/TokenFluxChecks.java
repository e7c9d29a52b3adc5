package io.github.balethon.handler.internal;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.handler.GrowingMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.core.ResolvableType;
import org.springframework.util.ReflectionUtils;

/**
 * Warns of handlers that would send each token of a language model as a message: they
 * return a {@code Flux<String>}, and their bean has a field of a library for such models.
 */
final class TokenFluxChecks {

	private static final Logger logger = LoggerFactory.getLogger(TokenFluxChecks.class);

	private static final Set<String> LIBRARIES = Set.of("org.springframework.ai.", "dev.langchain4j.");

	void check(List<RegisteredHandler> handlers) {
		for (RegisteredHandler handler : handlers) {
			if (returnsTexts(handler) && usesLanguageModel(handler.getBeanType())) {
				logger.warn(
						"Handler {} returns a Flux<String>, each element of which is sent as a message. To send one "
								+ "message that grows with the tokens of a model, return {}.of(flux)",
						handler, GrowingMessage.class.getSimpleName());
			}
		}
	}

	private static boolean returnsTexts(RegisteredHandler handler) {
		ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod(), handler.getBeanType());
		return Flux.class.isAssignableFrom(type.toClass())
				&& CharSequence.class.isAssignableFrom(type.as(Flux.class).getGeneric().resolve(Object.class));
	}

	private static boolean usesLanguageModel(Class<?> type) {
		AtomicBoolean found = new AtomicBoolean();
		ReflectionUtils.doWithFields(type, (field) -> found.set(true), TokenFluxChecks::isLanguageModel);
		return found.get();
	}

	private static boolean isLanguageModel(Field field) {
		return LIBRARIES.stream().anyMatch(field.getType().getName()::startsWith);
	}

}
