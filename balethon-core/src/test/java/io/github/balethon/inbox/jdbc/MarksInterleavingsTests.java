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
	void everyMarkIsWrittenOnce() {
		Interleavings.check(() -> {
			Marks marks = new Marks();
			Queue<Mark> written = new ConcurrentLinkedQueue<>();
			Interleavings.together(() -> {
				marks.add(this.all.get(0));
				marks.add(this.all.get(1));
			}, () -> {
				marks.add(this.all.get(2));
				marks.add(this.all.get(3));
			}, () -> {
				write(marks, written);
				write(marks, written);
			});
			write(marks, written);
			write(marks, written);
			List<Long> positions = new ArrayList<>();
			written.forEach((mark) -> positions.add(mark.position()));
			Collections.sort(positions);
			Interleavings.require("written", positions, List.of(1L, 2L, 3L, 4L));
			Interleavings.require("waiting", marks.size(), 0);
		});
	}

	private static void write(Marks marks, Queue<Mark> written) {
		List<Mark> batch = marks.batch(2);
		written.addAll(batch);
		marks.written(batch.size());
	}

}
