package io.github.balethon.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.dispatch.MessageGroups.Group;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a group closes, with the clock and the timer of the test.
 */
class MessageGroupsTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final BaleContextFactory contexts = new BaleContextFactory(() -> 77,
			new MessageTexts(new StaticMessageSource(), (update) -> Locale.ROOT));

	private final Lanes lanes = new Lanes();

	private final ManualTimer timer = new ManualTimer();

	private final AtomicLong now = new AtomicLong();

	private final MessageGroups groups = new MessageGroups(this.lanes, this.timer, new DispatchStatistics(),
			this.now::get);

	@BeforeEach
	void start() {
		this.context.register(NotesBot.class);
		this.context.registerBean(HandlerRegistry.class, () -> new HandlerRegistry(this.context.getBeanFactory(),
				new HandlerSettings("my_bot", true), this.context));
		this.context.refresh();
	}

	@AfterEach
	void close() {
		this.timer.shutdownNow();
		this.context.close();
	}

	@Test
	void messagesThatWereReceivedFurtherApartAreSeparate() {
		Group group = begin(text(1, 0, 0), text(2, 2 * SECOND, 0), text(3, 5 * SECOND, 0));
		assertThat(group.collect()).isNull();
		assertThat(EntryGroup.size(group.entry())).isEqualTo(2);
		assertThat(group.isComplete()).isTrue();
	}

	@Test
	void messagesThatWereWrittenFurtherApartAreSeparate() {
		Group group = begin(text(1, 0, 1000), text(2, 0, 1003), text(3, 0, 1007));
		assertThat(group.collect()).isNull();
		assertThat(EntryGroup.size(group.entry())).isEqualTo(2);
	}

	@Test
	void groupLastsTenPausesAtMost() {
		InboxEntry[] entries = IntStream.range(0, 20)
			.mapToObj((i) -> text(i + 1, i * 3 * SECOND / 2, 0))
			.toArray(InboxEntry[]::new);
		Group group = begin(entries);
		assertThat(group.collect()).isNull();
		assertThat(EntryGroup.size(group.entry())).isEqualTo(14);
	}

	@Test
	void albumIsTogetherWheneverItsMessagesWereReceived() {
		Group group = begin(photo(1, 0, "a"), photo(2, 60 * SECOND, "a"), photo(3, 60 * SECOND, "b"));
		assertThat(group.collect()).isNull();
		assertThat(EntryGroup.size(group.entry())).isEqualTo(2);
	}

	@Test
	void groupClosesAfterAPauseWithoutAFurtherMessage() {
		Group group = begin(text(1, 0, 0));
		Mono<Void> first = group.collect();
		assertThat(first).isNotNull();
		this.now.set(SECOND);
		this.lanes.add(text(2, SECOND, 0));
		StepVerifier.create(first).verifyComplete();
		Mono<Void> second = group.collect();
		assertThat(second).isNotNull();
		// Late, the end of the first wait is no reason to close.
		this.now.set(2 * SECOND);
		this.timer.first.run();
		StepVerifier.create(second).verifyComplete();
		Mono<Void> third = group.collect();
		assertThat(third).isNotNull();
		this.now.set(3 * SECOND);
		this.timer.last.run();
		StepVerifier.create(third).verifyComplete();
		assertThat(group.collect()).isNull();
		assertThat(EntryGroup.size(group.entry())).isEqualTo(2);
	}

	@Test
	void interruptDoesNotCompleteTheGroupThatItCancels() {
		Group group = begin(text(1, 0, 0), text(2, 0, 0));
		Mono<Void> wait = group.collect();
		assertThat(wait).isNotNull();
		this.lanes.addInterrupt(interrupt(3));
		StepVerifier.create(wait).verifyComplete();
		Mono<Void> cancellation = group.collect();
		assertThat(cancellation).isNotNull();
		StepVerifier.create(cancellation).expectSubscription().thenCancel().verify();
		assertThat(group.isComplete()).isFalse();
	}

	@Test
	void waitingGroupIsRecalledOnce() {
		Group group = begin(text(1, 0, 0), text(2, 0, 0));
		Mono<Void> wait = group.collect();
		assertThat(wait).isNotNull();
		assertThat(this.groups.recall()).extracting((entry) -> entry.update().updateId()).containsExactly(1L, 2L);
		StepVerifier.create(wait).verifyComplete();
		assertThat(group.stopWaiting()).isFalse();
		assertThat(this.groups.recall()).isEmpty();
	}

	@Test
	void cancelledGroupIsNotRecalled() {
		Group group = begin(text(1, 0, 0));
		assertThat(group.collect()).isNotNull();
		assertThat(group.stopWaiting()).isTrue();
		assertThat(this.groups.recall()).isEmpty();
	}

	@Test
	void groupDoesNotWaitWhileTheBotShutsDown() {
		Group open = begin(text(1, 0, 0));
		Mono<Void> wait = open.collect();
		assertThat(wait).isNotNull();
		this.groups.drain();
		StepVerifier.create(wait).verifyComplete();
		assertThat(open.collect()).isNull();
		Group late = begin(textOf(8));
		assertThat(late.collect()).isNull();
	}

	private Group begin(InboxEntry... entries) {
		for (InboxEntry entry : entries) {
			this.lanes.add(entry);
		}
		Lane lane = this.lanes.takeReady();
		assertThat(lane).isNotNull();
		InboxEntry head = lane.begin();
		UpdateHandling handling = this.context.getBean(HandlerRegistry.class)
			.handle(this.contexts.create(head.update(), new NoClient(), false));
		assertThat(handling.advance()).isTrue();
		Group group = this.groups.begin(lane, head, handling.collection());
		assertThat(group).isNotNull();
		return group;
	}

	private static InboxEntry textOf(long sender) {
		return entry(sender, 9, 0, "\"text\":\"x\"");
	}

	private static InboxEntry text(long id, long receivedNanos, long date) {
		return entry(7, id, receivedNanos, "\"date\":%d,\"text\":\"x\"".formatted(date));
	}

	// Not a text, which the handler would take.
	private static InboxEntry interrupt(long id) {
		InboxEntry entry = photo(id, 0, "none");
		return new InboxEntry(id, entry.update(), entry.payload(), new Route(entry.lane(), false, true), false, 0, 0,
				entry.acknowledgment());
	}

	private static InboxEntry photo(long id, long receivedNanos, String album) {
		return entry(7, id, receivedNanos,
				"\"media_group_id\":\"%s\",\"photo\":[{\"file_id\":\"f\",\"width\":1,\"height\":1}]".formatted(album));
	}

	private static InboxEntry entry(long sender, long id, long receivedNanos, String content) {
		byte[] json = """
				{"update_id":%d,"message":{"message_id":%d,"from":{"id":%d,"first_name":"x"},\
				"chat":{"id":%d,"type":"private"},%s}}""".formatted(id, id, sender, sender, content)
			.getBytes(StandardCharsets.UTF_8);
		Update update = new UpdateDecoder().decode(json).update();
		return new InboxEntry(id, update, json, new Route(LaneKey.of(update), false), false, 0, receivedNanos,
				new NoInbox());
	}

	static class NotesBot {

		@BaleText(collect = "2s")
		void notes(List<Message> messages) {
		}

		@BaleHandler(content = Content.PHOTO)
		void album(List<Message> messages) {
		}

	}

	private record NoClient() implements BaleClient {

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return Mono.empty();
		}

		@Override
		public void close() {
		}

	}

	private record NoInbox() implements InboxEntry.Acknowledgment {

		@Override
		public void acknowledge(InboxEntry entry) {
		}

		@Override
		public void reject(InboxEntry entry, String reason) {
		}

	}

	/**
	 * Keeps tasks, which the test runs.
	 */
	private static final class ManualTimer extends ScheduledThreadPoolExecutor {

		private @Nullable Runnable first;

		private @Nullable Runnable last;

		private ManualTimer() {
			super(1);
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
			this.first = (this.first != null) ? this.first : command;
			this.last = command;
			return super.schedule((Callable<Object>) Executors.callable(() -> {
			}), 1, TimeUnit.HOURS);
		}

	}

}
