package io.github.balethon.conversation.internal;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.util.ClassUtils;

/**
 * Results of the actions of dialogues, as JSON.
 */
final class DialogueResults {

	private static final String NULL = "null";

	private final Conversations conversations;

	private final ClassLoader classLoader;

	DialogueResults(Conversations conversations, ClassLoader classLoader) {
		this.conversations = conversations;
		this.classLoader = classLoader;
	}

	/**
	 * Records a result, and reads it as a later invocation does.
	 * @param name the name of the action
	 * @param type the declared type, or {@code null} for the class of the result
	 * @param result the result
	 * @return the step
	 * @throws IllegalArgumentException if the result cannot be read again
	 */
	DialogueStep write(String name, @Nullable Type type, @Nullable Object result) {
		if (result == null) {
			return new DialogueStep(DialogueStep.Kind.ONCE, name, NULL, null);
		}
		Type target = (type != null) ? type : classOf(name, result);
		ConversationData data = this.conversations.data(target);
		byte[] json = data.write(result);
		try {
			data.read(json);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(
					"Result of once(\"%s\") of type %s cannot be read from its JSON".formatted(name, data), ex);
		}
		return new DialogueStep(DialogueStep.Kind.ONCE, name, new String(json, StandardCharsets.UTF_8),
				(type != null) ? null : target.getTypeName());
	}

	private static Class<?> classOf(String name, Object result) {
		Class<?> type = (result instanceof Enum<?> constant) ? constant.getDeclaringClass() : result.getClass();
		if (type.getTypeParameters().length > 0 || type.isAnonymousClass() || type.isHidden()) {
			throw new IllegalArgumentException(
					("Result of once(\"%s\") has the class %s, which does not determine the type of its content: "
							+ "use once(name, new ParameterizedTypeReference<…>() {}, action)")
						.formatted(name, type.getName()));
		}
		return type;
	}

	/**
	 * Reads a recorded result.
	 * @param step the step
	 * @param type the declared type, or {@code null} for the recorded class
	 * @return the result
	 * @throws IllegalArgumentException if it cannot be read any more
	 */
	@Nullable Object read(DialogueStep step, @Nullable Type type) {
		String json = step.value();
		if (json == null || json.equals(NULL)) {
			return null;
		}
		String recorded = step.type();
		if ((recorded == null) != (type != null)) {
			throw new IllegalArgumentException("The type is declared in another way");
		}
		try {
			Type target = (type != null) ? type : ClassUtils.forName(String.valueOf(recorded), this.classLoader);
			return this.conversations.data(target).read(json.getBytes(StandardCharsets.UTF_8));
		}
		catch (JacksonException | ClassNotFoundException | LinkageError ex) {
			throw new IllegalArgumentException("The result cannot be read", ex);
		}
	}

}
