package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People who write to a bot all the time, each one counting; and what must be true of its
 * answers.
 */
final class CrashLoad {

	private static final int PEOPLE = 20;

	// Of 2,000 that Bale keeps.
	private static final int MOST_PENDING = 1000;

	private static final int MOST_UNANSWERED = 2000;

	// What was answered so shortly before a disturbance may not have been acknowledged,
	// and what was sent just before one may arrive so much later.
	private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(2);

	private final BaleEmulator emulator;

	private final List<Person> people;

	private final Thread writer = new Thread(this::write, "people");

	private final AtomicInteger written = new AtomicInteger();

	private final Map<String, Integer> repeatable = new HashMap<>();

	// Whose calls are not counted yet, as some of them may still arrive.
	private final List<Disturbance> disturbances = new ArrayList<>();

	private final long seed;

	private final Queue<Event> history = new ConcurrentLinkedQueue<>();

	private volatile boolean ended;

	CrashLoad(BaleEmulator emulator, long seed) {
		this.emulator = emulator;
		this.seed = seed;
		this.people = IntStream.range(0, PEOPLE).mapToObj((number) -> emulator.person("P" + number)).toList();
	}

	void start() {
		this.writer.start();
	}

	private void write() {
		Random random = new Random(this.seed);
		int[] counts = new int[PEOPLE];
		while (!this.ended) {
			if (isBotNotFarBehind()) {
				int person = random.nextInt(PEOPLE);
				this.people.get(person).write(Integer.toString(++counts[person]));
				this.written.incrementAndGet();
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(12));
		}
	}

	// It is dead for half of the time, and has to catch up in the end.
	private boolean isBotNotFarBehind() {
		int many = this.written.get();
		return this.emulator.updates().pending() < MOST_PENDING
				&& (many % 50 != 0 || many - answered() < MOST_UNANSWERED);
	}

	Person person(int number) {
		return this.people.get(number);
	}

	int written() {
		return this.written.get();
	}

	/**
	 * Notes what has happened to the bot.
	 * @param what what has happened
	 */
	void happened(String what) {
		this.history.add(new Event(System.nanoTime(), what));
	}

	/**
	 * Notes that something begins that may cause answers to be repeated.
	 * @param what what begins
	 * @return the disturbance, to be ended when it is over
	 */
	Disturbance disturb(String what) {
		countRepeatable();
		happened(what);
		Disturbance disturbance = new Disturbance(System.nanoTime());
		this.disturbances.add(disturbance);
		return disturbance;
	}

	/**
	 * Counts what may be repeated, by the moment at which the emulator saw each call: a
	 * call that arrives while the line is being cut is seen after the cut was noted.
	 */
	private void countRepeatable() {
		List<Call> calls = this.emulator.calls().of("sendMessage");
		long now = System.nanoTime();
		for (Iterator<Disturbance> all = this.disturbances.iterator(); all.hasNext();) {
			Disturbance disturbance = all.next();
			if (disturbance.mayStillConcern(now)) {
				continue;
			}
			all.remove();
			calls.stream()
				.filter((call) -> disturbance.concerns(call.arrivedNanos()))
				.map(CrashLoad::key)
				.distinct()
				.forEach((key) -> this.repeatable.merge(key, 1, Integer::sum));
		}
	}

	private static String key(Call call) {
		return call.parameters().get("chat_id").asLong() + ":" + call.parameters().get("text").asString();
	}

	void end() throws InterruptedException {
		this.ended = true;
		this.writer.join();
	}

	void awaitMoreAnswers(int more, Duration timeout) {
		int before = answered();
		Awaitility.await().atMost(timeout).until(() -> answered() >= before + more);
	}

	void awaitAnswers(Duration timeout) {
		Awaitility.await()
			.atMost(timeout)
			.untilAsserted(() -> assertThat(this.people)
				.allSatisfy((person) -> assertThat(answers(person)).containsAll(questions(person))));
	}

	private int answered() {
		return this.people.stream().mapToInt((person) -> Set.copyOf(answers(person)).size()).sum();
	}

	private static List<String> questions(Person person) {
		return person.chat().stream().filter((message) -> !message.fromBot()).map(ChatMessage::text).toList();
	}

	private static List<String> answers(Person person) {
		return person.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	/**
	 * Checks that all were answered in order, and twice only what was in flight during a
	 * disturbance. Called when the bot has terminated, so that no call is still to come.
	 * @return how many answers came more than once
	 */
	int check() {
		this.disturbances.forEach(Disturbance::settle);
		countRepeatable();
		int repeated = 0;
		for (Person person : this.people) {
			List<String> asked = questions(person);
			List<String> answers = answers(person);
			assertThat(List.copyOf(new LinkedHashSet<>(answers))).as(person.name()).isEqualTo(asked);
			List<String> more = new ArrayList<>(answers);
			asked.forEach(more::remove);
			Map<String, Integer> times = new HashMap<>();
			more.forEach((text) -> times.merge(person.id() + ":" + text, 1, Integer::sum));
			assertThat(times).as("repeated answers of %s", person.name())
				.allSatisfy((key, count) -> assertThat(count).as(() -> history(key))
					.isLessThanOrEqualTo(this.repeatable.getOrDefault(key, 0)));
			repeated += more.size();
		}
		return repeated;
	}

	private String history(String key) {
		List<Event> events = new ArrayList<>(this.history);
		this.emulator.calls()
			.of("sendMessage")
			.stream()
			.filter((call) -> key(call).equals(key))
			.forEach((call) -> events.add(new Event(call.arrivedNanos(), "answered " + key)));
		return events.stream()
			.sorted(Comparator.comparing(Event::nanos))
			.map((event) -> "%n%d ms: %s"
				.formatted(TimeUnit.NANOSECONDS.toMillis(event.nanos() - events.get(0).nanos()), event.what()))
			.collect(Collectors.joining());
	}

	private record Event(long nanos, String what) {

	}

	/**
	 * Something that may cause answers to be repeated, with the time that it took.
	 */
	static final class Disturbance {

		private final long begin;

		private long end = Long.MAX_VALUE;

		private boolean settled;

		private Disturbance(long begin) {
			this.begin = begin;
		}

		/**
		 * Notes that it is over.
		 */
		void end() {
			this.end = System.nanoTime();
		}

		private void settle() {
			this.settled = true;
		}

		private boolean mayStillConcern(long now) {
			return !this.settled && (this.end == Long.MAX_VALUE || now - this.end <= MARGIN_NANOS);
		}

		private boolean concerns(long arrival) {
			return arrival - this.begin >= -MARGIN_NANOS
					&& (this.end == Long.MAX_VALUE || arrival - this.end <= MARGIN_NANOS);
		}

	}

}
