package io.github.balethon.emulator.botapi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import io.github.balethon.emulator.world.UpdateQueue;
import io.github.balethon.emulator.world.UpdateQueue.PendingUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Delivers updates to the webhook of the bot: one after the other, in their order, with a
 * thread of its own. An update is confirmed by a response with a status of 2xx, and
 * delivered again with exponential backoff otherwise. Only webhooks on the loopback
 * address are reached, as the emulator makes no connection to other machines.
 */
final class WebhookDelivery {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final long FIRST_BACKOFF_MILLIS = 50;

	private static final long LONGEST_BACKOFF_MILLIS = 2_000;

	/** Only so that a thread that missed its end does not wait forever. */
	private static final long WAIT_MILLIS = 1_000;

	private final UpdateQueue updates;

	private final Clock clock;

	/** Guarded by this object, like the thread. */
	private boolean open;

	private @Nullable Thread thread;

	private volatile String url = "";

	private volatile @Nullable Failure lastFailure;

	WebhookDelivery(UpdateQueue updates, Clock clock) {
		this.updates = updates;
		this.clock = clock;
	}

	static boolean isLoopback(URI url) {
		String host = url.getHost();
		return host != null && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
	}

	/**
	 * Sets the webhook.
	 * @param url its URL, or an empty text for none
	 */
	synchronized void url(String url) {
		if (url.equals(this.url)) {
			return;
		}
		this.url = url;
		this.lastFailure = null;
		end();
		begin();
	}

	String url() {
		return this.url;
	}

	boolean isSet() {
		return !this.url.isEmpty();
	}

	/**
	 * Returns why the last failed delivery failed.
	 * @return the failure, or {@code null} if there was none since the webhook was set
	 */
	@Nullable Failure lastFailure() {
		return this.lastFailure;
	}

	synchronized void open() {
		if (!this.open) {
			this.open = true;
			begin();
		}
	}

	synchronized void close() {
		this.open = false;
		end();
	}

	private void begin() {
		if (!this.open || !isSet()) {
			return;
		}
		URI target = URI.create(this.url);
		if (!isLoopback(target)) {
			failed("The emulator delivers updates to a webhook on the loopback address only");
			return;
		}
		Thread created = new Thread(() -> deliver(target), "bale-emulator-webhook");
		created.setDaemon(true);
		this.thread = created;
		created.start();
	}

	private void end() {
		if (this.thread != null) {
			this.thread.interrupt();
			this.thread = null;
		}
	}

	private synchronized boolean isCurrent() {
		return this.thread == Thread.currentThread();
	}

	private void deliver(URI target) {
		HttpClient http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(TIMEOUT)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		long backoff = FIRST_BACKOFF_MILLIS;
		try {
			while (isCurrent()) {
				PendingUpdate update = this.updates.awaitOldest(WAIT_MILLIS);
				if (update == null) {
					continue;
				}
				String failure = post(http, target, update);
				if (failure == null) {
					this.updates.delivered(update);
					backoff = FIRST_BACKOFF_MILLIS;
				}
				else if (isCurrent()) {
					failed(failure);
					Thread.sleep(backoff);
					backoff = Math.min(2 * backoff, LONGEST_BACKOFF_MILLIS);
				}
			}
		}
		catch (InterruptedException ex) {
			// The webhook was changed, or the emulator is closed.
		}
	}

	private @Nullable String post(HttpClient http, URI target, PendingUpdate update) throws InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(target)
			.timeout(TIMEOUT)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(update.json()))
			.build();
		try {
			int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			return (status >= 200 && status < 300) ? null : "Wrong response from the webhook: " + status;
		}
		catch (ConnectException ex) {
			return "Connection refused";
		}
		catch (HttpTimeoutException ex) {
			return "No response from the webhook within " + TIMEOUT.toSeconds() + " s";
		}
		catch (IOException ex) {
			return "Connection to the webhook failed: " + ex.getClass().getSimpleName();
		}
	}

	private void failed(String message) {
		this.lastFailure = new Failure(this.clock.instant(), message);
	}

	/**
	 * A failed delivery.
	 *
	 * @param at when it failed
	 * @param message the reason
	 */
	record Failure(Instant at, String message) {

	}

}
