package io.github.balethon.handler.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.NumberUtils;

/**
 * Creates converters of texts that users write, with a {@link ConversionService}. Numbers
 * may have Persian digits and separators.
 */
final class TextConverters {

	private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

	// Separates numbers in one word: the Latin or Arabic comma.
	private static final Pattern SEPARATOR = Pattern.compile("[,\\u060C]");

	private final ConversionService conversion;

	TextConverters(ConversionService conversion) {
		this.conversion = conversion;
	}

	/**
	 * Creates a converter.
	 * @param target the target type
	 * @return the converter, or {@code null} if no text can be converted to the type
	 */
	@Nullable TextConverter to(TypeDescriptor target) {
		if (!this.conversion.canConvert(TEXT, target)) {
			return null;
		}
		// A custom format, such as of percents, is not a plain number.
		if (isNumber(target.getType()) && !target.hasAnnotation(NumberFormat.class)) {
			return (text) -> convertNumber(text, target);
		}
		TypeDescriptor element = target.getElementTypeDescriptor();
		if (element != null && isNumber(element.getType())) {
			return (text) -> convertNumbers(text, element, target);
		}
		return (text) -> convert(text, target);
	}

	// The original text is converted first, the normalized one only if that fails, as for
	// a date with Persian digits.
	private @Nullable Object convert(String text, TypeDescriptor target) {
		try {
			return converted(text, TEXT, target);
		}
		catch (ConversionException | IllegalArgumentException ex) {
			String normalized = TextNormalizer.PERSIAN.normalize(text);
			if (normalized.equals(text)) {
				throw ex;
			}
			return converted(normalized, TEXT, target);
		}
	}

	private Object convertNumber(String text, TypeDescriptor target) {
		Object converted = converted(NumberText.plain(text), TEXT, target);
		Assert.notNull(converted, "Number must not be empty");
		return NumberText.finite(converted);
	}

	private @Nullable Object convertNumbers(String text, TypeDescriptor element, TypeDescriptor target) {
		List<Object> numbers = Stream.of(SEPARATOR.split(text, -1))
			.map((number) -> convertNumber(number, element))
			.toList();
		return converted(numbers, TypeDescriptor.collection(List.class, element), target);
	}

	// A conversion service wraps all exceptions of a converter or formatter, but an error
	// does not mean that the input is invalid.
	private @Nullable Object converted(Object source, TypeDescriptor type, TypeDescriptor target) {
		try {
			return this.conversion.convert(source, type, target);
		}
		catch (ConversionFailedException ex) {
			for (Throwable cause : CauseChain.of(ex)) {
				if (cause instanceof Error error) {
					throw error;
				}
			}
			throw ex;
		}
	}

	private static boolean isNumber(Class<?> type) {
		return type == Number.class
				|| NumberUtils.STANDARD_NUMBER_TYPES.contains(ClassUtils.resolvePrimitiveIfNecessary(type));
	}

	/**
	 * Converts a text.
	 */
	@FunctionalInterface
	interface TextConverter {

		/**
		 * Converts a text.
		 * @param text the text
		 * @return the value
		 * @throws ConversionException if the text is invalid
		 * @throws IllegalArgumentException if the text is invalid
		 */
		@Nullable Object convert(String text);

	}

}
