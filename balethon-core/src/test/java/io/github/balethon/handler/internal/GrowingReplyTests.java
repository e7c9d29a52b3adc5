package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.github.balethon.client.BaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.GrowingMessage;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Messages that grow with their text.
 */
class GrowingReplyTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final FakeBale bale = new FakeBale();

	private final Sinks.Many<String> pieces = Sinks.many().unicast().onBackpressureBuffer();

	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	private final AtomicBoolean completed = new AtomicBoolean();

	@Test
	void messageIsSentAtOnceAndEditedAtMostOnceASecond() {
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit(" Once");
		assertThat(this.bale.calls).containsExactly("send Once");
		emit(" upon");
		emit(" a");
		this.time.advanceTimeBy(SECOND.minusMillis(1));
		assertThat(this.bale.calls).hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.bale.calls).containsExactly("send Once", "edit 1 Once upon a");
		this.time.advanceTimeBy(SECOND.multipliedBy(5));
		assertThat(this.bale.calls).hasSize(2);
		emit(" time.");
		assertThat(this.bale.calls).last().isEqualTo("edit 1 Once upon a time.");
		this.pieces.tryEmitComplete().orThrow();
		assertThat(this.completed).isTrue();
		assertThat(this.bale.calls).hasSize(3);
	}

	@Test
	void lastEditContainsTheWholeText() {
		start(GrowingMessage.of(this.pieces.asFlux()).interval(Duration.ofSeconds(3)));
		emit("a");
		emit("b");
		emit("c");
		this.pieces.tryEmitComplete().orThrow();
		assertThat(this.completed).isFalse();
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(this.bale.calls).containsExactly("send a", "edit 1 abc");
		assertThat(this.completed).isTrue();
	}

	@Test
	void textThatArrivesDuringACallIsPartOfTheNextOne() {
		this.bale.slow = Sinks.empty();
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit("a");
		emit("b");
		emit("c");
		this.time.advanceTimeBy(SECOND.multipliedBy(2));
		assertThat(this.bale.calls).containsExactly("send a");
		this.bale.answer();
		assertThat(this.bale.calls).containsExactly("send a", "edit 1 abc");
	}

	@Test
	void blankTextIsNotSent() {
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit(" ");
		emit("\n");
		this.pieces.tryEmitComplete().orThrow();
		assertThat(this.bale.calls).isEmpty();
		assertThat(this.completed).isTrue();
	}

	@Test
	void textThatIsTooLongIsContinuedInFurtherMessages() {
		String line = "A line of a very long answer.\n";
		start(GrowingMessage.of(this.pieces.asFlux()));
		for (int i = 0; i < 400; i++) {
			emit(line);
			this.time.advanceTimeBy(Duration.ofMillis(100));
		}
		this.pieces.tryEmitComplete().orThrow();
		this.time.advanceTimeBy(SECOND);
		assertThat(this.completed).isTrue();
		assertThat(this.bale.messages).hasSize(3).isEqualTo(Texts.split(line.repeat(400).strip()));
	}

	@Test
	void messageThatIsNotNeededAnyMoreIsDeleted() {
		// The last mark ends an italic text, until it is followed by a letter.
		String begin = "_ _[)" + "a".repeat(2536) + " []*" + "a".repeat(2627) + "*_";
		String end = "a".repeat(914);
		assertThat(Texts.split(begin)).hasSize(3);
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit(begin);
		assertThat(this.bale.messages).isEqualTo(Texts.split(begin));
		emit(end);
		this.pieces.tryEmitComplete().orThrow();
		this.time.advanceTimeBy(SECOND);
		assertThat(this.completed).isTrue();
		assertThat(this.bale.messages).hasSize(2).isEqualTo(Texts.split(begin + end));
	}

	@Test
	void failingPublisherLeavesTheTextSoFar() {
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit("The answer");
		emit(" is");
		this.pieces.tryEmitError(new IllegalStateException("out of tokens")).orThrow();
		this.time.advanceTimeBy(SECOND);
		assertThat(this.bale.calls).containsExactly("send The answer", "edit 1 The answer is");
		assertThat(this.failure.get()).hasMessage("out of tokens");
	}

	@Test
	void failedEditIsMadeGoodByTheNextOne() {
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit("a");
		this.time.advanceTimeBy(SECOND);
		this.bale.failing = true;
		emit("b");
		this.bale.failing = false;
		this.pieces.tryEmitComplete().orThrow();
		this.time.advanceTimeBy(SECOND);
		assertThat(this.bale.calls).containsExactly("send a", "failed edit", "edit 1 ab");
		assertThat(this.completed).isTrue();
	}

	@Test
	void failedLastEditFails() {
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit("a");
		emit("b");
		this.bale.failing = true;
		this.pieces.tryEmitComplete().orThrow();
		this.time.advanceTimeBy(SECOND.multipliedBy(2));
		assertThat(this.failure.get()).hasMessage("Bale is down");
	}

	@Test
	void failedMessageCancelsThePublisher() {
		this.bale.failing = true;
		start(GrowingMessage.of(this.pieces.asFlux()));
		emit("a");
		assertThat(this.failure.get()).hasMessage("Bale is down");
		assertThat(this.pieces.currentSubscriberCount()).isZero();
	}

	@Test
	void cancellationEndsThePublisherAndTheEdits() {
		Disposable reply = start(GrowingMessage.of(this.pieces.asFlux()));
		emit("a");
		emit("b");
		reply.dispose();
		this.time.advanceTimeBy(SECOND.multipliedBy(2));
		assertThat(this.bale.calls).containsExactly("send a");
		assertThat(this.pieces.currentSubscriberCount()).isZero();
	}

	@Test
	void intervalIsAtLeastASecond() {
		GrowingMessage message = GrowingMessage.of(Flux.just("a"));
		assertThatIllegalArgumentException().isThrownBy(() -> message.interval(Duration.ofMillis(999)))
			.withMessageContaining("at least 1 s");
	}

	private Disposable start(GrowingMessage message) {
		BaleContext context = new BaleContextFactory(() -> 77,
				new MessageTexts(new StaticMessageSource(), (update) -> Locale.ROOT))
			.create(Updates.text("question"), this.bale, false);
		return new GrowingReply(message, context, context::send, this.time).send().subscribe((nothing) -> {
		}, this.failure::set, () -> this.completed.set(true));
	}

	private void emit(String piece) {
		this.pieces.tryEmitNext(piece).orThrow();
	}

	/**
	 * Sends and edits messages in memory.
	 */
	private static final class FakeBale implements BaleClient {

		private final List<String> calls = new ArrayList<>();

		private final List<String> messages = new ArrayList<>();

		private boolean failing;

		private Sinks.@Nullable Empty<Void> slow;

		void answer() {
			Sinks.Empty<Void> current = this.slow;
			this.slow = null;
			current.tryEmitEmpty().orThrow();
		}

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return Mono.defer(() -> {
				Object result = answer(method);
				Mono<R> answer = (Mono<R>) Mono.just(result);
				return (this.slow != null) ? this.slow.asMono().then(answer) : answer;
			});
		}

		private Object answer(BaleMethod<?> method) {
			if (this.failing) {
				this.calls.add((method instanceof EditMessageText) ? "failed edit" : "failed send");
				throw new IllegalStateException("Bale is down");
			}
			if (method instanceof EditMessageText edit) {
				this.messages.set((int) edit.messageId() - 1, edit.text());
				this.calls.add("edit " + edit.messageId() + " " + edit.text());
				return new EditedMessage(null, null, null);
			}
			if (method instanceof DeleteMessage delete) {
				this.messages.remove((int) delete.messageId() - 1);
				return true;
			}
			SendMessage send = (SendMessage) method;
			this.messages.add(send.text());
			this.calls.add("send " + send.text());
			return Updates.message(this.messages.size(), send.text());
		}

		@Override
		public void close() {
		}

	}

}
