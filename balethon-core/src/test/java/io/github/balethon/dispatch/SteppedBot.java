package io.github.balethon.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSelection;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.Route;
import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.task.TaskDecorator;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bot whose workers the test runs by hand, and which records what happens to updates.
 */
final class SteppedBot implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final BaleContextFactory contexts = new BaleContextFactory(() -> 77,
			new MessageTexts(new StaticMessageSource(), (update) -> Locale.ROOT));

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final CallTracker tracker = new CallTracker();

	private final Lanes lanes = new Lanes();

	private final Deadlines deadlines = new Deadlines(Duration.ofMinutes(1));

	private final InFlight updates = new InFlight();

	// Runs of workers that have not begun.
	private final Queue<Runnable> runs = new ArrayDeque<>();

	private final List<String> events = new ArrayList<>();

	private @Nullable TaskDecorator decorator;

	private @Nullable UpdateServices services;

	Queue<Runnable> runs() {
		return this.runs;
	}

	List<String> events() {
		return this.events;
	}

	Deadlines deadlines() {
		return this.deadlines;
	}

	void decorator(TaskDecorator decorator) {
		this.decorator = decorator;
	}

	/**
	 * Runs a worker until it has no work.
	 */
	void run() {
		this.runs.remove().run();
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
		this.context.close();
	}

	void assertFinished() {
		assertThat(this.updates.count()).isZero();
		assertThat(this.lanes.size()).isZero();
		assertThat(this.tracker.inFlight().count()).isZero();
		assertThat(this.deadlines.overdue()).isZero();
	}

	@SuppressWarnings("unchecked")
	<T> void start(Class<T> handlers, Object... beans) {
		this.context.registerBean(Events.class, () -> new Events(this.events));
		this.context.registerBean(handlers);
		for (Object bean : beans) {
			Class<Object> type = (Class<Object>) ((bean instanceof Result) ? Result.class : bean.getClass());
			this.context.registerBean(type, () -> bean);
		}
		this.context.registerBean(HandlerRegistry.class, () -> new HandlerRegistry(this.context.getBeanFactory(),
				new HandlerSettings("my_bot", true), this.context));
		this.context.refresh();
	}

	void start(Class<?> handlers, Result result, Object... beans) {
		List<Object> all = new ArrayList<>(List.of(beans));
		all.add(result);
		start(handlers, all.toArray());
	}

	void message(String text) {
		accept("""
				{"update_id":1,"message":{"message_id":1,"text":"%s","from":{"id":7,"first_name":"x"},
				"chat":{"id":7,"type":"private"}}}""".formatted(text));
	}

	void callback() {
		accept("""
				{"update_id":1,"callback_query":{"id":"5","data":"a","from":{"id":7,"first_name":"x"},
				"message":{"message_id":1,"chat":{"id":7,"type":"private"}}}}""");
	}

	private void accept(String json) {
		byte[] payload = json.getBytes(StandardCharsets.UTF_8);
		Workers workers = new Workers(this.lanes, Workers.asynchronous(this.runs::add), 2, this::work,
				() -> new CleanThread(observations()));
		Retries retries = new Retries(1, new FixedBackOff(), workers, this.timer);
		DispatchStatistics statistics = new DispatchStatistics();
		UpdateCompletion completion = new UpdateCompletion(workers, retries, this.deadlines, statistics, this.updates);
		MessageGroups groups = new MessageGroups(this.lanes, this.timer, statistics, System::nanoTime);
		this.services = new UpdateServices(this::begin, this.tracker, new StepDecoration(this.decorator),
				observations(), new AgeLimit(null), this.deadlines, workers, groups, completion,
				new UpdateRecorder(10));
		this.updates.begin();
		this.lanes.add(new InboxEntry(1, new UpdateDecoder().decode(payload).update(), payload, Route.UNORDERED, false,
				0, 0, new Recorded(this.events)));
		workers.wake();
	}

	private void work(Lane lane) {
		Runnable step = lane.takeStep();
		if (step != null) {
			step.run();
		}
		else {
			new UpdateExecution(lane, this.services).start();
		}
	}

	private UpdateHandling begin(InboxEntry entry, UpdateCalls calls, HandlerSelection selection) {
		return this.context.getBean(HandlerRegistry.class)
			.handle(this.contexts.create(entry.update(), this.tracker.bind(new Client(this.events), calls), false),
					selection);
	}

	private static HandlerObservations observations() {
		return new HandlerObservations(ObservationRegistry.NOOP, null);
	}

	interface Result {

		Mono<?> get();

	}

	record Events(List<String> list) {

	}

	private record Client(List<String> events) implements BaleClient {

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return Mono.<R>empty().doOnSubscribe((subscription) -> this.events.add(method.methodName()));
		}

		@Override
		public void close() {
		}

	}

	private record Recorded(List<String> events) implements InboxEntry.Acknowledgment {

		@Override
		public void acknowledge(InboxEntry entry) {
			this.events.add("acknowledged");
		}

		@Override
		public void reject(InboxEntry entry, String reason) {
			this.events.add("rejected");
		}

	}

}
