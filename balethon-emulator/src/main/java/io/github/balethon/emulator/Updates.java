package io.github.balethon.emulator;

import io.github.balethon.emulator.world.UpdateQueue;

/**
 * The pending updates: those that the bot has not confirmed. Thread-safe.
 *
 * @since 0.1.0
 * @see BaleEmulator#updates()
 */
public final class Updates {

	private final UpdateQueue updates;

	Updates(UpdateQueue updates) {
		this.updates = updates;
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
