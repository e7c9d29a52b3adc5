package io.github.balethon.callback.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.InvalidCallbackDataException;
import io.github.balethon.callback.InvalidCallbackDataException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Callback data of one type of record: {@code ~code:version:component:component…}, with
 * numbers in base 36.
 */
final class RecordFormat {

	private static final int RADIX = 36;

	private final String code;

	private final CallbackData settings;

	private final List<ComponentFormat> components;

	private final Constructor<?> constructor;

	private RecordFormat(String code, CallbackData settings, List<ComponentFormat> components,
			Constructor<?> constructor) {
		this.code = code;
		this.settings = settings;
		this.components = components;
		this.constructor = constructor;
		ReflectionUtils.makeAccessible(constructor);
	}

	/**
	 * Creates the format of a type.
	 * @param type the type
	 * @return the format
	 * @throws UnsupportedRecordException if the type is not supported as callback data
	 */
	static RecordFormat of(Class<?> type) {
		CallbackData settings = AnnotationUtils.findAnnotation(type, CallbackData.class);
		if (settings == null || !type.isRecord()) {
			throw new UnsupportedRecordException(type.getName() + " is not a record with @CallbackData.",
					"Annotate a record with @CallbackData.");
		}
		String code = settings.value().isEmpty() ? StringUtils.uncapitalize(type.getSimpleName()) : settings.value();
		if (!code.matches("[a-zA-Z0-9_-]{1,16}")) {
			throw new UnsupportedRecordException(
					"Record %s has the invalid code \"%s\" of callback data.".formatted(type.getName(), code),
					"Set a code of 1 to 16 letters, digits, underscores and hyphens in @CallbackData.");
		}
		if (settings.version() < 1) {
			throw new UnsupportedRecordException("Record %s has the invalid version %d of callback data."
				.formatted(type.getName(), settings.version()), "Set 'version' in @CallbackData to at least 1.");
		}
		RecordComponent[] components = type.getRecordComponents();
		return new RecordFormat(code, settings, Stream.of(components).map((each) -> component(each, type)).toList(),
				constructor(type, components));
	}

	private static ComponentFormat component(RecordComponent component, Class<?> type) {
		ComponentFormat format = ComponentFormat.of(component);
		if (format == null) {
			throw new UnsupportedRecordException(
					"Component '%s' of record %s has the type %s, which is not supported in callback data."
						.formatted(component.getName(), type.getName(), component.getType().getName()),
					"Supported types are " + ComponentFormat.SUPPORTED
							+ ". For any other data, store it and put its identifier into the record.");
		}
		return format;
	}

	private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
		try {
			return type
				.getDeclaredConstructor(Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("Record " + type.getName() + " has no canonical constructor", ex);
		}
	}

	String code() {
		return this.code;
	}

	boolean isSigned() {
		return this.settings.signed();
	}

	boolean isStored() {
		return this.settings.stored();
	}

	/**
	 * Returns the start of the data: the code and the version.
	 * @return the text
	 */
	String header() {
		return "~" + this.code + ":" + Integer.toString(this.settings.version(), RADIX);
	}

	String write(Record data) {
		return this.components.stream()
			.map((component) -> ":" + component.write(data))
			.collect(Collectors.joining("", header(), ""));
	}

	/**
	 * Describes the length of each component of a record, without its value, which may be
	 * personal data.
	 * @param data the record
	 * @return the description, the longest component first
	 */
	String lengths(Record data) {
		record Length(String name, int bytes) {
		}
		return this.components.stream()
			.map((component) -> new Length(component.name(),
					component.write(data).getBytes(StandardCharsets.UTF_8).length))
			.sorted(Comparator.comparingInt(Length::bytes).reversed())
			.map((length) -> length.name() + " " + length.bytes())
			.collect(Collectors.joining(", "));
	}

	/**
	 * Whether data has the code and the version of this format.
	 * @param written the data
	 * @return {@code false} if {@link #read} rejects the data
	 */
	boolean isCurrent(String written) {
		return written.equals(header()) || written.startsWith(header() + ":");
	}

	/**
	 * Parses data.
	 * @param written the data, without a signature
	 * @return the record
	 */
	Object read(String written) {
		List<String> parts = List.of(written.split(":", -1));
		if (parts.size() < 2 || !parts.get(0).equals("~" + this.code)) {
			throw new InvalidCallbackDataException(Reason.MALFORMED, this.code);
		}
		List<String> fields = parts.subList(2, parts.size());
		if (!isCurrent(written) || fields.size() > this.components.size()
				|| this.components.stream().skip(fields.size()).anyMatch((component) -> !component.isNullable())) {
			throw new InvalidCallbackDataException(Reason.OUTDATED, this.code);
		}
		try {
			List<@Nullable Object> values = new ArrayList<>();
			for (int i = 0; i < this.components.size(); i++) {
				values.add((i < fields.size()) ? this.components.get(i).read(fields.get(i)) : null);
			}
			return this.constructor.newInstance(values.toArray());
		}
		catch (InvocationTargetException ex) {
			// The record has rejected the values.
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw malformed(ex);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			throw malformed(ex);
		}
	}

	private InvalidCallbackDataException malformed(Exception cause) {
		InvalidCallbackDataException malformed = new InvalidCallbackDataException(Reason.MALFORMED, this.code);
		malformed.initCause(cause);
		return malformed;
	}

}
