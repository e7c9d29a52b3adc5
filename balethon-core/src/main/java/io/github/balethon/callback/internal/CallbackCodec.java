package io.github.balethon.callback.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.InvalidCallbackDataException;
import io.github.balethon.callback.InvalidCallbackDataException.Reason;
import io.github.balethon.client.BotToken;
import org.jspecify.annotations.Nullable;

/**
 * Converts records to callback data and back: the data of a {@link RecordFormat},
 * followed by {@code ~} and its signature if the record is signed. Of stored data, the
 * button has the code, the version, {@code *} and a key, which is derived from the data
 * and the token: it cannot be guessed, and the same data is stored once.
 *
 * @since 0.1.0
 */
public final class CallbackCodec implements CallbackButtons {

	private static final int MAX_BYTES = 64;

	private static final String SIGNATURE = "CallbackData";

	private static final String KEY = "StoredCallbackData";

	private static final int SIGNATURE_BYTES = 8;

	private static final int KEY_BYTES = 12;

	private static final Pattern TYPED = Pattern.compile("~([a-zA-Z0-9_-]{1,16}):[0-9a-z]+(?:[:*~].*)?",
			Pattern.DOTALL);

	private static final Pattern STORED = Pattern.compile("~[^:*~]+:[0-9a-z]+\\*([a-zA-Z0-9_-]+)");

	private final Supplier<BotToken> token;

	private final CallbackDataStore store;

	private final Map<Class<?>, RecordFormat> formats = new ConcurrentHashMap<>();

	private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

	private final Map<Reason, LongAdder> rejected = new EnumMap<>(Reason.class);

	/**
	 * Creates a codec.
	 * @param token the token of the bot, read at the first signature or key
	 * @param store the store of data that is too long for a button
	 */
	public CallbackCodec(Supplier<BotToken> token, CallbackDataStore store) {
		this.token = token;
		this.store = store;
		for (Reason reason : Reason.values()) {
			this.rejected.put(reason, new LongAdder());
		}
	}

	@Override
	public String data(Record data) {
		RecordFormat format = format(data.getClass());
		String written = format.write(data);
		String text = format.isSigned() ? signed(written) : written;
		int bytes = bytes(text).length;
		if (bytes <= MAX_BYTES) {
			return text;
		}
		if (!format.isStored()) {
			throw new IllegalArgumentException(("Callback data of record %s has %d bytes, but a button has at most %d. "
					+ "Shorten its components (bytes: %s), or set 'stored = true' in @CallbackData to store the data "
					+ "and send a key instead.")
				.formatted(data.getClass().getName(), bytes, MAX_BYTES, format.lengths(data)));
		}
		String key = code(KEY, KEY_BYTES, written);
		this.store.put(key, written);
		return format.header() + "*" + key;
	}

	/**
	 * Returns the template that callback data of a type matches.
	 * @param type the type of the record
	 * @return the template
	 * @throws UnsupportedRecordException if the type is not supported as callback data
	 */
	String template(Class<?> type) {
		return "~" + format(type).code() + ":{data}";
	}

	@Override
	public <T extends Record> @Nullable T read(Class<T> type, String data) {
		return data.startsWith("~" + format(type).code() + ":") ? type.cast(decode(type, data)) : null;
	}

	/**
	 * Parses callback data.
	 * @param type the type of the record
	 * @param text the data of the button
	 * @return the record
	 * @throws InvalidCallbackDataException if the data cannot be used
	 */
	Object decode(Class<?> type, String text) {
		RecordFormat format = format(type);
		try {
			Matcher stored = STORED.matcher(text);
			return format.read(stored.matches() ? stored(stored.group(1), format) : verified(text, format));
		}
		catch (InvalidCallbackDataException ex) {
			reject(ex.getReason());
			throw ex;
		}
	}

	private String stored(String key, RecordFormat format) {
		String written = this.store.get(key);
		if (written == null) {
			throw new InvalidCallbackDataException(Reason.EXPIRED, format.code());
		}
		return written;
	}

	private String verified(String text, RecordFormat format) {
		int mark = text.indexOf('~', 1);
		String written = (mark >= 0) ? text.substring(0, mark) : text;
		// Data of an older version may be from before the record was signed.
		if (format.isSigned() && format.isCurrent(written)
				&& !MessageDigest.isEqual(bytes(signed(written)), bytes(text))) {
			throw new InvalidCallbackDataException(Reason.FORGED, format.code());
		}
		return written;
	}

	private String signed(String written) {
		return written + "~" + code(SIGNATURE, SIGNATURE_BYTES, written);
	}

	private String code(String purpose, int bytes, String written) {
		byte[] code = this.token.get().hmac(purpose, bytes(written));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, bytes));
	}

	private RecordFormat format(Class<?> type) {
		RecordFormat known = this.formats.get(type);
		if (known != null) {
			return known;
		}
		RecordFormat format = RecordFormat.of(type);
		Class<?> other = this.types.putIfAbsent(format.code(), type);
		if (other != null && other != type) {
			throw new UnsupportedRecordException("Records %s and %s have the same code \"%s\" of callback data."
				.formatted(other.getName(), type.getName(), format.code()), "Set different codes in @CallbackData.");
		}
		this.formats.put(type, format);
		return format;
	}

	/**
	 * Whether data was built from a record, of whichever type.
	 * @param data the data of a button
	 * @return {@code true} for typed callback data
	 */
	static boolean isTyped(String data) {
		return TYPED.matcher(data).matches();
	}

	void reject(Reason reason) {
		LongAdder count = this.rejected.get(reason);
		if (count != null) {
			count.increment();
		}
	}

	/**
	 * Returns the number of pressed buttons whose data could not be used.
	 * @param reason the reason
	 * @return the number since the start
	 */
	public long rejected(Reason reason) {
		LongAdder count = this.rejected.get(reason);
		return (count != null) ? count.sum() : 0;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
