package io.github.balethon.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.github.balethon.autoconfigure.BotDescriptor.InboxDescriptor;
import io.github.balethon.autoconfigure.BotDescriptor.SourceDescriptor;
import io.github.balethon.autoconfigure.BotDescriptor.UpdatesDescriptor;
import io.github.balethon.autoconfigure.BotDescriptor.WorkersDescriptor;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Actuator endpoint that shows the state of the bot and its dead letters. With unlimited
 * access, it also pauses and resumes the bot, and replays and deletes dead letters.
 */
@Endpoint(id = "bale", defaultAccess = Access.READ_ONLY)
final class BaleEndpoint {

	private static final String DEAD_LETTERS = "dead-letters";

	private static final String UPDATES = "updates";

	private static final int DEFAULT_LIMIT = 20;

	private static final int MAX_LIMIT = 100;

	private final BotLifecycle lifecycle;

	private final UpdateSource source;

	private final Inbox inbox;

	private final Dispatcher dispatcher;

	private final HandlerRegistry handlers;

	private final DeadLetters deadLetters;

	private final boolean showContent;

	BaleEndpoint(BotLifecycle lifecycle, UpdateSource source, Inbox inbox, Dispatcher dispatcher,
			HandlerRegistry handlers, DeadLetters deadLetters, boolean showContent) {
		this.lifecycle = lifecycle;
		this.source = source;
		this.inbox = inbox;
		this.dispatcher = dispatcher;
		this.handlers = handlers;
		this.deadLetters = deadLetters;
		this.showContent = showContent;
	}

	@ReadOperation
	BotDescriptor bot() {
		return new BotDescriptor(!this.lifecycle.isRunning(), SourceDescriptor.of(this.source),
				InboxDescriptor.of(this.inbox, this.deadLetters), WorkersDescriptor.of(this.dispatcher),
				UpdatesDescriptor.of(this.dispatcher), this.handlers.descriptions());
	}

	// Blocks until the updates in progress are finished, or the shutdown timeout.
	@WriteOperation
	BotDescriptor change(boolean paused) {
		if (paused) {
			this.lifecycle.stop();
		}
		else {
			this.lifecycle.start();
		}
		return bot();
	}

	@ReadOperation
	@Nullable DeadLettersDescriptor deadLetters(@Selector String part, @Nullable Long after, @Nullable Integer limit) {
		if (!DEAD_LETTERS.equals(part)) {
			return null;
		}
		int size = (limit != null) ? limit : DEFAULT_LIMIT;
		if (size < 1 || size > MAX_LIMIT) {
			throw new InvalidEndpointRequestException("'limit' is " + size + ", outside 1 to " + MAX_LIMIT,
					"limit must be between 1 and " + MAX_LIMIT);
		}
		List<DeadLetter> page = this.deadLetters.list((after != null) ? after : -1, size);
		return new DeadLettersDescriptor(this.deadLetters.count(),
				page.stream().map((letter) -> DeadLetterDescriptor.of(letter, this.showContent)).toList());
	}

	@ReadOperation
	@Nullable UpdateDescriptor explain(@Selector String part, @Selector long id) {
		return UPDATES.equals(part)
				? UpdateDescriptor.of(this.dispatcher.explain(id), this.inbox.find(id), this.showContent) : null;
	}

	@WriteOperation
	ReplayDescriptor replay(@Selector String part, @Selector long id) {
		requireDeadLetters(part);
		return new ReplayDescriptor(this.deadLetters.replay(id));
	}

	@DeleteOperation
	DeletionDescriptor delete(@Selector String part, @Selector long id) {
		requireDeadLetters(part);
		return new DeletionDescriptor(this.deadLetters.delete(id));
	}

	private static void requireDeadLetters(String part) {
		if (!DEAD_LETTERS.equals(part)) {
			throw new InvalidEndpointRequestException("Only '" + DEAD_LETTERS + "' can be changed, not '" + part + "'",
					"only " + DEAD_LETTERS + " can be changed");
		}
	}

	/**
	 * A page of dead letters.
	 *
	 * @param count number of all dead letters
	 * @param deadLetters the dead letters of the page
	 */
	record DeadLettersDescriptor(long count, List<DeadLetterDescriptor> deadLetters) {

	}

	/**
	 * A dead letter.
	 *
	 * @param id identifier of the dead letter
	 * @param updateId identifier of the update
	 * @param reason the reason
	 * @param attempts number of failed attempts
	 * @param receivedAt time of the receipt
	 * @param diedAt time at which it became a dead letter
	 * @param bytes size of the update
	 * @param content JSON of the update, if content is shown
	 */
	record DeadLetterDescriptor(long id, @Nullable Long updateId, String reason, int attempts, Instant receivedAt,
			Instant diedAt, int bytes, @Nullable String content) {

		static DeadLetterDescriptor of(DeadLetter letter, boolean showContent) {
			return new DeadLetterDescriptor(letter.id(), letter.updateId(), letter.reason(), letter.attempts(),
					letter.receivedAt(), letter.diedAt(), letter.payload().length,
					showContent ? new String(letter.payload(), StandardCharsets.UTF_8) : null);
		}

	}

	/**
	 * Result of a replay.
	 *
	 * @param replayed whether the dead letter exists and can be parsed
	 */
	record ReplayDescriptor(boolean replayed) {

	}

	/**
	 * Result of a deletion.
	 *
	 * @param deleted whether the dead letter existed
	 */
	record DeletionDescriptor(boolean deleted) {

	}

}
