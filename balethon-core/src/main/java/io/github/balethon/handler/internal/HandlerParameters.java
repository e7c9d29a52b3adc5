package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.annotation.OwnContact;
import io.github.balethon.annotation.TextValue;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.ForeignContactException;
import io.github.balethon.handler.InvalidCommandArgumentsException.Reason;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.InvalidTextException;
import io.github.balethon.handler.internal.CommandUsage.Argument;
import io.github.balethon.handler.internal.TextConverters.TextConverter;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.ClassUtils;

/**
 * Prepares the parameters of handlers: selects the source of each value, and rejects
 * unsupported types.
 */
final class HandlerParameters {

	private final UpdateParts parts = new UpdateParts();

	private final List<BaleArgumentResolver> resolvers;

	private final TextConverters converters;

	private final @Nullable Conversations conversations;

	private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

	HandlerParameters(List<BaleArgumentResolver> resolvers, ConversionService conversion,
			@Nullable Conversations conversations) {
		this.resolvers = resolvers;
		this.conversations = conversations;
		this.converters = new TextConverters(conversion);
	}

	/**
	 * Prepares the parameters of a method.
	 * @param method the method
	 * @param beanType the class of the bean
	 * @param captures the names of variables and groups in the patterns of the handler
	 * @param command whether the handler has a command
	 * @param errors whether the method is an exception handler
	 * @param handler the name of the handler, for errors
	 * @return the prepared parameters
	 */
	HandlerParameter[] prepare(Method method, Class<?> beanType, Set<String> captures, boolean command, boolean errors,
			String handler) {
		HandlerSignature signature = new HandlerSignature(method, beanType);
		HandlerParameter[] prepared = new HandlerParameter[KotlinSupport.parameterCount(method)];
		for (int i = 0; i < prepared.length; i++) {
			MethodParameter declared = signature.getMethodParameters()[i];
			declared.initParameterNameDiscovery(this.names);
			requireNoNullablePrimitive(declared, signature, handler);
			MethodParameter parameter = declared.nestedIfOptional();
			boolean optional = declared.getParameterType() == Optional.class;
			prepared[i] = prepare(new Place(parameter, optional || signature.isNullable(i), optional, handler),
					captures, command, errors);
		}
		return prepared;
	}

	/**
	 * Returns the templates of callback data that the parameters of a method add to its
	 * condition.
	 * @param method the method
	 * @param beanType the class of the bean
	 * @return the templates
	 */
	List<String> callbackTemplates(Method method, Class<?> beanType) {
		HandlerSignature signature = new HandlerSignature(method, beanType);
		return IntStream.range(0, KotlinSupport.parameterCount(method))
			.mapToObj((index) -> signature.getMethodParameters()[index].nestedIfOptional())
			.filter((parameter) -> !parameter.hasParameterAnnotation(CommandArgs.class)
					&& !parameter.hasParameterAnnotation(Capture.class))
			.map(this::callbackTemplate)
			.filter(Objects::nonNull)
			.toList();
	}

	private @Nullable String callbackTemplate(MethodParameter parameter) {
		return this.resolvers.stream()
			.filter((resolver) -> resolver.supportsParameter(parameter))
			.findFirst()
			.map((resolver) -> resolver.callbackTemplate(parameter))
			.orElse(null);
	}

	private HandlerParameter prepare(Place place, Set<String> captures, boolean command, boolean errors) {
		if (errors && Throwable.class.isAssignableFrom(place.type())) {
			return place.with((sources) -> cause(sources.error(), place.type()), place.description(), Set.of(), null,
					null, Set.of(), place.type(), false);
		}
		CommandArgs commandArgs = place.parameter().getParameterAnnotation(CommandArgs.class);
		Capture capture = place.parameter().getParameterAnnotation(Capture.class);
		requireOneSource(place, commandArgs, capture);
		if (commandArgs != null) {
			return commandArgument(place, commandArgs, command);
		}
		if (capture != null) {
			return captured(place, capture, captures);
		}
		for (BaleArgumentResolver resolver : this.resolvers) {
			if (resolver.supportsParameter(place.parameter())) {
				return place.with((sources) -> resolver.resolveArgument(place.parameter(), sources.context()),
						resolver.getClass().getName() + " for " + place.description(), Set.of(), null);
			}
		}
		if (place.type() == Conversation.class) {
			return place.with(ConversationSource.of(this.conversations, place.parameter(), place.handler()),
					"conversation", Set.of(), null);
		}
		if (place.type() == Dialogue.class) {
			return dialogue(place, errors);
		}
		TextValue value = AnnotationUtils.findAnnotation(place.type(), TextValue.class);
		return (value != null) ? textValue(place, value) : part(place);
	}

	private HandlerParameter dialogue(Place place, boolean errors) {
		if (errors || place.nullable()) {
			throw new InvalidHandlerException(
					"%s %s has an unsupported Dialogue parameter.".formatted(errors ? "Exception handler" : "Handler",
							place.handler()),
					errors ? "Remove the parameter: only handlers of updates begin dialogues."
							: "Declare it as Dialogue, without Optional and @Nullable.");
		}
		return place.with(DialogueSource.of(this.conversations, this.converters, place.parameter(), place.handler()),
				"dialogue", Set.of(), null);
	}

	private HandlerParameter textValue(Place place, TextValue annotation) {
		TextConverter converter = converter(place, place.parameter());
		return place.with((sources) -> {
			Message message = sources.context().message();
			String text = (message != null) ? message.contentText() : null;
			if (text == null) {
				return null;
			}
			try {
				return converter.convert(text);
			}
			catch (ConversionException | IllegalArgumentException ex) {
				throw new InvalidTextException(place.type(), annotation.invalid());
			}
		}, "text as " + place.description(), EnumSet.of(UpdateKind.MESSAGE, UpdateKind.EDITED_MESSAGE), null);
	}

	private static @Nullable Object own(@Nullable Object value, BaleContext context) {
		if (value instanceof Contact contact && !contact.belongsTo(context.update().from())) {
			throw new ForeignContactException();
		}
		return value;
	}

	private static @Nullable Throwable cause(@Nullable Throwable error, Class<?> type) {
		if (error == null) {
			return null;
		}
		return CauseChain.of(error).stream().filter(type::isInstance).findFirst().orElse(null);
	}

	private HandlerParameter part(Place place) {
		UpdateParts.Part part = this.parts.find(place.resolvableType());
		if (part == null) {
			throw new InvalidHandlerException(
					"Handler %s has the unsupported type %s of parameter %d.".formatted(place.handler(),
							place.resolvableType(), place.number()),
					"Supported types are " + this.parts.supportedTypes()
							+ ", parameters with @CommandArgs or @Capture, and what a BaleArgumentResolver bean "
							+ "knows. Take the rest from the constructor of the bean.");
		}
		boolean own = place.parameter().hasParameterAnnotation(OwnContact.class);
		if (own && place.type() != Contact.class) {
			throw new InvalidHandlerException(
					"Handler %s has @OwnContact on parameter %d of the type %s.".formatted(place.handler(),
							place.number(), place.resolvableType()),
					"Change the type to Contact, or remove @OwnContact.");
		}
		Function<BaleContext, @Nullable Object> source = own ? (context) -> own(part.value().apply(context), context)
				: part.value();
		return place.with((sources) -> source.apply(sources.context()),
				part.mayBeMissing() ? place.description() : null, part.kinds(), null, part.content(),
				SatisfiabilityChecks.contentsWith(place.resolvableType()), null,
				UpdateParts.isMessages(place.resolvableType()));
	}

	private static void requireOneSource(Place place, @Nullable CommandArgs commandArgs, @Nullable Capture capture) {
		if (commandArgs != null && capture != null) {
			throw new InvalidHandlerException(
					"Handler %s has @CommandArgs and @Capture on parameter %d.".formatted(place.handler(),
							place.number()),
					"Keep one of them: @CommandArgs for arguments of a command, @Capture for a variable or group.");
		}
	}

	private static void requireNoNullablePrimitive(MethodParameter parameter, HandlerSignature signature,
			String handler) {
		Class<?> type = parameter.getParameterType();
		if (type.isPrimitive() && signature.declaresNullable(parameter)) {
			throw new InvalidHandlerException(
					"Handler %s has the nullable parameter %d of the primitive type %s.".formatted(handler,
							parameter.getParameterIndex() + 1, type),
					"Remove @Nullable, or change the type to "
							+ ClassUtils.resolvePrimitiveIfNecessary(type).getSimpleName() + " instead.");
		}
	}

	private HandlerParameter captured(Place place, Capture capture, Set<String> captures) {
		String name = capture.value().isEmpty() ? place.name("@Capture") : capture.value();
		if (!captures.contains(name)) {
			throw new InvalidHandlerException(
					"Handler %s has a @Capture parameter '%s', but captures %s.".formatted(place.handler(), name,
							captures.isEmpty() ? "nothing" : captures),
					"Add the variable {%s} to the callback template, or the group (?<%s>…) to the regular expression."
						.formatted(name, name));
		}
		TextConverter converter = converter(place, place.parameter());
		return place.with((sources) -> {
			String text = sources.captures().get(name);
			try {
				return (text != null) ? converter.convert(text) : null;
			}
			catch (ConversionException | IllegalArgumentException ex) {
				// Callback data may be forged: malformed values do not match.
				return null;
			}
		}, "capture " + name + " as " + place.description(), Set.of(), null);
	}

	private HandlerParameter commandArgument(Place place, CommandArgs annotation, boolean command) {
		if (!command) {
			throw new InvalidHandlerException(
					"Handler %s has @CommandArgs on parameter %d, but no command.".formatted(place.handler(),
							place.number()),
					"Annotate the method with @BaleCommand, or declare a String parameter for the text.");
		}
		CommandArgumentChecks.requirePossibleArgument(annotation, place.handler());
		boolean named = !annotation.name().isEmpty();
		boolean everything = !named && annotation.value() < 0;
		Argument argument = new Argument(annotation.value(), named ? annotation.name() : place.nameOr("argument"),
				annotation.rest(), everything, !place.nullable());
		if (everything && place.parameter().getParameterType() == List.class) {
			return list(place, argument);
		}
		TextConverter converter = converter(place, place.parameter());
		return place.with((sources) -> {
			String text = text(sources.words(), argument);
			return (text != null) ? convert(converter, text, argument) : missing(argument);
		}, null, Set.of(), argument);
	}

	private HandlerParameter list(Place place, Argument argument) {
		TextConverter converter = converter(place, place.parameter().nested());
		Argument optional = new Argument(argument.index(), argument.name(), false, true, false);
		return place.with((sources) -> {
			CommandWords words = sources.words();
			return (words != null) ? words.all().stream().map((word) -> convert(converter, word, optional)).toList()
					: List.of();
		}, null, Set.of(), optional);
	}

	private static @Nullable String text(@Nullable CommandWords words, Argument argument) {
		if (words == null) {
			return null;
		}
		if (argument.everything()) {
			return words.rest(0);
		}
		if (argument.index() < 0) {
			return words.named(argument.name());
		}
		return argument.rest() ? words.rest(argument.index()) : words.word(argument.index());
	}

	private static Object convert(TextConverter converter, String text, Argument argument) {
		try {
			Object converted = converter.convert(text);
			if (converted != null) {
				return converted;
			}
		}
		catch (ConversionException | IllegalArgumentException ex) {
			// Reported below, without the input of the user.
		}
		throw new UnfitArgumentException(Reason.NOT_CONVERTIBLE, argument.name());
	}

	private static @Nullable Object missing(Argument argument) {
		if (argument.required()) {
			throw new UnfitArgumentException(Reason.MISSING, argument.name());
		}
		return null;
	}

	private TextConverter converter(Place place, MethodParameter parameter) {
		TypeDescriptor target = (parameter.getNestingLevel() > 1)
				? new TypeDescriptor(ResolvableType.forMethodParameter(parameter), null, null)
				: new TypeDescriptor(parameter);
		TextConverter converter = this.converters.to(target);
		if (converter == null) {
			throw new InvalidHandlerException(
					"Handler %s has the type %s of parameter %d, to which no text can be converted."
						.formatted(place.handler(), target.getResolvableType(), place.number()),
					"Declare a String or a number, or register a Converter for the type with the ConversionService.");
		}
		return converter;
	}

	/**
	 * Parameter during its preparation.
	 *
	 * @param parameter the parameter; for an {@code Optional}, its nested type
	 * @param nullable whether the value may be missing
	 * @param optional whether the type is {@code Optional}
	 * @param handler the name of the handler
	 */
	private record Place(MethodParameter parameter, boolean nullable, boolean optional, String handler) {

		Class<?> type() {
			return resolvableType().toClass();
		}

		ResolvableType resolvableType() {
			return ResolvableType.forMethodParameter(this.parameter);
		}

		int number() {
			return this.parameter.getParameterIndex() + 1;
		}

		String description() {
			return resolvableType().toString();
		}

		String name(String annotation) {
			String name = this.parameter.getParameterName();
			if (name == null) {
				throw new InvalidHandlerException(
						"The name of parameter %d of handler %s is not available.".formatted(number(), this.handler),
						"Set the name in %s, or compile with -parameters, as Spring Boot's build plugins do."
							.formatted(annotation));
			}
			return name;
		}

		String nameOr(String fallback) {
			String name = this.parameter.getParameterName();
			return (name != null) ? name : fallback + number();
		}

		HandlerParameter with(HandlerParameter.Source source, @Nullable String requirement, Set<UpdateKind> kinds,
				@Nullable Argument argument) {
			return with(source, requirement, kinds, argument, null, Set.of(), null, false);
		}

		HandlerParameter with(HandlerParameter.Source source, @Nullable String requirement, Set<UpdateKind> kinds,
				@Nullable Argument argument, @Nullable Content content, Set<Content> contents, @Nullable Class<?> error,
				boolean together) {
			Set<UpdateKind> copy = kinds.isEmpty() ? EnumSet.noneOf(UpdateKind.class) : EnumSet.copyOf(kinds);
			return new HandlerParameter(source, this.nullable ? null : requirement, this.nullable, this.optional, copy,
					argument, content, contents, error, together, description());
		}

	}

}
