package io.github.balethon.emulator;

import java.time.Duration;

import io.github.balethon.emulator.control.PageEvents;
import io.github.balethon.emulator.world.UpdateQueue;
import org.jspecify.annotations.Nullable;

/**
 * The pending updates: those that the bot has not confirmed. Thread-safe.
 *
 * @since 0.1.0
 * @see BaleEmulator#updates()
 */
public final class Updates {

	private final UpdateQueue updates;

	private final PageEvents page;

	Updates(UpdateQueue updates, PageEvents page) {
		this.updates = updates;
		this.page = page;
	}

	/**
	 * Adds a text as it is: an update of any kind, any other JSON value, or malformed
	 * JSON. An object without {@code update_id} gets the next identifier.
	 * @param updateJson any text
	 * @return the identifier that confirms it: that of the update, or the next one if it
	 * has none
	 */
	public long enqueue(String updateJson) {
		return this.updates.addRaw(updateJson);
	}

	/**
	 * Returns the number of pending updates.
	 * @return the number, at most 2000 by default
	 */
	public int pending() {
		return this.updates.size();
	}

	/**
	 * Shows on the chat page which handler of the bot an update was passed to.
	 * @param updateId identifier of the update
	 * @param handler name of the handler
	 * @param duration duration of the handler
	 * @param error why it failed, or {@code null}
	 */
	public void handled(long updateId, String handler, Duration duration, @Nullable Throwable error) {
		this.page.handled(updateId, handler, duration.toMillis(), (error != null) ? error.toString() : null);
	}

	/**
	 * Leaves a gap in the identifiers of updates.
	 * @param count number of skipped identifiers, at least 1
	 */
	public void skipIds(long count) {
		this.updates.skipIds(count);
	}

	/**
	 * Discards all pending updates and restarts their identifiers, as if Bale had lost
	 * its data. An offset beyond the identifiers assigned since then is outdated and
	 * confirms nothing.
	 * @param next the next identifier
	 */
	public void resetIds(long next) {
		this.updates.beginIdsAt(next);
	}

}
