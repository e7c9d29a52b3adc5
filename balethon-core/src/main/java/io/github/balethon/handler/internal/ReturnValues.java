package io.github.balethon.handler.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.handler.GrowingMessage;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.ChatMethod;
import io.github.balethon.method.ReplyMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.Texts;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ResolvableType;
import org.springframework.util.ObjectUtils;

/**
 * Supported return types of handlers, and the handling of returned values.
 */
final class ReturnValues {

	static final String SUPPORTED = "void, a String or another CharSequence, a number, a char, a "
			+ "MessageSourceResolvable, a GrowingMessage, a BaleMethod, a BaleFlow, a Boolean, Message, EditedMessage or MessageId that a call returned, "
			+ "a collection, array, stream, Flux or Flow of these, or a Mono, CompletableFuture or Optional of these, or a "
			+ "type that a BaleReturnValueHandler bean supports";

	// Results of calls that send or change something: the call has been made. Other types
	// of the model cannot be sent.
	private static final List<Class<?>> RESULTS = List.of(Boolean.class, boolean.class, Message.class,
			EditedMessage.class, MessageId.class);

	private static final List<Class<?>> DATA = List.of(byte.class, char.class);

	// Types whose elements are handled one by one.
	private static final List<Class<?>> CONTAINERS = List.of(Publisher.class, CompletionStage.class, Optional.class,
			Collection.class, Stream.class);

	private final List<BaleReturnValueHandler> custom;

	ReturnValues(List<BaleReturnValueHandler> custom) {
		this.custom = custom;
	}

	boolean supports(ResolvableType type) {
		if (type.isArray()) {
			ResolvableType component = type.getComponentType();
			// Arrays of bytes and characters are data, not messages.
			return !DATA.contains(component.toClass()) && supports(component);
		}
		for (Class<?> container : CONTAINERS) {
			if (container.isAssignableFrom(type.toClass())) {
				return supports(type.as(container).getGeneric());
			}
		}
		Class<?> raw = type.toClass();
		ReactiveAdapter adapter = adapter(raw);
		if (adapter != null) {
			return adapter.isNoValue() || supports(type.as(adapter.getReactiveType()).getGeneric());
		}
		// Object is checked at runtime.
		return raw == Object.class || raw == void.class || raw == Void.class || KotlinSupport.isUnit(raw)
				|| raw == BaleFlow.class || raw == GrowingMessage.class || isText(raw)
				|| MessageSourceResolvable.class.isAssignableFrom(raw) || BaleMethod.class.isAssignableFrom(raw)
				|| RESULTS.contains(raw) || custom(type) != null;
	}

	/**
	 * Whether a value of a type can be {@link BaleFlow#next()}.
	 * @param type the return type of a handler
	 * @return {@code true} if it can
	 */
	boolean mayPassOn(ResolvableType type) {
		if (Publisher.class.isAssignableFrom(type.toClass())) {
			return mayPassOn(type.as(Publisher.class).getGeneric());
		}
		if (CompletionStage.class.isAssignableFrom(type.toClass())) {
			return mayPassOn(type.as(CompletionStage.class).getGeneric());
		}
		return type.toClass() == Object.class || type.toClass() == BaleFlow.class;
	}

	boolean isAsynchronous(Class<?> type) {
		return type == GrowingMessage.class || Publisher.class.isAssignableFrom(type)
				|| CompletionStage.class.isAssignableFrom(type) || adapter(type) != null;
	}

	// Of other libraries, such as Kotlin's Flow.
	private static @Nullable ReactiveAdapter adapter(Class<?> type) {
		return ReactiveAdapterRegistry.getSharedInstance().getAdapter(type);
	}

	/**
	 * Handles a returned value.
	 * @param value the returned value
	 * @param context the context of the update
	 * @param handler the name of the handler, for errors
	 * @param quotes whether to send texts as replies to the message
	 * @return completes when all replies are sent, with a {@link BaleFlow} if that is the
	 * value; {@code null} if there is nothing to do
	 */
	@Nullable Mono<?> settle(@Nullable Object value, BaleContext context, String handler, boolean quotes) {
		return (value != null) ? new Answers(context, handler, quotes).answer(value) : null;
	}

	private @Nullable BaleReturnValueHandler custom(ResolvableType type) {
		for (BaleReturnValueHandler candidate : this.custom) {
			if (candidate.supportsReturnType(type)) {
				return candidate;
			}
		}
		return null;
	}

	private static boolean isText(Class<?> type) {
		return CharSequence.class.isAssignableFrom(type) || Number.class.isAssignableFrom(type)
				|| type == Character.class || (type.isPrimitive() && type != void.class && type != boolean.class);
	}

	/**
	 * Handles the returned values of one handler for one update.
	 */
	private final class Answers {

		private final BaleContext context;

		private final String handler;

		private final boolean quotes;

		Answers(BaleContext context, String handler, boolean quotes) {
			this.context = context;
			this.handler = handler;
			this.quotes = quotes;
		}

		Mono<?> answer(Object value) {
			if (value instanceof Mono<?> mono) {
				return mono.flatMap(this::answer);
			}
			if (value instanceof CompletionStage<?> stage) {
				return Mono.fromCompletionStage(stage).flatMap(this::answer);
			}
			if (value instanceof Publisher<?> publisher) {
				return each(Flux.from(publisher));
			}
			if (value instanceof Collection<?> collection) {
				return each(nonNull(collection.stream()));
			}
			if (value instanceof Stream<?> stream) {
				return each(nonNull(stream));
			}
			if (value.getClass().isArray()) {
				return each(nonNull(Arrays.stream(ObjectUtils.toObjectArray(value))));
			}
			if (value instanceof Optional<?> optional) {
				return Mono.justOrEmpty(optional).flatMap(this::answer);
			}
			return answerOne(value);
		}

		// Reactor does not support null, which sends nothing.
		private static Flux<?> nonNull(Stream<?> values) {
			return Flux.fromStream(values.filter(Objects::nonNull));
		}

		private Mono<?> each(Flux<?> values) {
			return values.concatMap(this::answer).then();
		}

		private Mono<?> answerOne(Object value) {
			BaleReturnValueHandler custom = ReturnValues.this.custom.isEmpty() ? null
					: custom(ResolvableType.forInstance(value));
			if (custom != null) {
				return custom.handleReturnValue(value, this.context);
			}
			if (value instanceof CharSequence || value instanceof Character) {
				return text(value.toString());
			}
			if (value instanceof Number number) {
				return text(NumberText.written(number));
			}
			if (value instanceof MessageSourceResolvable message) {
				return text(this.context.text(message));
			}
			if (value instanceof GrowingMessage growing) {
				return Mono.defer(
						() -> new GrowingReply(growing, this.context, (text) -> send(text, true), Schedulers.parallel())
							.send());
			}
			if (value instanceof ChatMethod<?> method && method.chatId() == null) {
				return this.context.client().execute(quoting(method.chatId(this.context.chatId())));
			}
			if (value instanceof BaleMethod<?> method) {
				return this.context.client().execute(method);
			}
			if (value instanceof BaleFlow flow) {
				return Mono.just(flow);
			}
			if (RESULTS.contains(value.getClass())) {
				return Mono.empty();
			}
			ReactiveAdapter adapter = adapter(value.getClass());
			if (adapter != null) {
				Publisher<?> publisher = adapter.toPublisher(value);
				return answer(adapter.isMultiValue() ? publisher : Mono.from(publisher));
			}
			return Mono
				.error(new IllegalStateException("Handler %s returned unsupported type %s. Supported types are %s"
					.formatted(this.handler, value.getClass().getName(), SUPPORTED)));
		}

		private Mono<?> text(String text) {
			if (!Texts.isTooLong(text)) {
				return send(text, true);
			}
			List<String> parts = Texts.split(text);
			return Flux.range(0, parts.size()).concatMap((index) -> send(parts.get(index), index == 0)).then();
		}

		private Mono<Message> send(String text, boolean first) {
			SendMessage message = SendMessage.of(this.context.chatId(), text);
			return this.context.client().execute(first ? quoting(message) : message);
		}

		private <R> ChatMethod<R> quoting(ChatMethod<R> method) {
			Message quoted = this.quotes ? this.context.message() : null;
			if (quoted != null && method instanceof ReplyMethod<R> reply && reply.replyToMessageId() == null) {
				return reply.replyToMessageId(quoted.messageId());
			}
			return method;
		}

	}

}
