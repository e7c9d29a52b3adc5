package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

import io.github.balethon.Interleavings;
import org.junit.jupiter.api.Test;

class MarksInterleavingsTests {

	private final List<Mark> all = LongStream.rangeClosed(1, 4)
		.mapToObj((position) -> new Mark(Mark.Kind.DONE, position, 0, null, Instant.EPOCH))
		.toList();

	@Test
	void everyMarkIsPersistedOnce() {
		Interleavings.check(() -> {
			Marks marks = new Marks();
			Queue<Mark> persisted = new ConcurrentLinkedQueue<>();
			Interleavings.together(() -> {
				marks.add(this.all.get(0));
				marks.add(this.all.get(1));
			}, () -> {
				marks.add(this.all.get(2));
				marks.add(this.all.get(3));
			}, () -> {
				persist(marks, persisted);
				persist(marks, persisted);
			});
			persist(marks, persisted);
			persist(marks, persisted);
			List<Long> positions = new ArrayList<>();
			persisted.forEach((mark) -> positions.add(mark.positions().get(0)));
			Collections.sort(positions);
			Interleavings.require("persisted", positions, List.of(1L, 2L, 3L, 4L));
			Interleavings.require("waiting", marks.size(), 0);
		});
	}

	private static void persist(Marks marks, Queue<Mark> persisted) {
		List<Mark> batch = marks.batch(2);
		persisted.addAll(batch);
		marks.persisted(batch.size());
	}

}
