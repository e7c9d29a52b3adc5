package io.github.balethon.model;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A payment, as returned by {@code inquireTransaction}: Bale's {@code Transaction}.
 *
 * @param id identifier of the payment
 * @param status {@code pending}, {@code paid}, {@code failed} or {@code rejected}; other
 * values are kept
 * @param userID identifier of the user who paid
 * @param amount amount in rials
 * @param createdAt moment of the payment, in Unix seconds "or a similar format"; see
 * {@link #created()}
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
// Only this type of Bale has keys in camel case.
public record Transaction(String id, @Nullable String status, @JsonProperty("userID") @JsonAlias("user_id") long userID,
		long amount, @JsonProperty("createdAt") @JsonAlias("created_at") long createdAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	// The year 5138 in seconds, 1973 in milliseconds.
	private static final long MILLISECONDS_FROM = 100_000_000_000L;

	public Transaction {
		id = Received.textOrEmpty(id);
		status = Received.text(status);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a transaction without unknown fields.
	 * @param id identifier of the payment
	 * @param status {@code pending}, {@code paid}, {@code failed} or {@code rejected};
	 * other values are kept
	 * @param userID identifier of the user who paid
	 * @param amount amount in rials
	 * @param createdAt moment of the payment, in Unix seconds "or a similar format"; see
	 * {@link #created()}
	 */
	public Transaction(String id, @Nullable String status, long userID, long amount, long createdAt) {
		this(id, status, userID, amount, createdAt, Map.of());
	}

	/**
	 * The state of the payment.
	 * @return the state; {@link #status()} has the text of one that this version does not
	 * know
	 */
	public TransactionStatus kind() {
		return TransactionStatus.of(this.status);
	}

	/**
	 * Returns the time of the payment, which Bale sends in seconds or milliseconds.
	 * @return the time
	 */
	public Instant created() {
		return (this.createdAt >= MILLISECONDS_FROM) ? Instant.ofEpochMilli(this.createdAt)
				: Instant.ofEpochSecond(this.createdAt);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "Transaction[id=" + this.id + ", status=" + this.status + ", userID=" + this.userID + ", amount="
				+ this.amount + ", createdAt=" + this.createdAt + "]";
	}

}
