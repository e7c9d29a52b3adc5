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
class CrashCounterTests {

	private final List<List<Long>> transactions = Collections.synchronizedList(new ArrayList<>());

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch release = new CountDownLatch(1);

	private final ExecutorService workers = Executors.newCachedThreadPool();

	private volatile boolean broken;

	private final CrashCounter counter = new CrashCounter(this::write);

	@AfterEach
	void close() {
		this.workers.shutdownNow();
	}

	@Test
	void whatIsBegunWhileTheDatabaseIsAtWorkIsCountedInOneTransaction() throws Exception {
		List<CompletableFuture<Void>> counted = countWhileTheFirstIsWritten();
		assertThat(counted).noneMatch(CompletableFuture::isDone);
		this.release.countDown();
		for (CompletableFuture<Void> one : counted) {
			one.get(20, TimeUnit.SECONDS);
		}
		assertThat(this.transactions).hasSize(2);
		assertThat(this.transactions.get(1))
			.containsExactlyInAnyOrderElementsOf(LongStream.range(1, 20).boxed().toList());
		// The next one is not kept waiting.
		this.counter.count(21);
		assertThat(this.transactions).hasSize(3);
	}

	@Test
	void failureReachesAllThatWereToBeCountedAndNobodyAfterThem() throws Exception {
		List<CompletableFuture<Void>> counted = countWhileTheFirstIsWritten();
		this.broken = true;
		this.release.countDown();
		for (CompletableFuture<Void> one : counted) {
			assertThat(one).failsWithin(Duration.ofSeconds(20))
				.withThrowableThat()
				.withCauseInstanceOf(QueryTimeoutException.class);
		}
		this.broken = false;
		this.counter.count(21);
		assertThat(this.transactions).last().isEqualTo(List.of(21L));
	}

	private List<CompletableFuture<Void>> countWhileTheFirstIsWritten() throws InterruptedException {
		List<CompletableFuture<Void>> counted = new ArrayList<>();
		counted.add(CompletableFuture.runAsync(() -> this.counter.count(0), this.workers));
		assertThat(this.begun.await(20, TimeUnit.SECONDS)).isTrue();
		for (long position = 1; position < 20; position++) {
			long one = position;
			counted.add(CompletableFuture.runAsync(() -> this.counter.count(one), this.workers));
		}
		Awaitility.await().until(() -> this.counter.waiting() == 19);
		return counted;
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
