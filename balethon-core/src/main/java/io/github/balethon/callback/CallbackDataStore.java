package io.github.balethon.callback;

import org.jspecify.annotations.Nullable;

/**
 * Stores callback data that exceeds the 64 bytes of a button. A bean of this type
 * replaces the auto-configured store. Implementations are thread-safe, and discard data
 * after a time that they define.
 * <p>
 * A store that cannot be reached throws a {@link CallbackDataStoreUnavailableException}:
 * the handler that builds the button receives it, and a pressed button is retried until
 * the store is available.
 *
 * @since 0.1.0
 * @see MemoryCallbackDataStore
 */
public interface CallbackDataStore {

	/**
	 * Stores data, or postpones the expiry of data that is stored already.
	 * @param key the key, up to 32 characters of ASCII; it is derived from the data, so a
	 * key always has the same data
	 * @param data the data
	 */
	void put(String key, String data);

	/**
	 * Returns stored data.
	 * @param key the key, which may be forged
	 * @return the data, or {@code null} if it has expired or never existed
	 */
	@Nullable String get(String key);

	/**
	 * Reason why the store cannot be reached at present, for the health of the bot.
	 * Polling pauses as long as there is one. Does not block.
	 * @return the reason, without any callback data, or {@code null} if the store is
	 * available
	 */
	default @Nullable String trouble() {
		return null;
	}

}
