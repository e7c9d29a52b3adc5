package io.github.balethon.client;

import java.time.Duration;
import java.util.List;

import io.github.balethon.method.GetUpdates;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Asks Bale for updates, on an event loop and a connection of its own. For the source of
 * updates; applications use {@link BaleClient}.
 *
 * @since 0.1.0
 */
public final class UpdatesClient implements AutoCloseable {

	private final HttpTransport transport;

	private final Duration pollTimeout;

	private final Duration margin;

	private final BaleJson json = new BaleJson();

	private final UpdateDecoder decoder = new UpdateDecoder(this.json);

	UpdatesClient(HttpTransport transport, Duration pollTimeout, Duration margin) {
		this.transport = transport;
		this.pollTimeout = pollTimeout;
		this.margin = margin;
	}

	/**
	 * Waits for the next updates.
	 * @param offset the first update wanted, which confirms all lower ones, or
	 * {@code null} for the oldest that is not confirmed
	 * @param limit the largest number of updates, 1 to 100
	 * @return the updates in Bale's order; empty when the time ran out
	 */
	public Mono<List<ReceivedUpdate>> poll(@Nullable Long offset, int limit) {
		return getUpdates(offset, limit, this.pollTimeout);
	}

	/**
	 * Asks for the updates that are there, without waiting for more: the quick way to
	 * know whether Bale answers.
	 * @param offset the first update wanted, which confirms all lower ones, or
	 * {@code null} for the oldest that is not confirmed
	 * @param limit the largest number of updates, 1 to 100
	 * @return the updates in Bale's order, perhaps none
	 */
	public Mono<List<ReceivedUpdate>> pollNow(@Nullable Long offset, int limit) {
		return getUpdates(offset, limit, Duration.ZERO);
	}

	/**
	 * Confirms updates without waiting for the next ones.
	 * @param offset the number after the last one that is confirmed
	 * @return ends when Bale knows
	 */
	public Mono<Void> confirm(long offset) {
		return pollNow(offset, 1).then();
	}

	private Mono<List<ReceivedUpdate>> getUpdates(@Nullable Long offset, int limit, Duration wait) {
		GetUpdates request = GetUpdates.create().limit(limit).timeout((int) wait.toSeconds());
		GetUpdates method = (offset != null) ? request.offset(offset) : request;
		// The whole answer has a time, as one that drips never leaves a gap.
		return Mono.defer(() -> this.transport.post(method.methodName(), this.json.write(method)))
			.timeout(wait.plus(this.margin))
			.map((answer) -> this.decoder.decodePage(method, answer))
			.onErrorMap((ex) -> !(ex instanceof BaleException),
					(ex) -> BaleTransportException.of(method.methodName(), ex));
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
