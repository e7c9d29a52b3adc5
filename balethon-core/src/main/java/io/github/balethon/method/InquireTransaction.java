package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.Transaction;

/**
 * Asks for the state of a payment: Bale's {@code inquireTransaction}.
 *
 * @param transactionId {@link io.github.balethon.model.PreCheckoutQuery#id() id of the
 * query} or charge id of the payment
 * @since 0.1.0
 */
public record InquireTransaction(String transactionId) implements IdempotentMethod<Transaction> {

	/**
	 * A request with all that it needs.
	 * @param transactionId the id of the query, or the charge id of the payment
	 * @return the request
	 * @throws IllegalArgumentException if the id is empty
	 */
	public static InquireTransaction of(String transactionId) {
		return new InquireTransaction(Parameters.text("transaction_id", transactionId));
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
