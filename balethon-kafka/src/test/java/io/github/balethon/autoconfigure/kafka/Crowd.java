package io.github.balethon.autoconfigure.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Users who write to the bot all the time, each one counting, and what must be true of
 * the replies.
 */
final class Crowd {

	private static final int USERS = 20;

	// Replies so shortly before a disturbance may not have been committed.
	private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(2);

	private final BaleEmulator emulator;

	private final List<Person> users;

	private final int[] counts = new int[USERS];

	private final Random random;

	// The times at which instances were disturbed.
	private final List<long[]> disturbances = new ArrayList<>();

	private volatile boolean ended;

	private Thread writer = new Thread(this::write, "users");

	Crowd(BaleEmulator emulator, long seed) {
		this.emulator = emulator;
		this.random = new Random(seed);
		this.users = IntStream.range(0, USERS).mapToObj((number) -> emulator.person("U" + number)).toList();
	}

	void start() {
		this.ended = false;
		this.writer = new Thread(this::write, "users");
		this.writer.start();
	}

	private void write() {
		while (!this.ended) {
			// The bot is behind while no instance handles updates, and Bale keeps 2,000.
			if (this.emulator.updates().pending() < 500) {
				int user = this.random.nextInt(USERS);
				this.users.get(user).write(Integer.toString(++this.counts[user]));
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(12));
		}
	}

	void end() throws InterruptedException {
		this.ended = true;
		this.writer.join();
	}

	int written() {
		return IntStream.of(this.counts).sum();
	}

	int replies() {
		// The emulator keeps the last calls only.
		return this.users.stream().mapToInt((user) -> texts(user, true).size()).sum();
	}

	/**
	 * Notes that an instance is killed, suspended or disconnected from now on.
	 * @return the times of its begin and its end, the latter to be set
	 */
	long[] disturb() {
		long[] disturbance = { System.nanoTime(), Long.MAX_VALUE };
		this.disturbances.add(disturbance);
		return disturbance;
	}

	void awaitMoreReplies(int more, Duration timeout) {
		int before = replies();
		Awaitility.await().atMost(timeout).until(() -> replies() >= before + more);
	}

	void awaitReplies(Duration timeout) {
		Awaitility.await()
			.atMost(timeout)
			.untilAsserted(() -> assertThat(this.users)
				.allSatisfy((user) -> assertThat(texts(user, true)).containsAll(texts(user, false))));
	}

	private static List<String> texts(Person user, boolean fromBot) {
		return user.chat().stream().filter((message) -> message.fromBot() == fromBot).map(ChatMessage::text).toList();
	}

	/**
	 * Checks that all messages are answered in their order, and twice only those that
	 * were in progress at a disturbance.
	 * @return number of replies that were sent more than once
	 */
	int check() {
		for (Person user : this.users) {
			assertThat(List.copyOf(new LinkedHashSet<>(texts(user, true)))).as(user.name())
				.isEqualTo(texts(user, false));
		}
		Map<String, Long> first = new HashMap<>();
		// Of the last calls only, in a long run.
		for (Call call : this.emulator.calls().of("sendMessage")) {
			String key = call.parameters().get("chat_id").asLong() + ":" + call.parameters().get("text").asString();
			Long earlier = first.put(key, call.arrivedNanos());
			if (earlier != null) {
				assertThat(this.disturbances)
					.as("disturbance when %s was answered first, at %d, and not only at %d", key, earlier,
							call.arrivedNanos())
					.anyMatch((times) -> earlier - times[0] >= -MARGIN_NANOS
							&& (times[1] == Long.MAX_VALUE || earlier - times[1] <= MARGIN_NANOS));
			}
		}
		return replies() - written();
	}

}
