package io.github.balethon.emulator;

import java.time.Duration;

import io.github.balethon.emulator.world.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A person pays: first the bot is asked, and when it agrees within ten seconds by the
 * emulator's clock, the money has changed hands. All methods may be called from any
 * thread.
 *
 * @since 0.1.0
 * @see Person#pay(long)
 */
public final class Payment {

	private final Transaction transaction;

	Payment(Transaction transaction) {
		this.transaction = transaction;
	}

	/**
	 * The id of the transaction, which is that of the pre-checkout query too.
	 * @return the id
	 */
	public String id() {
		return this.transaction.id();
	}

	/**
	 * How much is paid.
	 * @return the amount in rials
	 */
	public long amount() {
		return this.transaction.bill().amount();
	}

	/**
	 * How it stands.
	 * @return the status by now
	 */
	public Status status() {
		return Status.valueOf(this.transaction.status().name());
	}

	/**
	 * Why the bot has refused.
	 * @return what the person reads, or null
	 */
	public @Nullable String errorMessage() {
		return this.transaction.errorMessage();
	}

	/**
	 * Waits for the bot's answer.
	 * @param timeout how long to wait, in real time
	 * @return the status, which is not pending
	 * @throws AssertionError if the bot does not answer
	 */
	public Status awaitEnd(Duration timeout) {
		return Status.valueOf(this.transaction.await(timeout).name());
	}

	@Override
	public String toString() {
		return "Payment " + id() + " (" + status() + ")";
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

}
