package io.github.balethon.emulator;

import java.time.Duration;

import io.github.balethon.emulator.world.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a user. It is pending until the bot answers the pre-checkout query; the
 * bot has ten seconds by the emulator's clock. Thread-safe.
 *
 * @since 0.1.0
 * @see Participant#pay(long)
 */
public final class Payment {

	private final Transaction transaction;

	Payment(Transaction transaction) {
		this.transaction = transaction;
	}

	/**
	 * Returns the transaction identifier, which is also that of the pre-checkout query.
	 * @return the identifier
	 */
	public String id() {
		return this.transaction.id();
	}

	/**
	 * Returns the amount.
	 * @return the amount in rials
	 */
	public long amount() {
		return this.transaction.bill().amount();
	}

	/**
	 * Returns the status.
	 * @return the current status
	 */
	public Status status() {
		return Status.valueOf(this.transaction.status().name());
	}

	/**
	 * Returns the error message of a rejected payment.
	 * @return the message for the user, or {@code null}
	 */
	public @Nullable String errorMessage() {
		return this.transaction.errorMessage();
	}

	/**
	 * Blocks until the payment completes.
	 * @param timeout maximum time to wait, in real time
	 * @return the status, which is not pending
	 * @throws AssertionError if the bot does not answer in time
	 */
	public Status awaitEnd(Duration timeout) {
		return Status.valueOf(this.transaction.await(timeout).name());
	}

	@Override
	public String toString() {
		return "Payment " + id() + " (" + status() + ")";
	}

	/**
	 * The status of a payment.
	 */
	public enum Status {

		/**
		 * The bot has not answered the pre-checkout query.
		 */
		PENDING,

		/**
		 * The bot accepted the payment, and it was made.
		 */
		PAID,

		/**
		 * The bot did not answer in time, or the wallet failed.
		 */
		FAILED,

		/**
		 * The bot rejected the payment.
		 */
		REJECTED

	}

}
