package io.github.balethon.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When messages may go, in the time of a clock of its own.
 */
class SendingTurnsTests {

	private static final RateLimit FOUR_A_SECOND = new RateLimit(4, Duration.ofSeconds(1));

	private static final RateLimit TWO_A_MINUTE = new RateLimit(2, Duration.ofMinutes(1));

	private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

	private final List<String> sent = new ArrayList<>();

	@AfterEach
	void dispose() {
		this.timer.dispose();
	}

	@Test
	void interactiveOnesGoAtOnceAsFarAsTheLimitAllows() {
		SendingTurns turns = turns(FOUR_A_SECOND, null);
		for (int i = 1; i <= 6; i++) {
			send(turns, "" + i, i, CallPriority.INTERACTIVE);
		}
		assertThat(this.sent).containsExactly("1@0", "2@0", "3@0", "4@0");
		advance(1000);
		assertThat(this.sent).endsWith("4@0", "5@1000", "6@1000").hasSize(6);
	}

	@Test
	void backgroundOnesAreSpreadEvenly() {
		SendingTurns turns = turns(FOUR_A_SECOND, null);
		for (int i = 1; i <= 5; i++) {
			send(turns, "" + i, i, CallPriority.BACKGROUND);
		}
		advance(5000);
		assertThat(this.sent).containsExactly("1@0", "2@250", "3@500", "4@750", "5@1000");
	}

	@Test
	void interactiveOneOvertakesABroadcast() {
		SendingTurns turns = turns(FOUR_A_SECOND, null);
		for (int i = 1; i <= 100; i++) {
			send(turns, "b" + i, i, CallPriority.BACKGROUND);
		}
		advance(3100);
		send(turns, "i", 999, CallPriority.INTERACTIVE);
		advance(150);
		assertThat(this.sent).endsWith("b13@3000", "i@3250");
		advance(100_000);
		assertThat(this.sent).hasSize(101);
		assertWithinLimit(4, 1000);
	}

	@Test
	void chatHasALimitOfItsOwn() {
		SendingTurns turns = turns(null, TWO_A_MINUTE);
		for (int i = 1; i <= 5; i++) {
			send(turns, "a" + i, "a", CallPriority.INTERACTIVE);
		}
		send(turns, "b1", "b", CallPriority.BACKGROUND);
		send(turns, "none", null, CallPriority.BACKGROUND);
		assertThat(this.sent).containsExactly("a1@0", "a2@0", "b1@0", "none@0");
		advance(60_000);
		assertThat(this.sent).endsWith("a3@60000", "a4@60000");
		advance(60_000);
		assertThat(this.sent).endsWith("a5@120000").hasSize(7);
	}

	@Test
	void orderInAChatStaysAndChatsTakeTurns() {
		SendingTurns turns = turns(FOUR_A_SECOND, null);
		for (int i = 1; i <= 4; i++) {
			send(turns, "a" + i, "a", CallPriority.BACKGROUND);
		}
		send(turns, "b1", "b", CallPriority.BACKGROUND);
		send(turns, "a-now", "a", CallPriority.INTERACTIVE);
		advance(5000);
		assertThat(this.sent).extracting((entry) -> entry.substring(0, entry.indexOf('@')))
			.containsExactly("a1", "a-now", "a2", "b1", "a3", "a4");
	}

	@Test
	void bothLimitsHold() {
		SendingTurns turns = turns(FOUR_A_SECOND, TWO_A_MINUTE);
		for (int i = 1; i <= 3; i++) {
			for (String chat : List.of("a", "b", "c")) {
				send(turns, chat + i, chat, CallPriority.INTERACTIVE);
			}
		}
		assertThat(this.sent).containsExactly("a1@0", "b1@0", "c1@0", "a2@0");
		advance(1000);
		assertThat(this.sent).endsWith("b2@1000", "c2@1000").hasSize(6);
		advance(58_999);
		assertThat(this.sent).hasSize(6);
		advance(2000);
		assertThat(this.sent).hasSize(9).contains("a3@60000", "b3@60000");
	}

	@Test
	void whoGivesUpUsesNoTurn() {
		SendingTurns turns = turns(FOUR_A_SECOND, null);
		for (int i = 1; i <= 4; i++) {
			send(turns, "" + i, i, CallPriority.INTERACTIVE);
		}
		Disposable fifth = send(turns, "5", 5, CallPriority.INTERACTIVE);
		send(turns, "6", 6, CallPriority.INTERACTIVE);
		fifth.dispose();
		advance(10_000);
		assertThat(this.sent).endsWith("4@0", "6@1000");
	}

	@Test
	void errorOfOneMessageDoesNotTakeTheTurnsOfOthers() {
		SendingTurns turns = turns(FOUR_A_SECOND, null);
		for (int i = 1; i <= 4; i++) {
			send(turns, "" + i, i, CallPriority.INTERACTIVE);
		}
		turns.await(5, () -> {
		}).then(Mono.defer(() -> {
			throw new NoSuchMethodError("expected by this test");
		})).contextWrite(CallPriority.INTERACTIVE::in).subscribe();
		send(turns, "6", 6, CallPriority.INTERACTIVE);
		advance(1000);
		assertThat(this.sent).endsWith("4@0", "6@1000");
	}

	@Test
	void chatsOfLongAgoAreForgotten() {
		SendingTurns turns = turns(null, TWO_A_MINUTE);
		for (int i = 0; i < 5000; i++) {
			send(turns, "x", i, CallPriority.INTERACTIVE);
			advance(120);
		}
		assertThat(this.sent).hasSize(5000);
		assertThat(turns.chats()).isLessThan(2000);
	}

	@Test
	@Timeout(60)
	void manyThreadsShareTheTurns() throws InterruptedException {
		RateLimit limit = new RateLimit(100, Duration.ofMillis(50));
		SendingTurns turns = new SendingTurns(limit, new RateLimit(5, Duration.ofMillis(40)), Schedulers.parallel(),
				System::nanoTime);
		Set<Integer> arrived = ConcurrentHashMap.newKeySet();
		CountDownLatch ended = new CountDownLatch(2000);
		Flux.range(0, 2000)
			.parallel(8)
			.runOn(Schedulers.boundedElastic())
			.doOnNext((number) -> turns.await(number % 40, () -> {
			})
				.contextWrite(((number % 2 == 0) ? CallPriority.INTERACTIVE : CallPriority.BACKGROUND)::in)
				.subscribe(null, null, () -> {
					arrived.add(number);
					ended.countDown();
				}))
			.subscribe();
		assertThat(ended.await(50, TimeUnit.SECONDS)).isTrue();
		assertThat(arrived).hasSize(2000);
	}

	private SendingTurns turns(@Nullable RateLimit ofBot, @Nullable RateLimit ofChat) {
		return new SendingTurns(ofBot, ofChat, this.timer, () -> this.timer.now(TimeUnit.NANOSECONDS));
	}

	private Disposable send(SendingTurns turns, String name, @Nullable Object chat, CallPriority priority) {
		return turns.await(chat, () -> {
		})
			.then(Mono.fromRunnable(() -> this.sent.add(name + "@" + this.timer.now(TimeUnit.MILLISECONDS))))
			.contextWrite(priority::in)
			.subscribe();
	}

	private void advance(long millis) {
		this.timer.advanceTimeBy(Duration.ofMillis(millis));
	}

	private void assertWithinLimit(int messages, long period) {
		List<Long> times = this.sent.stream()
			.map((entry) -> Long.parseLong(entry.substring(entry.indexOf('@') + 1)))
			.toList();
		for (int i = messages; i < times.size(); i++) {
			assertThat(times.get(i) - times.get(i - messages)).isGreaterThanOrEqualTo(period);
		}
	}

}
