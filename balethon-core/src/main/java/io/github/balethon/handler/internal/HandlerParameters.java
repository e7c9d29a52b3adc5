package io.github.balethon.handler.internal;

import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.handler.BaleArgumentResolver;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.InvalidCommandArgumentsException.Reason;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.CommandUsage.Argument;
import io.github.balethon.model.Content;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/**
 * Prepares the parameters of handlers: says of each where its value comes from, or why it
 * never has one.
 */
final class HandlerParameters {

	private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

	// Of numbers in one word: the comma of Latin or of Arabic script.
	private static final Pattern SEPARATOR = Pattern.compile("[,\\u060C]");

	private final UpdateParts parts = new UpdateParts();

	private final List<BaleArgumentResolver> resolvers;

	private final ConversionService conversion;

	private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();

	HandlerParameters(List<BaleArgumentResolver> resolvers, ConversionService conversion) {
		this.resolvers = resolvers;
		this.conversion = conversion;
	}

	/**
	 * Prepares the parameters of a method.
	 * @param method the method
	 * @param beanType class of its bean
	 * @param captures names that may be captured; those of the patterns of the handler
	 * @param command whether the handler is for commands
	 * @param errors whether this is the method of an error handler, which takes errors
	 * @param handler name of the handler, for errors
	 * @return one for each parameter
	 */
	HandlerParameter[] prepare(Method method, Class<?> beanType, Set<String> captures, boolean command, boolean errors,
			String handler) {
		InheritingParameter[] parameters = InheritingParameter.of(method, beanType);
		HandlerParameter[] prepared = new HandlerParameter[KotlinSupport.parameterCount(method)];
		for (int i = 0; i < prepared.length; i++) {
			InheritingParameter declared = parameters[i];
			declared.initParameterNameDiscovery(this.names);
			requireNoNullablePrimitive(declared, handler);
			MethodParameter parameter = declared.nestedIfOptional();
			boolean optional = declared.getParameterType() == Optional.class;
			prepared[i] = prepare(new Place(parameter, optional || declared.isNullable(), optional, handler), captures,
					command, errors);
		}
		return prepared;
	}

	private HandlerParameter prepare(Place place, Set<String> captures, boolean command, boolean errors) {
		if (errors && Throwable.class.isAssignableFrom(place.type())) {
			return place.with((attempt) -> cause(attempt.error(), place.type()), place.description(), Set.of(), null,
					null, Set.of(), place.type());
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
				return place.with((attempt) -> resolver.resolveArgument(place.parameter(), attempt.context()),
						resolver.getClass().getName() + " for " + place.description(), Set.of(), null);
			}
		}
		return part(place);
	}

	private static @Nullable Throwable cause(@Nullable Throwable error, Class<?> type) {
		if (error == null) {
			return null;
		}
		return Causes.of(error).stream().filter(type::isInstance).findFirst().orElse(null);
	}

	private HandlerParameter part(Place place) {
		UpdateParts.Part part = this.parts.find(place.resolvableType());
		if (part == null) {
			throw new InvalidHandlerException(
					"Handler %s takes a %s as parameter %d, and nothing in an update is one.".formatted(place.handler(),
							place.resolvableType(), place.number()),
					"A handler may take " + this.parts.supportedTypes()
							+ ", parameters with @CommandArgs or @Capture, and what a BaleArgumentResolver bean "
							+ "knows. Take the rest from the constructor of the bean.");
		}
		return place.with((attempt) -> part.value().apply(attempt.context()),
				part.mayBeMissing() ? place.description() : null, part.kinds(), null, part.content(),
				PossibilityChecks.contentsWith(place.resolvableType()), null);
	}

	private static void requireOneSource(Place place, @Nullable CommandArgs commandArgs, @Nullable Capture capture) {
		if (commandArgs != null && capture != null) {
			throw new InvalidHandlerException(
					"Handler %s has @CommandArgs and @Capture on parameter %d.".formatted(place.handler(),
							place.number()),
					"Keep one of them: @CommandArgs for what follows a command, @Capture for a variable or group.");
		}
	}

	private static void requireNoNullablePrimitive(InheritingParameter parameter, String handler) {
		Class<?> type = parameter.getParameterType();
		if (type.isPrimitive() && parameter.declaresNullable()) {
			throw new InvalidHandlerException(
					"Handler %s takes parameter %d as %s, which cannot be null.".formatted(handler,
							parameter.getParameterIndex() + 1, type),
					"Remove @Nullable, or take " + ClassUtils.resolvePrimitiveIfNecessary(type).getSimpleName()
							+ " instead.");
		}
	}

	private HandlerParameter captured(Place place, Capture capture, Set<String> captures) {
		String name = capture.value().isEmpty() ? place.name("@Capture") : capture.value();
		if (!captures.contains(name)) {
			throw new InvalidHandlerException(
					"Handler %s takes what is captured as '%s', but captures %s.".formatted(place.handler(), name,
							captures.isEmpty() ? "nothing" : captures),
					"Name a variable of the callback template, such as {%s}, or a group of the regular expression, such as (?<%s>…)."
						.formatted(name, name));
		}
		Converter converter = converter(place, place.parameter());
		return place.with((attempt) -> {
			String text = attempt.captures().get(name);
			try {
				return (text != null) ? converter.convert(text) : null;
			}
			catch (ConversionException | IllegalArgumentException ex) {
				// Data may be forged: what is no number is not for a handler of numbers.
				return null;
			}
		}, "capture " + name + " as " + place.description(), Set.of(), null);
	}

	private HandlerParameter commandArgument(Place place, CommandArgs annotation, boolean command) {
		if (!command) {
			throw new InvalidHandlerException("Handler %s takes @CommandArgs as parameter %d, but is for no command."
				.formatted(place.handler(), place.number()),
					"Annotate the method with @BaleCommand, or take the text as a String.");
		}
		ArgumentChecks.requirePossibleArgument(annotation, place.handler());
		boolean named = !annotation.name().isEmpty();
		boolean everything = !named && annotation.value() < 0;
		Argument argument = new Argument(annotation.value(), named ? annotation.name() : place.nameOr("argument"),
				annotation.rest(), everything, !place.nullable());
		if (everything && place.parameter().getParameterType() == List.class) {
			return list(place, argument);
		}
		Converter converter = converter(place, place.parameter());
		return place.with((attempt) -> {
			String text = text(attempt.words(), argument);
			return (text != null) ? convert(converter, text, argument) : missing(argument);
		}, null, Set.of(), argument);
	}

	private HandlerParameter list(Place place, Argument argument) {
		Converter converter = converter(place, place.parameter().nested());
		Argument optional = new Argument(argument.index(), argument.name(), false, true, false);
		return place.with((attempt) -> {
			CommandWords words = attempt.words();
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

	private static Object convert(Converter converter, String text, Argument argument) {
		try {
			Object converted = converter.convert(text);
			if (converted != null) {
				return converted;
			}
		}
		catch (ConversionException | IllegalArgumentException ex) {
			// Told below, without what the person wrote.
		}
		throw new UnfitArgumentException(Reason.NOT_CONVERTIBLE, argument.name());
	}

	private static @Nullable Object missing(Argument argument) {
		if (argument.required()) {
			throw new UnfitArgumentException(Reason.MISSING, argument.name());
		}
		return null;
	}

	private Converter converter(Place place, MethodParameter parameter) {
		TypeDescriptor target = (parameter.getNestingLevel() > 1)
				? new TypeDescriptor(ResolvableType.forMethodParameter(parameter), null, null)
				: new TypeDescriptor(parameter);
		if (!this.conversion.canConvert(TEXT, target)) {
			throw new InvalidHandlerException(
					"Handler %s takes a %s as parameter %d, which no text can be converted to."
						.formatted(place.handler(), target.getResolvableType(), place.number()),
					"Take a String or a number, or register a Converter for the type with the ConversionService.");
		}
		// A format of its own, such as of percents, is no plain number.
		if (isNumber(target.getType()) && !target.hasAnnotation(NumberFormat.class)) {
			return (text) -> convertNumber(text, target);
		}
		TypeDescriptor element = target.getElementTypeDescriptor();
		if (element != null && isNumber(element.getType())) {
			return (text) -> convertNumbers(text, element, target);
		}
		return (text) -> convert(text, target);
	}

	// A text is handed over as it was written, unless the type cannot read it so, as a
	// date cannot read Persian digits.
	private @Nullable Object convert(String text, TypeDescriptor target) {
		try {
			return this.conversion.convert(text, TEXT, target);
		}
		catch (ConversionException | IllegalArgumentException ex) {
			String normalized = TextNormalizer.PERSIAN.normalize(text);
			if (normalized.equals(text)) {
				throw ex;
			}
			return this.conversion.convert(normalized, TEXT, target);
		}
	}

	private Object convertNumber(String text, TypeDescriptor target) {
		Object converted = this.conversion.convert(NumberText.plain(text), TEXT, target);
		Assert.notNull(converted, "Number must not be empty");
		return NumberText.finite(converted);
	}

	private @Nullable Object convertNumbers(String text, TypeDescriptor element, TypeDescriptor target) {
		List<Object> numbers = Stream.of(SEPARATOR.split(text, -1))
			.map((number) -> convertNumber(number, element))
			.toList();
		return this.conversion.convert(numbers, TypeDescriptor.collection(List.class, element), target);
	}

	private static boolean isNumber(Class<?> type) {
		return type == Number.class
				|| NumberUtils.STANDARD_NUMBER_TYPES.contains(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

	/**
	 * Converts a text.
	 */
	private interface Converter {

		@Nullable Object convert(String text);

	}

	/**
	 * The words do not fit; the command is known further up.
	 */
	static final class UnfitArgumentException extends RuntimeException {

		private final Reason reason;

		private final String argument;

		UnfitArgumentException(Reason reason, String argument) {
			super(null, null, false, false);
			this.reason = reason;
			this.argument = argument;
		}

		InvalidCommandArgumentsException of(String usage) {
			return new InvalidCommandArgumentsException(this.reason, usage, this.argument);
		}

	}

	/**
	 * A parameter while it is prepared.
	 *
	 * @param parameter the parameter; of an {@code Optional}, what is in it
	 * @param nullable whether it may have no value
	 * @param optional whether it is an {@code Optional}
	 * @param handler name of the handler
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
						"The name of parameter %d of handler %s is not known.".formatted(number(), this.handler),
						"Give it in %s, or compile with -parameters, as Spring Boot's build plugins do."
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
			return with(source, requirement, kinds, argument, null, Set.of(), null);
		}

		HandlerParameter with(HandlerParameter.Source source, @Nullable String requirement, Set<UpdateKind> kinds,
				@Nullable Argument argument, @Nullable Content content, Set<Content> contents,
				@Nullable Class<?> error) {
			Set<UpdateKind> copy = kinds.isEmpty() ? EnumSet.noneOf(UpdateKind.class) : EnumSet.copyOf(kinds);
			return new HandlerParameter(source, this.nullable ? null : requirement, this.nullable, this.optional, copy,
					argument, content, contents, error, description());
		}

	}

}
