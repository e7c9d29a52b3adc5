package io.github.balethon.handler.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.GrowingMessage;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.model.Message;
import io.github.balethon.model.Texts;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Sends and edits the messages of a {@link GrowingMessage}. One call is in flight at a
 * time; the text that arrives meanwhile is part of the next one.
 */
final class GrowingReply {

	private static final Logger logger = LoggerFactory.getLogger(GrowingReply.class);

	private final BaleContext context;

	private final GrowingMessage growing;

	private final Scheduler timer;

	// Also sends the message that quotes, which is the first one only.
	private final Function<String, Mono<Message>> firstMessage;

	// Appended to by the publisher, on any thread.
	private final StringBuffer text = new StringBuffer();

	private final List<Message> messages = new ArrayList<>();

	// Text of each message, as Bale has confirmed it.
	private final List<String> shown = new ArrayList<>();

	private long nextEdit;

	private volatile @Nullable Throwable failure;

	/**
	 * Creates a reply, for one subscription.
	 * @param growing the message
	 * @param context the context of the update
	 * @param firstMessage sends the first message
	 * @param timer the scheduler of the edits
	 */
	GrowingReply(GrowingMessage growing, BaleContext context, Function<String, Mono<Message>> firstMessage,
			Scheduler timer) {
		this.growing = growing;
		this.context = context;
		this.firstMessage = firstMessage;
		this.timer = timer;
	}

	/**
	 * Sends the message and edits it until the text is complete.
	 * @return completes after the last edit, or fails with the exception of the publisher
	 */
	Mono<Void> send() {
		return pieces().doOnNext(this.text::append).onErrorResume((error) -> {
			this.failure = error;
			return Flux.empty();
		})
			.onBackpressureLatest()
			.concatMap((piece) -> update(false), 0)
			// Also edits that have failed are made good by the last one.
			.then(Mono.defer(() -> update(true)))
			.then(Mono.defer(this::end));
	}

	private Flux<CharSequence> pieces() {
		Publisher<? extends CharSequence> pieces = this.growing.pieces();
		return Flux.from(pieces);
	}

	private Mono<Void> end() {
		Throwable error = this.failure;
		return (error != null) ? Mono.error(error) : Mono.empty();
	}

	private Mono<Void> update(boolean last) {
		if (parts().equals(this.shown)) {
			return Mono.empty();
		}
		return interval().then(Mono.defer(() -> show(parts(), last)));
	}

	private List<String> parts() {
		String current = this.text.toString().strip();
		return current.isEmpty() ? this.shown : Texts.split(current);
	}

	private Mono<Long> interval() {
		long wait = this.nextEdit - this.timer.now(TimeUnit.MILLISECONDS);
		return (wait > 0) ? Mono.delay(Duration.ofMillis(wait), this.timer) : Mono.empty();
	}

	private Mono<Void> show(List<String> parts, boolean last) {
		this.nextEdit = this.timer.now(TimeUnit.MILLISECONDS) + this.growing.interval().toMillis();
		return Flux.range(0, parts.size())
			.concatMap((index) -> show(index, parts.get(index), last))
			.then(Mono.defer(() -> delete(parts.size())));
	}

	// A link or a bold text that has become complete may be split differently.
	private Mono<Void> delete(int remaining) {
		if (this.messages.size() <= remaining) {
			return Mono.empty();
		}
		int last = this.messages.size() - 1;
		this.shown.remove(last);
		return this.context.client()
			.execute(DeleteMessage.of(this.messages.remove(last)))
			.then(Mono.defer(() -> delete(remaining)));
	}

	private Mono<?> show(int index, String part, boolean last) {
		if (index == this.messages.size()) {
			Mono<Message> sent = (index == 0) ? this.firstMessage.apply(part) : this.context.send(part);
			return sent.doOnNext((message) -> {
				this.messages.add(message);
				this.shown.add(part);
			});
		}
		if (this.shown.get(index).equals(part)) {
			return Mono.empty();
		}
		Mono<Void> edited = this.context.edit(this.messages.get(index), part)
			.doOnSuccess((result) -> this.shown.set(index, part))
			.then();
		return last ? edited : edited.onErrorResume(this::skip);
	}

	private Mono<Void> skip(Throwable error) {
		logger.debug("Edit of a growing message failed on update {}, its text is part of the next one: {}",
				this.context.update().updateId(), LogText.escape(String.valueOf(error.getMessage())));
		return Mono.empty();
	}

}
