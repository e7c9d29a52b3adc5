package io.github.balethon.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxAppender;
import org.jspecify.annotations.Nullable;

/**
 * Stores the updates of a webhook, on a thread of its own ({@code bale-webhook-inbox}).
 * Updates that arrive at the same time are stored in one transaction, in the order of
 * their identifiers. A response tells Bale to forget an update, so it is completed after
 * the update is stored.
 */
final class WebhookIntake {

	private static final int MAX_WAITING = 1000;

	private static final int MAX_BATCH = 100;

	private final BlockingQueue<Arrival> queue = new ArrayBlockingQueue<>(MAX_WAITING);

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final InboxAppender inbox;

	private final WebhookStatus status;

	private final Duration timeout;

	// Changed under the lock of this object.
	private volatile @Nullable Thread thread;

	WebhookIntake(InboxAppender inbox, WebhookStatus status, Duration timeout) {
		this.inbox = inbox;
		this.status = status;
		this.timeout = timeout;
	}

	/**
	 * Accepts updates from now on.
	 */
	synchronized void open() {
		if (this.thread == null) {
			Thread created = new Thread(this::run, "bale-webhook-inbox");
			created.setDaemon(true);
			this.thread = created;
			created.start();
		}
	}

	/**
	 * Accepts no further updates. Those that wait are not stored.
	 */
	synchronized void close() {
		Thread current = this.thread;
		this.thread = null;
		if (current != null) {
			current.interrupt();
		}
	}

	CompletableFuture<WebhookResponse> submit(byte[] body) {
		Arrival arrival = new Arrival(body, new CompletableFuture<>(), System.nanoTime() + this.timeout.toNanos());
		if (this.thread == null || !this.queue.offer(arrival)) {
			return CompletableFuture.completedFuture(WebhookResponse.UNAVAILABLE);
		}
		return arrival.response.completeOnTimeout(WebhookResponse.UNAVAILABLE, this.timeout.toNanos(),
				TimeUnit.NANOSECONDS);
	}

	private void run() {
		while (this.thread == Thread.currentThread()) {
			try {
				List<Arrival> batch = new ArrayList<>();
				batch.add(this.queue.take());
				this.queue.drainTo(batch, MAX_BATCH - 1);
				store(batch);
			}
			catch (InterruptedException ex) {
				// Closed, or an inbox throws it.
			}
			catch (Throwable ex) {
				// Without this thread no update would be stored.
				this.status.rejecting("The webhook failed with " + ex.getClass().getName());
			}
		}
	}

	private void store(List<Arrival> batch) throws InterruptedException {
		List<Decoded> decoded = new ArrayList<>(batch.size());
		for (Arrival arrival : batch) {
			ReceivedUpdate update = this.decoder.decodeBody(arrival.body);
			if (update != null) {
				decoded.add(new Decoded(arrival, update));
			}
			else {
				arrival.response.complete(WebhookResponse.BAD_REQUEST);
			}
		}
		// Bale sends several updates at the same time, perhaps out of order.
		decoded.sort(
				Comparator.comparing((one) -> one.update.updateId(), Comparator.nullsLast(Comparator.naturalOrder())));
		int stored = 0;
		try {
			while (stored < decoded.size()) {
				List<Decoded> rest = decoded.subList(stored, decoded.size());
				int accepted = this.inbox.offer(rest.stream().map(Decoded::update).toList(), left(rest));
				if (accepted == 0) {
					this.status.rejecting("There is no room for further updates (bale.dispatch.max-in-flight)");
					return;
				}
				rest.subList(0, accepted).forEach((one) -> one.arrival.response.complete(WebhookResponse.ACCEPTED));
				stored += accepted;
				this.status.accepted();
			}
		}
		catch (RuntimeException ex) {
			this.status.rejecting(LogText.escape(String.valueOf(ex.getMessage())));
		}
		finally {
			decoded.forEach((one) -> one.arrival.response.complete(WebhookResponse.UNAVAILABLE));
		}
	}

	private static Duration left(List<Decoded> rest) {
		long deadline = rest.stream().mapToLong((one) -> one.arrival.deadline - System.nanoTime()).min().orElse(0);
		return Duration.ofNanos(Math.max(0, deadline));
	}

	private record Decoded(Arrival arrival, ReceivedUpdate update) {

	}

	/**
	 * An update that waits to be stored.
	 */
	private static final class Arrival {

		private final byte[] body;

		private final CompletableFuture<WebhookResponse> response;

		private final long deadline;

		private Arrival(byte[] body, CompletableFuture<WebhookResponse> response, long deadline) {
			this.body = body;
			this.response = response;
			this.deadline = deadline;
		}

	}

}
