package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class StartRecorderTests {

	private final List<List<Long>> transactions = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private volatile boolean broken;

	private final StartRecorder recorder = new StartRecorder(this::write);

	@AfterEach
	void close() {
		this.workers.shutdownNow();
	}

	@Test
	void rowsThatStartNextAreRecordedInTheSameTransaction() {
		this.release.countDown();
		add(0, 120);
		for (long position = 0; position < 120; position++) {
			this.recorder.start(position);
			assertThat(this.transactions.stream().flatMap(List::stream)).contains(position);
		}
		assertThat(this.transactions).hasSize(3);
		assertThat(this.transactions.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(120);
	}

	@Test
	void rowsOfThisRunAreNotRecorded() {
		this.recorder.start(7);
		assertThat(this.transactions).isEmpty();
	}

	@Test
	void rowThatIsBeingRecordedAheadIsNotStartedBefore() throws Exception {
		add(0, 2);
		CompletableFuture<Void> first = start(0);
		assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Void> second = start(1);
		assertThat(first).isNotDone();
		assertThat(second).isNotDone();
		this.release.countDown();
		first.get(20, TimeUnit.SECONDS);
		second.get(20, TimeUnit.SECONDS);
		assertThat(this.transactions).containsExactly(List.of(0L, 1L));
	}

	@Test
	void rowsThatStartDuringATransactionShareTheNextOne() throws Exception {
		List<CompletableFuture<Void>> started = startDuringTheFirstTransaction();
		assertThat(started).noneMatch(CompletableFuture::isDone);
		this.release.countDown();
		for (CompletableFuture<Void> one : started) {
			one.get(20, TimeUnit.SECONDS);
		}
		assertThat(this.transactions).hasSize(2);
		assertThat(this.transactions.get(1))
			.containsExactlyInAnyOrderElementsOf(LongStream.range(1, 20).boxed().toList());
	}

	@Test
	void failureReachesAllRowsOfTheTransactionAndNoLaterOne() throws Exception {
		List<CompletableFuture<Void>> started = startDuringTheFirstTransaction();
		add(20, 22);
		this.broken = true;
		this.release.countDown();
		for (CompletableFuture<Void> one : started) {
			assertThat(one).failsWithin(Duration.ofSeconds(20))
				.withThrowableThat()
				.withCauseInstanceOf(QueryTimeoutException.class);
		}
		this.broken = false;
		this.recorder.start(20);
		this.recorder.start(21);
		assertThat(this.transactions).last().isEqualTo(List.of(20L, 21L));
	}

	@Test
	void recordedRowsThatAreRecalledAreReturned() {
		this.release.countDown();
		add(0, 4);
		this.recorder.start(0);
		this.recorder.start(1);
		this.recorder.recall(2);
		this.recorder.recall(3);
		assertThat(this.recorder.takeRecalled()).containsExactlyInAnyOrder(2L, 3L);
		assertThat(this.recorder.takeRecalled()).isEmpty();
	}

	@Test
	void rowThatIsRecalledDuringItsTransactionIsReturned() throws Exception {
		add(0, 2);
		CompletableFuture<Void> first = start(0);
		assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
		this.recorder.recall(1);
		this.release.countDown();
		first.get(20, TimeUnit.SECONDS);
		assertThat(this.recorder.takeRecalled()).containsExactly(1L);
	}

	@Test
	void rowThatIsHandedOverAgainIsRecordedAgain() {
		this.release.countDown();
		add(0, 2);
		this.recorder.start(0);
		this.recorder.recall(1);
		add(1, 2);
		this.recorder.start(1);
		assertThat(this.transactions).containsExactly(List.of(0L, 1L), List.of(1L));
		assertThat(this.recorder.takeRecalled()).isEmpty();
	}

	private void add(long first, long end) {
		LongStream.range(first, end).forEach(this.recorder::add);
	}

	private CompletableFuture<Void> start(long position) {
		return CompletableFuture.runAsync(() -> this.recorder.start(position), this.workers);
	}

	private List<CompletableFuture<Void>> startDuringTheFirstTransaction() throws InterruptedException {
		List<CompletableFuture<Void>> started = new ArrayList<>();
		add(0, 1);
		started.add(start(0));
		assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
		add(1, 20);
		for (long position = 1; position < 20; position++) {
			started.add(start(position));
		}
		Awaitility.await().until(() -> this.recorder.waiting() == 19);
		return started;
	}

	private void write(List<Long> positions) {
		this.transactions.add(List.copyOf(positions));
		this.begun.countDown();
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		if (this.broken) {
			throw new QueryTimeoutException("too slow");
		}
	}

}
