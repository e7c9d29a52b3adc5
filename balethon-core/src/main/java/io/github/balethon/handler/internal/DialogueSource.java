package io.github.balethon.handler.internal;

import io.github.balethon.annotation.TextValue;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.internal.ConversationCatalog;
import io.github.balethon.conversation.internal.ConversationSession;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.conversation.internal.DialogueHost;
import io.github.balethon.conversation.internal.DialogueRecord;
import io.github.balethon.conversation.internal.ReplayedDialogue;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.internal.TextConverters.TextConverter;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.ReplyMarkup;
import io.github.balethon.model.Spaces;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.ClassUtils;

/**
 * Provides {@code Dialogue} parameters.
 */
final class DialogueSource implements HandlerParameter.Source {

	/**
	 * Code of the message for an answer that cannot be converted.
	 */
	static final String INVALID = "bale.dialogue.invalid";

	/**
	 * Code of the message for an answer that is none of the options.
	 */
	static final String NOT_AN_OPTION = "bale.dialogue.not-an-option";

	private final Conversations conversations;

	private final TextConverters converters;

	private final String state;

	private final ClassLoader classLoader;

	private DialogueSource(Conversations conversations, TextConverters converters, String state,
			ClassLoader classLoader) {
		this.conversations = conversations;
		this.converters = converters;
		this.state = state;
		this.classLoader = classLoader;
	}

	/**
	 * Prepares a parameter.
	 * @param conversations the conversations of the bot, or {@code null} for none
	 * @param converters convert answers
	 * @param parameter the parameter
	 * @param handler the name of the handler
	 * @return the source of its value
	 */
	static HandlerParameter.Source of(@Nullable Conversations conversations, TextConverters converters,
			MethodParameter parameter, String handler) {
		if (conversations == null) {
			throw ConversationGroups.noStore(handler);
		}
		Class<?> beanType = parameter.getContainingClass();
		ClassLoader classLoader = beanType.getClassLoader();
		return new DialogueSource(conversations, converters, stateOf(beanType, handler),
				(classLoader != null) ? classLoader : ClassLoader.getSystemClassLoader());
	}

	/**
	 * Returns the state under which the dialogues of a handler are stored.
	 * @param beanType the class of the handler
	 * @param handler the name of the handler
	 * @return the state
	 */
	static String stateOf(Class<?> beanType, String handler) {
		return ConversationCatalog.dialogue(ConversationGroups.groupOf(beanType), handler);
	}

	@Override
	public @Nullable Dialogue value(ArgumentSources sources) {
		BaleContext context = sources.context();
		ConversationSession session = DefaultBaleContext.conversationOf(context);
		if (session == null || session.key() == null) {
			return null;
		}
		DialogueRecord resumed = sources.dialogue();
		DialogueRecord dialogue = (resumed != null) ? resumed
				: DialogueRecord.begin(context.updateKey(), context.text());
		return new ReplayedDialogue(session, this.conversations, this.state, dialogue, new Host(context));
	}

	/**
	 * Serves a dialogue with the context of an update.
	 */
	private final class Host implements DialogueHost {

		private final BaleContext context;

		private Host(BaleContext context) {
			this.context = context;
		}

		@Override
		public Update update() {
			return this.context.update();
		}

		@Override
		public @Nullable String text() {
			return this.context.text();
		}

		@Override
		public SendMessage message(String text, @Nullable ReplyMarkup keyboard) {
			SendMessage message = SendMessage.of(this.context.chatId(), text);
			return (keyboard != null) ? message.replyMarkup(keyboard) : message;
		}

		@Override
		public void send(SendMessage message) {
			this.context.client().blocking().execute(message);
		}

		@Override
		@SuppressWarnings("unchecked")
		public <T> @Nullable T convert(String text, Class<T> type) {
			if (type == String.class) {
				return (T) text;
			}
			Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
			TextConverter converter = DialogueSource.this.converters.to(TypeDescriptor.valueOf(boxed));
			if (converter == null) {
				throw new IllegalArgumentException("No text can be converted to " + type.getName()
						+ ": register a Converter for it with the ConversionService");
			}
			try {
				return (T) converter.convert(text);
			}
			catch (ConversionException | IllegalArgumentException ex) {
				return null;
			}
		}

		@Override
		public String normalize(String text) {
			return Spaces.strip(TextNormalizer.PERSIAN.normalize(text));
		}

		@Override
		public String invalidText(Class<?> type) {
			TextValue value = AnnotationUtils.findAnnotation(type, TextValue.class);
			return this.context.text((value != null) ? value.invalid() : INVALID);
		}

		@Override
		public String notAnOptionText() {
			return this.context.text(NOT_AN_OPTION);
		}

		@Override
		public ClassLoader classLoader() {
			return DialogueSource.this.classLoader;
		}

	}

}
