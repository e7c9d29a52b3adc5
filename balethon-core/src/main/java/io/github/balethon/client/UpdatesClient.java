package io.github.balethon.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.GetUpdates;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Asks Bale for updates, on an event loop and a connection of its own. For the thread of
 * an update source, which waits; applications use {@link BaleClient}.
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
		// A connection that has gone dead in silence is left within twice the wait.
		this.margin = (margin.compareTo(pollTimeout) < 0) ? margin : pollTimeout;
	}

	/**
	 * Identifier of the bot whose updates this client receives. Sends nothing.
	 * @return the identifier, which is part of the token
	 */
	public long botId() {
		return this.transport.botId();
	}

	/**
	 * Waits for the next updates.
	 * @param offset the first update wanted, which confirms all lower ones, or
	 * {@code null} for the oldest that is not confirmed
	 * @param limit the largest number of updates, 1 to 100
	 * @return the updates in Bale's order; empty when the time ran out
	 * @throws BaleException if Bale refuses, or does not answer in time
	 * @throws InterruptedException if the waiting thread is to stop; the request is given
	 * up, and Bale keeps what it would have brought
	 */
	public List<ReceivedUpdate> poll(@Nullable Long offset, int limit) throws InterruptedException {
		return getUpdates(offset, limit, this.pollTimeout, this.pollTimeout.plus(this.margin));
	}

	/**
	 * Asks for the updates that are there, without waiting for more: the quick way to
	 * know whether Bale answers.
	 * @param offset the first update wanted, which confirms all lower ones, or
	 * {@code null} for the oldest that is not confirmed
	 * @param limit the largest number of updates, 1 to 100
	 * @return the updates in Bale's order, perhaps none
	 * @throws BaleException if Bale refuses, or does not answer in time
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	public List<ReceivedUpdate> pollNow(@Nullable Long offset, int limit) throws InterruptedException {
		return getUpdates(offset, limit, Duration.ZERO, this.margin);
	}

	/**
	 * Confirms updates without taking new ones.
	 * @param offset the number after the last one that is confirmed
	 * @param timeout how long Bale may take
	 * @throws BaleException if Bale refuses, or does not answer in time
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	public void confirm(long offset, Duration timeout) throws InterruptedException {
		getUpdates(offset, 1, Duration.ZERO, timeout);
	}

	private List<ReceivedUpdate> getUpdates(@Nullable Long offset, int limit, Duration wait, Duration timeout)
			throws InterruptedException {
		UpdatePage page = getPage(offset, limit, wait, timeout);
		if (page.complete() || limit == 1) {
			return page.updates();
		}
		// The updates may be out of order, and an offset behind those of a truncated page
		// would confirm a missing one.
		return getPage(offset, 1, Duration.ZERO, this.margin).updates();
	}

	private UpdatePage getPage(@Nullable Long offset, int limit, Duration wait, Duration timeout)
			throws InterruptedException {
		GetUpdates request = GetUpdates.of().limit(limit).timeout((int) wait.toSeconds());
		GetUpdates method = (offset != null) ? request.offset(offset) : request;
		return this.decoder.decodePage(method, exchange(method, timeout));
	}

	/**
	 * Calls another method, on the same connection: what the poll needs to know must not
	 * depend on the other calls of the bot.
	 * @param <R> the type of the result
	 * @param method the method
	 * @return the result
	 * @throws BaleException if Bale refuses, or does not answer in time
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	public <R> R call(BaleMethod<R> method) throws InterruptedException {
		return this.json.result(method, exchange(method, this.margin));
	}

	private HttpAnswer exchange(BaleMethod<?> method, Duration timeout) throws InterruptedException {
		String name = method.methodName();
		CompletableFuture<@Nullable HttpAnswer> pending = this.transport.post(name, this.json.write(method)).toFuture();
		try {
			// The whole answer has a time, as one that drips never leaves a gap.
			HttpAnswer answer = pending.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
			Assert.state(answer != null, "An exchange ended without an answer");
			return answer;
		}
		catch (ExecutionException ex) {
			throw BaleTransportException.of(name, (ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException ex) {
			throw new BaleTransportException(name,
					"%s got no whole answer from Bale within %d ms".formatted(name, timeout.toMillis()), true, ex);
		}
		finally {
			if (!pending.isDone()) {
				// On the event loop, as an answer that comes in the midst of it would be
				// an error that nobody waits for.
				this.transport.eventLoop().execute(() -> pending.cancel(true));
			}
		}
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
