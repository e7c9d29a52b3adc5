package io.github.balethon.callback.internal;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Text of one component of a record in callback data. The text never contains the
 * separators of the data, and is empty for {@code null} only.
 */
final class ComponentFormat {

	static final String SUPPORTED = "long, int, boolean, String, UUID, LocalDate and enums";

	private static final int RADIX = 36;

	private static final String EMPTY = "\\0";

	private static final Map<Class<?>, Text<?>> TEXTS = Map.of(Long.class,
			new Text<Long>((value) -> Long.toString(value, RADIX), (text) -> Long.parseLong(text, RADIX)),
			Integer.class,
			new Text<Integer>((value) -> Integer.toString(value, RADIX), (text) -> Integer.parseInt(text, RADIX)),
			Boolean.class, new Text<Boolean>((value) -> value ? "1" : "0", ComponentFormat::parseBoolean), String.class,
			new Text<String>(ComponentFormat::escape, ComponentFormat::unescape), UUID.class,
			new Text<UUID>(ComponentFormat::compact, ComponentFormat::parseUuid), LocalDate.class,
			new Text<LocalDate>((value) -> Long.toString(value.toEpochDay(), RADIX),
					(text) -> LocalDate.ofEpochDay(Long.parseLong(text, RADIX))));

	private final String name;

	private final Method accessor;

	private final boolean nullable;

	private final Text<?> text;

	private ComponentFormat(RecordComponent component, Text<?> text) {
		this.name = component.getName();
		this.accessor = component.getAccessor();
		this.nullable = isNullable(component);
		this.text = text;
		ReflectionUtils.makeAccessible(this.accessor);
	}

	/**
	 * Creates the format of a component.
	 * @param component the component
	 * @return the format, or {@code null} if the type is not supported
	 */
	static @Nullable ComponentFormat of(RecordComponent component) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(component.getType());
		Text<?> text = type.isEnum() ? ofEnum(type) : TEXTS.get(type);
		return (text != null) ? new ComponentFormat(component, text) : null;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Text<?> ofEnum(Class<?> type) {
		// By name, as the ordinal of a constant changes when another one is inserted.
		return new Text<Enum<?>>(Enum::name, (name) -> Enum.valueOf((Class) type, name));
	}

	// Of whichever library, as a type annotation or a declaration annotation.
	private static boolean isNullable(RecordComponent component) {
		return Stream
			.concat(Stream.of(component.getAnnotatedType().getAnnotations()), Stream.of(component.getAnnotations()))
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"))
				&& !component.getType().isPrimitive();
	}

	String name() {
		return this.name;
	}

	boolean isNullable() {
		return this.nullable;
	}

	/**
	 * Returns the text of the component of a record.
	 * @param data the record
	 * @return the text; empty for {@code null}
	 */
	String write(Record data) {
		Object value = ReflectionUtils.invokeMethod(this.accessor, data);
		if (value == null) {
			Assert.isTrue(this.nullable, () -> "Component '" + this.name + "' of record "
					+ data.getClass().getSimpleName() + " is null: annotate it with @Nullable");
			return "";
		}
		return this.text.write(value);
	}

	/**
	 * Parses the text of a component.
	 * @param written the text
	 * @return the value
	 * @throws RuntimeException if the text is malformed
	 */
	@Nullable Object read(String written) {
		if (written.isEmpty()) {
			Assert.isTrue(this.nullable, "The component is required");
			return null;
		}
		return this.text.read().apply(written);
	}

	private static Boolean parseBoolean(String text) {
		Assert.isTrue(text.equals("1") || text.equals("0"), "Not a boolean");
		return text.equals("1");
	}

	private static String escape(String value) {
		return value.isEmpty() ? EMPTY : value.replace("\\", "\\\\").replace(":", "\\.").replace("~", "\\-");
	}

	private static String unescape(String text) {
		if (text.equals(EMPTY)) {
			return "";
		}
		StringBuilder value = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char each = text.charAt(i);
			if (each != '\\') {
				value.append(each);
				continue;
			}
			i++;
			value.append(unescaped((i < text.length()) ? text.charAt(i) : ' '));
		}
		return value.toString();
	}

	private static char unescaped(char mark) {
		return switch (mark) {
			case '\\' -> '\\';
			case '.' -> ':';
			case '-' -> '~';
			default -> throw new IllegalArgumentException("Unknown escape");
		};
	}

	private static String compact(UUID value) {
		byte[] bytes = ByteBuffer.allocate(Long.BYTES * 2)
			.putLong(value.getMostSignificantBits())
			.putLong(value.getLeastSignificantBits())
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static UUID parseUuid(String text) {
		byte[] bytes = Base64.getUrlDecoder().decode(text);
		Assert.isTrue(bytes.length == Long.BYTES * 2, "Not a UUID");
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		return new UUID(buffer.getLong(), buffer.getLong());
	}

	/**
	 * Conversion of values of a type to text and back.
	 *
	 * @param write returns the text of a value
	 * @param read parses a text
	 */
	private record Text<T>(Function<T, String> write, Function<String, T> read) {

		@SuppressWarnings("unchecked")
		String write(Object value) {
			return this.write.apply((T) value);
		}

	}

}
