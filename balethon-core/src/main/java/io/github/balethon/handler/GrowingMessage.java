package io.github.balethon.handler;

import java.time.Duration;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.util.Assert;

/**
 * Return value of a handler whose text arrives in pieces, such as the tokens of a
 * language model: one message that is sent with the first pieces and edited while the
 * text grows. <pre class="code">
 * &#064;BaleHandler
 * GrowingMessage ask(String question) {
 *   return GrowingMessage.of(this.model.stream(question));
 * }
 * </pre>
 * <p>
 * The last edit contains the whole text. A text that is too long for one message is
 * continued in further messages. If the publisher fails, the message keeps the text so
 * far, and the handler fails with that exception. At the handler timeout, the publisher
 * is cancelled.
 * <p>
 * A {@code Flux<String>} is something else: each of its elements is a message.
 *
 * @param pieces the pieces of the text, to be joined as they are; blank text is not sent
 * @param interval the minimum time between two edits, at least one second
 * @since 0.1.0
 */
public record GrowingMessage(Publisher<? extends CharSequence> pieces, Duration interval) {

	private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(1);

	/**
	 * Creates a growing message.
	 * @throws IllegalArgumentException if the interval is shorter than a second
	 */
	public GrowingMessage {
		Assert.isTrue(interval.compareTo(SHORTEST_INTERVAL) >= 0,
				() -> "'interval' must be at least 1 s, as Bale limits edits, but is " + interval);
	}

	/**
	 * Creates a message that is edited at most once a second.
	 * @param pieces the pieces of the text
	 * @return the growing message
	 */
	public static GrowingMessage of(Publisher<? extends CharSequence> pieces) {
		return new GrowingMessage(Flux.from(pieces), SHORTEST_INTERVAL);
	}

	/**
	 * Returns the same message with another interval between edits.
	 * @param interval the minimum time between two edits, at least one second
	 * @return the growing message
	 * @throws IllegalArgumentException if the interval is shorter than a second
	 */
	public GrowingMessage interval(Duration interval) {
		return new GrowingMessage(this.pieces, interval);
	}

}
