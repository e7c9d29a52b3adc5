package io.github.balethon.source;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.balethon.client.BaleException;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.LogText;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.inbox.InboxAppender;
import io.github.balethon.inbox.InboxUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.backoff.BackOffExecution;

/**
 * Receives updates by a webhook. A web framework passes requests to the
 * {@linkplain #endpoint() endpoint}. A thread ({@code bale-webhook}) registers the
 * webhook at Bale once the source is started, and restores it if another program has
 * deleted or replaced it. Of several instances of the application, all store updates, and
 * the owner of the inbox handles them and takes care of the registration.
 * <p>
 * After a stop, updates are still stored if a later start can hand them over. Otherwise,
 * and after {@link #close()}, requests get the status 503.
 *
 * @since 0.1.0
 */
public final class Webhook implements UpdateSource, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Webhook.class);

	// Also of the attempts to own the inbox.
	private static final Duration PAUSE = Duration.ofMillis(500);

	private final InboxAppender inbox;

	private final WebhookSettings settings;

	private final WebhookAddress address;

	private final WebhookStatus status;

	private final WebhookIntake intake;

	private final WebhookEndpoint endpoint;

	private final WebhookRegistration registration;

	private final SourceThread thread = new SourceThread("bale-webhook", new Loop());

	// Only the loop uses these.
	private BackOffExecution backOff;

	private long nextCheck;

	/**
	 * Creates a source.
	 * @param client the client that registers the webhook
	 * @param inbox the inbox that updates are offered to
	 * @param token supplies the token of the bot when it is needed
	 * @param settings the settings
	 * @throws IllegalArgumentException if an allowed address is malformed
	 */
	public Webhook(UpdatesClient client, InboxAppender inbox, Supplier<BotToken> token, WebhookSettings settings) {
		this.inbox = inbox;
		this.settings = settings;
		this.address = new WebhookAddress(token, settings);
		this.status = new WebhookStatus(settings.maxAnswerAge());
		this.intake = new WebhookIntake(inbox, this.status, settings.timeout());
		this.endpoint = new WebhookEndpoint(this.address, new AllowedAddresses(settings.allowedAddresses()),
				this.intake);
		this.registration = new WebhookRegistration(client, this.address, this.status);
		this.backOff = settings.backOff().start();
	}

	/**
	 * Returns the endpoint to which a web framework passes requests.
	 * @return the endpoint
	 */
	public WebhookEndpoint endpoint() {
		return this.endpoint;
	}

	@Override
	public void start(UpdateSourceListener listener) {
		this.status.listener(listener);
		this.intake.open();
		this.thread.start();
	}

	@Override
	public void stop(Duration timeout) {
		long end = System.nanoTime() + timeout.toNanos();
		this.thread.stop(timeout);
		if (this.settings.deleteOnShutdown()) {
			delete(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
		}
	}

	private void delete(Duration timeout) {
		try {
			this.registration.delete(timeout);
		}
		catch (BaleException ex) {
			logger.warn("The webhook could not be deleted: {}",
					LogText.escape(this.address.mask(String.valueOf(ex.getMessage()))));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Does nothing: the response to a request confirms its update.
	 */
	@Override
	public void confirm(Duration timeout) {
	}

	/**
	 * Stores no further updates. Called when the web server is stopped.
	 */
	@Override
	public void close() {
		this.intake.close();
	}

	@Override
	public UpdateSourceStatus status() {
		return this.status.snapshot();
	}

	@Override
	public String description() {
		return "webhook at " + this.settings.path() + "/****";
	}

	// No exception ends the loop.
	private void turn() {
		try {
			if (!this.inbox.claim()) {
				this.status.standby();
				this.nextCheck = System.nanoTime();
			}
			else if (System.nanoTime() - this.nextCheck >= 0) {
				this.thread.blocking(() -> {
					this.registration.ensure();
					return true;
				});
				this.backOff = this.settings.backOff().start();
				this.nextCheck = System.nanoTime() + this.settings.checkInterval().toNanos();
			}
			this.thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			// Stopping, unless an inbox throws it.
			if (this.thread.isRunning()) {
				recover(ex);
			}
		}
		catch (Throwable ex) {
			recover(ex);
		}
	}

	private void recover(Throwable error) {
		String reason = LogText.escape(this.address.mask(String.valueOf(error.getMessage())));
		if (error instanceof InboxUnavailableException) {
			this.status.unavailable(reason);
		}
		else {
			this.status.failed(reason);
		}
		try {
			this.thread.sleep(Duration.ofMillis(this.backOff.nextBackOff()));
		}
		catch (InterruptedException ex) {
			// Stopping.
		}
	}

	/**
	 * The loop of the thread.
	 */
	private final class Loop implements SourceThread.Loop {

		private final Webhook webhook = Webhook.this;

		@Override
		public void starting(Thread thread) {
			this.webhook.registration.reset();
			this.webhook.nextCheck = System.nanoTime();
			this.webhook.status.starting();
		}

		@Override
		public void turn() {
			this.webhook.turn();
		}

		@Override
		public void ended() {
			this.webhook.status.stopped();
		}

		@Override
		public void failed(Throwable error) {
			this.webhook.status.ended(error);
		}

	}

}
