package io.github.balethon.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import io.github.balethon.emulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person pays: first the bot is asked, and when it agrees within ten seconds by the
 * emulator's clock, the money has changed hands. All methods may be called from any
 * thread.
 *
 * @since 0.1.0
 * @see Person#pay(long)
 */
public final class Payment {

	static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

	private final String id;

	private final Person payer;

	private final Chat chat;

	private final Bill bill;

	private final Clock clock;

	private final @Nullable Long messageId;

	private final Consumer<Payment> listener;

	private final Instant begunAt;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition change = this.lock.newCondition();

	private Status status = Status.PENDING;

	private @Nullable String errorMessage;

	/**
	 * Begins to pay.
	 * @param id the id of the transaction
	 * @param payer who pays
	 * @param place where the bill is
	 * @param bill what is to be paid
	 * @param clock the clock that ends the time to answer
	 * @param listener is told when the payment has ended
	 */
	Payment(String id, Person payer, Place place, Bill bill, Clock clock, Consumer<Payment> listener) {
		this.id = id;
		this.payer = payer;
		this.chat = place.chat();
		this.messageId = place.messageId();
		this.bill = bill;
		this.clock = clock;
		this.listener = listener;
		this.begunAt = clock.instant();
	}

	/**
	 * The id of the transaction, which is that of the pre-checkout query too.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * How much is paid.
	 * @return the amount in rials
	 */
	public long amount() {
		return this.bill.amount();
	}

	/**
	 * How it stands.
	 * @return the status by now
	 */
	public Status status() {
		this.lock.lock();
		try {
			if (this.status == Status.PENDING && this.clock.instant().isAfter(this.begunAt.plus(TIME_TO_ANSWER))) {
				end(Status.FAILED, null);
			}
			return this.status;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Why the bot has refused.
	 * @return what the person reads, or null
	 */
	public @Nullable String errorMessage() {
		this.lock.lock();
		try {
			return this.errorMessage;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits for the bot's answer.
	 * @param timeout how long to wait, in real time
	 * @return the status, which is not pending
	 * @throws AssertionError if the bot does not answer
	 */
	public Status awaitEnd(Duration timeout) {
		this.lock.lock();
		try {
			long left = timeout.toNanos();
			while (status() == Status.PENDING) {
				if (left <= 0) {
					throw new AssertionError("After " + timeout + " the bot has not answered the pre-checkout query of "
							+ this.payer.name() + ".");
				}
				left = this.change.awaitNanos(left);
			}
			return this.status;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The thread was interrupted while it waited for the payment.", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public String toString() {
		return "Payment " + this.id + " (" + status() + ")";
	}

	Person payer() {
		return this.payer;
	}

	Chat chat() {
		return this.chat;
	}

	@Nullable Long messageId() {
		return this.messageId;
	}

	Bill bill() {
		return this.bill;
	}

	/**
	 * The bot says yes or no.
	 * @param agreed whether it agrees
	 * @param message why not
	 * @return whether it was in time
	 */
	boolean answer(boolean agreed, @Nullable String message) {
		this.lock.lock();
		try {
			if (status() != Status.PENDING) {
				return false;
			}
			end(agreed ? Status.PAID : Status.REJECTED, message);
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void end(Status status, @Nullable String message) {
		this.status = status;
		this.errorMessage = message;
		this.change.signalAll();
		this.listener.accept(this);
	}

	ObjectNode toJson() {
		return Json.object()
			.put("id", this.id)
			.put("status", status().name().toLowerCase(Locale.ROOT))
			.put("userID", this.payer.id())
			.put("amount", this.bill.amount())
			.put("createdAt", this.begunAt.getEpochSecond());
	}

	/**
	 * How a payment stands.
	 */
	public enum Status {

		/**
		 * The bot is asked.
		 */
		PENDING,

		/**
		 * The bot agreed, the money has changed hands.
		 */
		PAID,

		/**
		 * The bot did not answer in time.
		 */
		FAILED,

		/**
		 * The bot refused.
		 */
		REJECTED

	}

	/**
	 * Where a bill is.
	 *
	 * @param chat the chat
	 * @param messageId the message with the invoice, or null if it is behind a link
	 */
	record Place(Chat chat, @Nullable Long messageId) {
	}

	/**
	 * What is to be paid.
	 *
	 * @param payload what the bot wants back
	 * @param amount rials
	 */
	record Bill(String payload, long amount) {
	}

}
