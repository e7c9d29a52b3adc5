package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.Transaction;

/**
 * Returns the state of a payment.
 *
 * @param transactionId the identifier of the pre-checkout query, which is also the
 * {@code telegram_payment_charge_id} of the payment
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code inquireTransaction}</a>
 */
public record InquireTransaction(String transactionId) implements IdempotentMethod<Transaction> {

	public InquireTransaction {
		Parameters.text("transaction_id", transactionId);
	}

	/**
	 * Creates a request.
	 * @param transactionId the identifier of the pre-checkout query, which is also the
	 * {@code telegram_payment_charge_id} of the payment
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static InquireTransaction of(String transactionId) {
		return new InquireTransaction(transactionId);
	}

	@Override
	public String methodName() {
		return "inquireTransaction";
	}

	@Override
	public Type resultType() {
		return Transaction.class;
	}

}
