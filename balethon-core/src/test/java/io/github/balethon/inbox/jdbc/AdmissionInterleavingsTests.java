package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;

import io.github.balethon.Interleavings;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.jdbc.Admission.Read;
import org.junit.jupiter.api.Test;

class AdmissionInterleavingsTests {

	private static final LaneKey LANE = new LaneKey(1, 1L);

	@Test
	void everyRowIsHandedOverOnceAndInOrder() {
		Interleavings.check(() -> new Rows(1).handleAll());
	}

	@Test
	void rowsThatFinishTogetherAllMakeRoom() {
		Interleavings.check(() -> {
			Rows rows = new Rows(4);
			rows.append(1, 2);
			Interleavings.together(rows::finish, rows::finish);
			Interleavings.require("in memory", rows.admission.inMemory(), 0);
			Interleavings.require("unfinished", rows.admission.unfinished(), 0L);
		});
	}

	/**
	 * Rows of one lane, which are appended, read and finished by a thread each, as by the
	 * inbox.
	 */
	private static final class Rows {

		private final Admission admission;

		private final Set<Long> stored = new ConcurrentSkipListSet<>();

		private final Queue<Long> inMemory = new ConcurrentLinkedQueue<>();

		private final Queue<Long> finished = new ConcurrentLinkedQueue<>();

		private final Queue<Long> handled = new ConcurrentLinkedQueue<>();

		Rows(int maxInFlight) {
			this.admission = new Admission(maxInFlight);
			this.admission.begin(0, 0);
		}

		void handleAll() {
			Interleavings.together(() -> append(1, 2), () -> {
				read();
				read();
			}, this::finish);
			for (int i = 0; i < 4; i++) {
				finish();
				read();
			}
			Interleavings.require("handled", new ArrayList<>(this.handled), List.of(1L, 2L));
			Interleavings.require("in memory", this.admission.inMemory(), 0);
			Interleavings.require("unfinished", this.admission.unfinished(), 0L);
		}

		void append(long... positions) {
			for (long position : positions) {
				this.stored.add(position);
				if (this.admission.appended(position, LANE, false)) {
					this.inMemory.add(position);
				}
			}
		}

		// Writes what has finished before, on the same thread.
		private void read() {
			for (Long done = this.finished.poll(); done != null; done = this.finished.poll()) {
				this.stored.remove(done);
				this.admission.forget(done);
			}
			Read read = this.admission.next();
			if (read == null) {
				return;
			}
			List<Long> found = new ArrayList<>();
			for (Long row : this.stored) {
				if (row > read.after() && row <= read.last() && found.size() < read.limit()) {
					found.add(row);
				}
			}
			for (Long row : found) {
				if (this.admission.read(read, row, LANE)) {
					this.inMemory.add(row);
				}
			}
			this.admission.ended(read, found.size() < read.limit());
		}

		void finish() {
			Long position = this.inMemory.poll();
			if (position != null) {
				this.handled.add(position);
				this.admission.finished(LANE);
				this.finished.add(position);
			}
		}

	}

}
