package io.github.balethon.inbox.jdbc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.balethon.inbox.LaneKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rows are in memory. Rows are considered in the order of their positions.
 * If there is no room, a row and all rows behind it stay in the database. If its lane has
 * enough rows in memory, only the row and later ones of its lane stay there. Works on
 * positions, not on the database.
 */
final class Admission {

	private static final int MAX_PER_LANE = 50;

	private static final int MAX_READ = 200;

	private final int maxInFlight;

	private final int maxPerLane;

	// More room than for a single row, so that there are fewer and larger reads.
	private final int enoughRoom;

	// Rows that must not be handed over again: in memory, or finished and not persisted.
	private final Set<Long> known = new HashSet<>();

	private final Map<LaneKey, Integer> perLane = new HashMap<>();

	private final Map<LaneKey, Backlog> backlogs = new LinkedHashMap<>();

	private int inMemory;

	// In memory or in the database only.
	private long unfinished;

	// The newest row, and the newest that was considered.
	private long last;

	private long seen;

	private boolean lanesFirst;

	private int beginnings;

	Admission(int maxInFlight) {
		this.maxInFlight = maxInFlight;
		// One lane must leave room for others, even if the maximum is small.
		this.maxPerLane = Math.max(1, Math.min(MAX_PER_LANE, maxInFlight / 2));
		this.enoughRoom = Math.max(1, Math.min(MAX_READ / 2, maxInFlight / 10));
	}

	/**
	 * Starts from the open rows in the database. Rows that are known stay in memory.
	 * @param last position of the newest row
	 * @param open the number of open rows
	 */
	synchronized void begin(long last, long open) {
		this.last = last;
		int finished = this.known.size() - this.inMemory;
		this.unfinished = open - finished;
		this.seen = 0;
		this.beginnings++;
		this.backlogs.clear();
	}

	/**
	 * Takes note of rows that other instances have stored. They are read from the
	 * database, before any later row.
	 * @param newest position of the newest row
	 * @param open the number of further open rows
	 */
	synchronized void discovered(long newest, long open) {
		this.last = newest;
		this.unfinished += open;
		// Lower than before if rows were deleted.
		this.seen = Math.min(this.seen, newest);
	}

	/**
	 * Decides about a new row.
	 * @param position its position, higher than any other
	 * @param lane its lane
	 * @param urgent whether it skips the queue
	 * @return whether it is in memory now
	 */
	synchronized boolean appended(long position, @Nullable LaneKey lane, boolean urgent) {
		boolean nothingWaits = this.seen == this.last;
		this.last = Math.max(this.last, position);
		this.unfinished++;
		if (nothingWaits && (urgent || this.inMemory < this.maxInFlight)) {
			this.seen = position;
			return take(position, lane);
		}
		// The row will be read later. An urgent one is known by then.
		return urgent && lane == null && take(position, null);
	}

	private boolean take(long position, @Nullable LaneKey lane) {
		if (this.known.contains(position)) {
			return false;
		}
		if (lane != null) {
			Backlog backlog = this.backlogs.get(lane);
			if (backlog == null && inMemory(lane) >= this.maxPerLane) {
				backlog = new Backlog(position - 1);
				this.backlogs.put(lane, backlog);
			}
			if (backlog != null) {
				backlog.last = position;
				return false;
			}
		}
		enter(position, lane);
		return true;
	}

	private void enter(long position, @Nullable LaneKey lane) {
		this.known.add(position);
		this.inMemory++;
		if (lane != null) {
			this.perLane.merge(lane, 1, Integer::sum);
		}
	}

	private int inMemory(LaneKey lane) {
		return this.perLane.getOrDefault(lane, 0);
	}

	/**
	 * Holds the rows of a lane back until {@link #release} is called for one of them.
	 * @param position the position of the row
	 * @param lane its lane
	 */
	synchronized void hold(long position, @Nullable LaneKey lane) {
		this.known.add(position);
		if (lane != null) {
			this.backlogs.computeIfAbsent(lane, (key) -> new Backlog(0)).held++;
		}
	}

	synchronized void release(long position, @Nullable LaneKey lane) {
		enter(position, lane);
		Backlog backlog = (lane != null) ? this.backlogs.get(lane) : null;
		if (backlog != null && --backlog.held == 0 && backlog.last == 0) {
			this.backlogs.remove(lane);
		}
	}

	/**
	 * Returns the next rows to read.
	 * @return the read, or {@code null} if there is no row or no room
	 */
	synchronized @Nullable Read next() {
		int room = this.maxInFlight - this.inMemory;
		if (room < this.enoughRoom) {
			return null;
		}
		// In turns, because many full lanes would block all others.
		this.lanesFirst = !this.lanesFirst;
		Read lane = this.lanesFirst ? nextOfLanes(room) : null;
		if (lane != null) {
			return lane;
		}
		if (this.seen < this.last) {
			return new Read(this.beginnings, null, this.seen, this.last, Math.min(room, MAX_READ));
		}
		return nextOfLanes(room);
	}

	private @Nullable Read nextOfLanes(int room) {
		for (Map.Entry<LaneKey, Backlog> candidate : this.backlogs.entrySet()) {
			LaneKey lane = candidate.getKey();
			Backlog backlog = candidate.getValue();
			int inMemory = inMemory(lane);
			if (backlog.held == 0 && inMemory <= this.maxPerLane / 2) {
				// To the end of the map, so that lanes take turns.
				this.backlogs.remove(lane);
				this.backlogs.put(lane, backlog);
				return new Read(this.beginnings, lane, backlog.after, backlog.last,
						Math.min(room, this.maxPerLane - inMemory));
			}
		}
		return null;
	}

	/**
	 * Decides about a row that was read.
	 * @param read the read
	 * @param position position of the row
	 * @param lane its lane
	 * @return whether it is in memory now
	 */
	synchronized boolean read(Read read, long position, @Nullable LaneKey lane) {
		if (read.beginning() != this.beginnings) {
			return false;
		}
		if (read.lane() == null) {
			this.seen = position;
			return take(position, lane);
		}
		Backlog backlog = this.backlogs.get(read.lane());
		if (backlog == null) {
			return false;
		}
		backlog.after = position;
		// The read of a lane without a sender also returns other lanes of the chat.
		if (!read.lane().equals(lane) || this.known.contains(position)) {
			return false;
		}
		enter(position, lane);
		return true;
	}

	/**
	 * Ends a read.
	 * @param read the read
	 * @param exhausted whether there are no further rows
	 */
	synchronized void ended(Read read, boolean exhausted) {
		if (read.beginning() != this.beginnings) {
			return;
		}
		if (read.lane() == null) {
			this.seen = exhausted ? Math.max(this.seen, read.last()) : this.seen;
			correct();
			return;
		}
		Backlog backlog = this.backlogs.get(read.lane());
		if (backlog == null) {
			return;
		}
		if (exhausted) {
			backlog.after = Math.max(backlog.after, read.last());
		}
		if (backlog.after >= backlog.last && backlog.held == 0) {
			this.backlogs.remove(read.lane());
		}
		correct();
	}

	/**
	 * Whether a row must not be handed over again.
	 * @param position its position
	 * @return {@code true} if it is in memory, or finished and not persisted
	 */
	synchronized boolean isKnown(long position) {
		return this.known.contains(position);
	}

	/**
	 * Makes room: an update is finished.
	 * @param lane its lane
	 */
	synchronized void finished(@Nullable LaneKey lane) {
		this.unfinished--;
		leave(lane);
	}

	/**
	 * Makes room: an update was recalled.
	 * @param position its position
	 * @param lane its lane
	 */
	synchronized void recalled(long position, @Nullable LaneKey lane) {
		leave(lane);
		forget(position);
	}

	private void leave(@Nullable LaneKey lane) {
		this.inMemory--;
		if (lane != null) {
			this.perLane.computeIfPresent(lane, (key, count) -> (count > 1) ? count - 1 : null);
		}
	}

	/**
	 * Forgets a row whose outcome is persisted.
	 * @param position its position
	 */
	synchronized void forget(long position) {
		this.known.remove(position);
		correct();
	}

	// An outcome may be persisted although the response of the database was lost. The
	// count of open rows at the next beginning does not contain it then.
	private void correct() {
		if (this.known.isEmpty() && this.backlogs.isEmpty() && this.seen == this.last) {
			this.unfinished = 0;
		}
	}

	synchronized int inMemory() {
		return this.inMemory;
	}

	synchronized long unfinished() {
		return Math.max(0, this.unfinished);
	}

	/**
	 * Rows to read.
	 *
	 * @param beginning number of calls of {@link Admission#begin}; a read from before the
	 * last call has no effect
	 * @param lane the lane, or {@code null} for all lanes
	 * @param after position before the first row
	 * @param last position of the last row
	 * @param limit the maximum number of rows
	 */
	record Read(int beginning, @Nullable LaneKey lane, long after, long last, int limit) {

	}

	/**
	 * Rows of a lane that were considered and stay in the database.
	 */
	private static final class Backlog {

		private long after;

		private long last;

		private int held;

		private Backlog(long after) {
			this.after = after;
		}

	}

}
