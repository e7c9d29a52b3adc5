package io.github.balethon.client;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.FileMethod;
import io.github.balethon.method.InputFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.util.function.SingletonSupplier;

/**
 * Serializes requests and deserializes results. Uses a mapper of its own, because the
 * mapper of the application may be configured differently. Readers and writers are cached
 * by type.
 */
final class BaleJson {

	// Limited by the size of the response. Numbers and depth have limits of their own:
	// large numbers are parsed in quadratic time, and deep values are traversed
	// recursively when they are compared or printed.
	private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
		.maxDocumentLength(HttpAnswer.MAX_BODY)
		.maxStringLength(HttpAnswer.MAX_BODY)
		.maxNameLength(HttpAnswer.MAX_BODY)
		.maxNumberLength(10_000)
		.maxNestingDepth(5_000)
		.build();

	private static final Set<String> ENVELOPE_FIELDS = Set.of("ok", "result", "error_code", "description",
			"parameters");

	private final JsonMapper mapper = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		// Bale sends an empty text for an absent value, also for an object or a list.
		.withCoercionConfigDefaults(
				(coercion) -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
		.addModule(module())
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	// For responses that the mapper rejects, which most applications never receive.
	private final SingletonSupplier<JsonMapper> lenientMapper = SingletonSupplier.of(() -> this.mapper.rebuild()
		.addModule(new SimpleModule("lenient").setDeserializerModifier(new LenientRecords()))
		.build());

	private final FormEncoder forms = new FormEncoder(this.mapper);

	private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

	private final Map<Type, ObjectReader> lenientReaders = new ConcurrentHashMap<>();

	private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

	private static SimpleModule module() {
		SimpleModule module = new SimpleModule().setValueInstantiators(new RecordInstantiators());
		return module.addSerializer(InputFile.class, new InputFileSerializer());
	}

	JsonMapper mapper() {
		return this.mapper;
	}

	/**
	 * Returns the mapper for responses that {@link #mapper()} rejects, which reads a part
	 * of an unexpected type as {@code null}. It is slower.
	 * @return the mapper
	 */
	JsonMapper lenientMapper() {
		return this.lenientMapper.obtain();
	}

	/**
	 * Creates the body of a request.
	 * @param method the request
	 * @return the JSON, or a form, for which files may be read
	 */
	RequestBody body(BaleMethod<?> method) {
		if (FormEncoder.isForm(method) && method instanceof FileMethod<?> withFiles) {
			return this.forms.encode(withFiles);
		}
		return new RequestBody.Json(write(method));
	}

	byte[] write(BaleMethod<?> method) {
		return this.writers.computeIfAbsent(method.getClass(), this.mapper::writerFor).writeValueAsBytes(method);
	}

	<R> R result(BaleMethod<R> method, HttpAnswer answer) {
		String name = method.methodName();
		Envelope<R> envelope = envelope(name, method.resultType(), answer);
		if (!answer.isSuccessful() || !envelope.ok()) {
			throw envelope.failure(name, answer);
		}
		R result = envelope.result();
		if (result == null) {
			return emptyResult(method, answer);
		}
		return result;
	}

	/**
	 * Creates the exception for a response whose status is not successful.
	 * @param method the request
	 * @param answer the response
	 * @return the exception
	 */
	BaleException refusal(BaleMethod<?> method, HttpAnswer answer) {
		try {
			return envelope(method.methodName(), Object.class, answer).failure(method.methodName(), answer);
		}
		catch (BaleException ex) {
			return ex;
		}
	}

	/**
	 * Creates the exception for a refusal with a successful status, where a file was
	 * requested.
	 * @param method the request
	 * @param answer the response
	 * @return the exception, or {@code null} if the response is a file: anything but an
	 * object with the fields of a refusal only
	 */
	@Nullable BaleException hiddenRefusal(BaleMethod<?> method, HttpAnswer answer) {
		try {
			JsonNode json = this.mapper.readTree(answer.body());
			boolean refused = json.isObject() && json.path("ok").isBoolean() && !json.path("ok").booleanValue()
					&& (json.has("error_code") || json.has("description"))
					&& ENVELOPE_FIELDS.containsAll(json.propertyNames());
			return refused ? refusal(method, answer) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private <R> Envelope<R> envelope(String methodName, Type resultType, HttpAnswer answer) {
		// A refused request has no result of the expected type.
		Type type = answer.isSuccessful() ? resultType : Object.class;
		Envelope<R> envelope;
		try {
			envelope = this.readers.computeIfAbsent(type, (key) -> reader(this.mapper, key)).readValue(answer.body());
		}
		catch (JacksonException ex) {
			envelope = lenientEnvelope(methodName, type, answer);
		}
		catch (StackOverflowError ex) {
			// Records nested too deeply. Reactor rethrows such an error, so that the call
			// would never terminate.
			throw refusedByGateway(methodName, answer, null);
		}
		if (envelope == null) {
			throw refusedByGateway(methodName, answer, null);
		}
		return envelope;
	}

	private <R> @Nullable Envelope<R> lenientEnvelope(String methodName, Type type, HttpAnswer answer) {
		try {
			return this.lenientReaders.computeIfAbsent(type, (key) -> reader(lenientMapper(), key))
				.readValue(answer.body());
		}
		catch (JacksonException ex) {
			throw refusedByGateway(methodName, answer, ex);
		}
		catch (StackOverflowError ex) {
			throw refusedByGateway(methodName, answer, null);
		}
	}

	@SuppressWarnings("unchecked")
	private <R> R emptyResult(BaleMethod<R> method, HttpAnswer answer) {
		Class<?> raw = this.mapper.getTypeFactory().constructType(method.resultType()).getRawClass();
		if (Collection.class.isAssignableFrom(raw)) {
			// Bale sends null for an empty list.
			return (R) List.of();
		}
		throw new BaleProtocolException(method.methodName(), answer.status(),
				"Bale answered " + method.methodName() + " without a result", null);
	}

	// The gateway of Bale responds with HTML or plain text, so only the status is known.
	private BaleException refusedByGateway(String methodName, HttpAnswer answer, @Nullable JacksonException cause) {
		if (answer.status() < 400) {
			return unreadable(methodName, answer, cause);
		}
		String text = answer.text().strip();
		// Not a whole page, but a text such as "local_rate_limited".
		String description = (text.length() <= 100 && !text.startsWith("<") && !text.startsWith("{")) ? text : "";
		return BaleExceptionTranslator
			.translate(new Refusal(methodName, answer.status(), description, answer.retryAfter(), answer.text()));
	}

	BaleProtocolException unreadable(String methodName, HttpAnswer answer, @Nullable JacksonException cause) {
		// Without the text of the response, which contains messages of users.
		String place = (cause != null) ? " (" + cause.getClass().getSimpleName() + ")" : "";
		return new BaleProtocolException(methodName, answer.status(),
				"Bale's answer to %s with HTTP status %d and %d bytes cannot be parsed%s".formatted(methodName,
						answer.status(), answer.body().length, place),
				null);
	}

	private static ObjectReader reader(JsonMapper mapper, Type resultType) {
		JavaType result = mapper.getTypeFactory().constructType(resultType);
		return mapper.readerFor(mapper.getTypeFactory().constructParametricType(Envelope.class, result));
	}

}
