package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.CallbackDataStoreUnavailableException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.util.Assert;

/**
 * Callback data in the database of the inbox, in transactions that are independent of
 * transactions of the application. Data that is stored again, such as that of a menu that
 * every user receives, is written once an hour.
 */
final class JdbcCallbackDataStore implements CallbackDataStore {

	private static final Duration MAX_RENEWAL_INTERVAL = Duration.ofHours(1);

	private static final int RENEWALS_PER_LIFE = 10;

	private static final int MAX_RECENT = 1000;

	private final InboxTables tables;

	private final Availability availability;

	private final Duration timeToLive;

	private final Duration renewalInterval;

	private final InstantSource clock;

	// The expiry of rows that were written last. Guarded by itself. Those that were used
	// longest ago come first.
	private final Map<String, Instant> recent = new LinkedHashMap<>(16, 0.75f, true);

	JdbcCallbackDataStore(InboxTables tables, Availability availability, Duration timeToLive, InstantSource clock) {
		Assert.isTrue(timeToLive.toMillis() > 0, "'timeToLive' must be positive");
		this.tables = tables;
		this.availability = availability;
		this.timeToLive = timeToLive;
		Duration interval = timeToLive.dividedBy(RENEWALS_PER_LIFE);
		this.renewalInterval = (interval.compareTo(MAX_RENEWAL_INTERVAL) < 0) ? interval : MAX_RENEWAL_INTERVAL;
		this.clock = clock;
		tables.useCallbackData();
	}

	@Override
	public void put(String key, String data) {
		Instant required = this.clock.instant().plus(this.timeToLive);
		if (expiresBefore(required, key)) {
			// So that it need not be written again before the end of the interval.
			Instant expiresAt = required.plus(this.renewalInterval);
			write(key, data, expiresAt);
			written(key, expiresAt);
		}
	}

	private boolean expiresBefore(Instant time, String key) {
		synchronized (this.recent) {
			Instant expiresAt = this.recent.get(key);
			return expiresAt == null || expiresAt.isBefore(time);
		}
	}

	private void written(String key, Instant expiresAt) {
		synchronized (this.recent) {
			this.recent.put(key, expiresAt);
			if (this.recent.size() > MAX_RECENT) {
				Iterator<Instant> oldest = this.recent.values().iterator();
				oldest.next();
				oldest.remove();
			}
		}
	}

	private void write(String key, String data, Instant expiresAt) {
		access((tables) -> {
			tables.callbackData().put(key, data, expiresAt);
			return true;
		});
	}

	@Override
	public @Nullable String get(String key) {
		Instant now = this.clock.instant();
		return this.<@Nullable String>access((tables) -> tables.callbackData().find(key, now));
	}

	private <T extends @Nullable Object> T access(Function<InboxTables.Tables, T> access) {
		try {
			return attempt(access);
		}
		catch (NestedRuntimeException ex) {
			throw new CallbackDataStoreUnavailableException(
					"Callback data is not available: " + this.availability.failed(ex).getMessage(), ex);
		}
	}

	// In H2, another transaction may insert the same key after the check for it.
	private <T extends @Nullable Object> T attempt(Function<InboxTables.Tables, T> access) {
		try {
			return this.tables.inTransaction(access);
		}
		catch (DuplicateKeyException ex) {
			return this.tables.inTransaction(access);
		}
	}

	@Override
	public @Nullable String trouble() {
		return this.availability.trouble();
	}

}
