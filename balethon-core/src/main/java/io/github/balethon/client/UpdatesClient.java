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
 * Client for long polling, with an event loop and a connection of its own. Its methods
 * block the thread of an update source; applications use {@link BaleClient}.
 *
 * @since 0.1.0
 */
public final class UpdatesClient implements AutoCloseable {

	private final HttpTransport transport;

	private final Duration pollTimeout;

	private final Duration margin;

	private final BaleJson json;

	private final UpdateDecoder decoder;

	UpdatesClient(HttpTransport transport, UpdateDecoder decoder, Duration pollTimeout, Duration margin) {
		this.transport = transport;
		this.json = decoder.json();
		this.decoder = decoder;
		this.pollTimeout = pollTimeout;
		// A dead connection is detected within twice the poll timeout.
		this.margin = (margin.compareTo(pollTimeout) < 0) ? margin : pollTimeout;
	}

	/**
	 * Returns the identifier of the bot, which is a part of its token. No request is
	 * sent.
	 * @return the identifier
	 */
	public long botId() {
		return this.transport.botId();
	}

	/**
	 * Requests updates, and blocks until there are any or the poll timeout has elapsed.
	 * @param offset the identifier of the first update to return, which confirms all
	 * lower ones, or {@code null} for the oldest unconfirmed update
	 * @param limit the maximum number of updates, 1 to 100
	 * @return the updates in Bale's order, or an empty list at the timeout
	 * @throws BaleException if Bale refuses, or does not respond within the timeout
	 * @throws InterruptedException if the thread is interrupted; the request is
	 * cancelled, and its updates stay unconfirmed
	 */
	public List<ReceivedUpdate> poll(@Nullable Long offset, int limit) throws InterruptedException {
		return getUpdates(offset, limit, this.pollTimeout, this.pollTimeout.plus(this.margin));
	}

	/**
	 * Requests updates without long polling. Returns as soon as Bale responds.
	 * @param offset the identifier of the first update to return, which confirms all
	 * lower ones, or {@code null} for the oldest unconfirmed update
	 * @param limit the maximum number of updates, 1 to 100
	 * @return the updates in Bale's order, or an empty list
	 * @throws BaleException if Bale refuses, or does not respond within the timeout
	 * @throws InterruptedException if the thread is interrupted
	 */
	public List<ReceivedUpdate> pollNow(@Nullable Long offset, int limit) throws InterruptedException {
		return getUpdates(offset, limit, Duration.ZERO, this.margin);
	}

	/**
	 * Confirms updates.
	 * @param offset the identifier after the last update to confirm
	 * @param timeout the timeout
	 * @throws BaleException if Bale refuses, or does not respond within the timeout
	 * @throws InterruptedException if the thread is interrupted
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
	 * Executes a request on the same connection, so that polling does not depend on the
	 * other calls of the bot.
	 * @param <R> the type of the result
	 * @param method the request
	 * @return the result
	 * @throws BaleException if Bale refuses, or does not respond within the timeout
	 * @throws InterruptedException if the thread is interrupted
	 */
	public <R> R call(BaleMethod<R> method) throws InterruptedException {
		return call(method, this.margin);
	}

	/**
	 * Executes a request on the same connection, within a timeout of its own.
	 * @param <R> the type of the result
	 * @param method the request
	 * @param timeout the timeout
	 * @return the result
	 * @throws BaleException if Bale refuses, or does not respond within the timeout
	 * @throws InterruptedException if the thread is interrupted
	 */
	public <R> R call(BaleMethod<R> method, Duration timeout) throws InterruptedException {
		return this.json.result(method, exchange(method, timeout));
	}

	private HttpAnswer exchange(BaleMethod<?> method, Duration timeout) throws InterruptedException {
		String name = method.methodName();
		CompletableFuture<@Nullable HttpAnswer> pending = this.transport.post(name, this.json.write(method)).toFuture();
		try {
			// A timeout of the whole response, as the read timeout ends no slow one.
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
				// On the event loop, as a concurrent response would be reported as a
				// dropped error.
				this.transport.eventLoop().execute(() -> pending.cancel(true));
			}
		}
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
