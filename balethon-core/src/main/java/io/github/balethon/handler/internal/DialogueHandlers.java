package io.github.balethon.handler.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.conversation.internal.DialogueButtons;
import io.github.balethon.conversation.internal.DialogueRecord;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.MethodParameter;

/**
 * Handlers with a {@code Dialogue}, and which updates are answers to their questions.
 */
final class DialogueHandlers {

	/**
	 * Code of the message for a button of a question that is not pending.
	 */
	static final String OUTDATED = "bale.dialogue.outdated";

	// Of the library: each update of a conversation has them. Values of resolvers of the
	// application are derived from the context.
	private static final Set<Class<?>> OF_EACH_UPDATE = Set.of(BaleContext.class, BaleClient.class,
			BlockingBaleClient.class, User.class, Chat.class, Locale.class);

	private final Map<String, RegisteredHandler> handlers = new HashMap<>();

	/**
	 * Adds a handler if it has a dialogue.
	 * @param handler the handler
	 */
	void add(RegisteredHandler handler) {
		long count = Stream.of(handler.getMethod().getParameterTypes())
			.filter((type) -> type == Dialogue.class)
			.count();
		if (count == 0) {
			return;
		}
		if (handler.isAsynchronous()) {
			throw new InvalidHandlerException(
					"Handler %s has a Dialogue parameter, but its result is asynchronous.".formatted(handler),
					"Change the return type to void or a value: the questions of a dialogue are asked while the method "
							+ "runs. Use states with Conversation<T> in reactive handlers.");
		}
		IntStream.range(0, handler.getMethod().getParameterCount())
			.mapToObj((index) -> new MethodParameter(handler.getMethod(), index))
			.filter((parameter) -> !isOfEachUpdate(parameter))
			.findFirst()
			.ifPresent((parameter) -> {
				throw new InvalidHandlerException(
						"Handler %s has a Dialogue and the parameter %d of type %s, which the answers to its questions do not have."
							.formatted(handler, parameter.getParameterIndex() + 1,
									parameter.getParameterType().getSimpleName()),
						"Remove the parameter, and call Dialogue.firstText() for the text that began the dialogue.");
			});
		RegisteredHandler other = this.handlers.putIfAbsent(stateOf(handler), handler);
		if (other != null) {
			throw new InvalidHandlerException(
					"Handlers %s (%s) and %s (%s) have dialogues with the same name.".formatted(other,
							other.getMethod(), handler, handler.getMethod()),
					"Rename one of the methods or classes: a stored dialogue is found by their names.");
		}
	}

	private static boolean isOfEachUpdate(MethodParameter parameter) {
		Class<?> type = parameter.getParameterType();
		if (type == Dialogue.class || OF_EACH_UPDATE.contains(type)) {
			return true;
		}
		boolean written = parameter.hasParameterAnnotation(CommandArgs.class)
				|| parameter.hasParameterAnnotation(Capture.class);
		return !written && !type.getName().startsWith("io.github.balethon.") && !type.getName().startsWith("java.")
				&& !type.isPrimitive();
	}

	private static String stateOf(RegisteredHandler handler) {
		return DialogueSource.stateOf(handler.getBeanType(), handler.toString());
	}

	boolean isEmpty() {
		return this.handlers.isEmpty();
	}

	/**
	 * Returns the states under which dialogues are stored.
	 * @return the states
	 */
	Set<String> states() {
		return Set.copyOf(this.handlers.keySet());
	}

	/**
	 * Returns how to find the handler whose pending question an update answers, unless
	 * the update is a command, or whose timeout the update is. It supplies {@code null}
	 * if the update is not an answer, and throws an {@link UpdateRefusedException} if a
	 * button of another question was pressed.
	 * @param context the context of the update
	 * @param session the conversation of the update, or {@code null} for none
	 * @return supplies the handler with its arguments; {@code null} if there are no
	 * dialogues
	 */
	@Nullable Supplier<@Nullable HandlerMatch> resumption(BaleContext context, @Nullable ConversationSession session) {
		return (session != null && !isEmpty()) ? () -> resume(context, session) : null;
	}

	private @Nullable HandlerMatch resume(BaleContext context, ConversationSession session) {
		CallbackQuery query = context.update().callbackQuery();
		String data = (query != null) ? query.data() : null;
		boolean button = DialogueButtons.isButton(data);
		boolean timeout = context.kind() == UpdateKind.STATE_TIMEOUT && !session.isObsolete();
		if (!button && !timeout && !isText(context)) {
			return null;
		}
		String state = session.state();
		RegisteredHandler handler = (state != null) ? this.handlers.get(state) : null;
		DialogueRecord dialogue = (handler != null) ? session.dialogue() : null;
		if (button && (data == null || dialogue == null || !DialogueButtons.isCurrent(data, dialogue))) {
			throw new UpdateRefusedException("The button belongs to a question of a dialogue that is not pending",
					new DefaultMessageSourceResolvable(OUTDATED));
		}
		return (handler != null && dialogue != null) ? HandlerMatch.resumed(handler, context, dialogue) : null;
	}

	private static boolean isText(BaleContext context) {
		Message message = (context.kind() == UpdateKind.MESSAGE) ? context.message() : null;
		return message != null && message.text() != null;
	}

}
