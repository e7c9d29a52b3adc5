package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The states of a payment.
 *
 * @since 0.1.0
 */
public enum TransactionStatus {

	/** Not decided yet. */
	PENDING,
	/** The money is there. */
	PAID,
	/** The payment did not succeed. */
	FAILED,
	/** The bot refused it. */
	REJECTED,
	/**
	 * A value that this version does not know; {@link Transaction#status()} returns the
	 * text.
	 */
	UNKNOWN;

	static TransactionStatus of(@Nullable String status) {
		if (status == null) {
			return UNKNOWN;
		}
		return switch (status) {
			case "pending" -> PENDING;
			case "paid" -> PAID;
			case "failed" -> FAILED;
			case "rejected" -> REJECTED;
			default -> UNKNOWN;
		};
	}

}
