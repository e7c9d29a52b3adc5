package io.github.balethon.emulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A payment of a user. It is pending until the bot answers the pre-checkout query, and
 * fails if the bot does not answer in time.
 *
 * @since 0.1.0
 */
public final class Transaction {

	static final Duration TIME_TO_ANSWER = Duration.ofSeconds(10);

	private final String id;

	private final User payer;

	private final long chatId;

	private final @Nullable Long messageId;

	private final Bill bill;

	private final Clock clock;

	private final Consumer<Transaction> listener;

	private final Instant startedAt;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition change = this.lock.newCondition();

	/** Whether the wallet fails after the bot has accepted. */
	private final boolean failing;

	private Status status;

	private @Nullable String errorMessage;

	/**
	 * Starts a payment.
	 * @param id identifier of the transaction
	 * @param payer the user who pays
	 * @param place where the user pays
	 * @param bill the invoice
	 * @param failing whether the payment fails after the bot has accepted it
	 * @param clock the clock for the time to answer
	 * @param listener is notified when the payment completes
	 */
	Transaction(String id, User payer, Place place, Bill bill, boolean failing, Clock clock,
			Consumer<Transaction> listener) {
		this(new State(id, payer, place, bill, failing, clock.instant(), Status.PENDING, null), clock, listener);
	}

	Transaction(State state, Clock clock, Consumer<Transaction> listener) {
		this.id = state.id();
		this.payer = state.payer();
		this.chatId = state.place().chatId();
		this.messageId = state.place().messageId();
		this.bill = state.bill();
		this.clock = clock;
		this.listener = listener;
		this.failing = state.failing();
		this.startedAt = state.startedAt();
		this.status = state.status();
		this.errorMessage = state.errorMessage();
	}

	State state() {
		this.lock.lock();
		try {
			return new State(this.id, this.payer, new Place(this.chatId, this.messageId), this.bill, this.failing,
					this.startedAt, this.status, this.errorMessage);
		}
		finally {
			this.lock.unlock();
		}
	}

	public String id() {
		return this.id;
	}

	public User payer() {
		return this.payer;
	}

	public long chatId() {
		return this.chatId;
	}

	public @Nullable Long messageId() {
		return this.messageId;
	}

	public Bill bill() {
		return this.bill;
	}

	public Instant startedAt() {
		return this.startedAt;
	}

	public Status status() {
		this.lock.lock();
		try {
			if (this.status == Status.PENDING && this.clock.instant().isAfter(this.startedAt.plus(TIME_TO_ANSWER))) {
				complete(Status.FAILED, null);
			}
			return this.status;
		}
		finally {
			this.lock.unlock();
		}
	}

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
	 * Blocks until the bot has answered.
	 * @param timeout maximum time to wait
	 * @return the final status
	 * @throws AssertionError if the bot does not answer in time
	 */
	public Status await(Duration timeout) {
		this.lock.lock();
		try {
			long left = timeout.toNanos();
			while (status() == Status.PENDING) {
				if (left <= 0) {
					throw new AssertionError("The bot has not answered the pre-checkout query of " + this.payer.name()
							+ " within " + timeout + ".");
				}
				left = this.change.awaitNanos(left);
			}
			return this.status;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the payment.", ex);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Completes the payment with the answer of the bot.
	 * @param accepted whether the bot accepts the payment
	 * @param message the error message, or {@code null}
	 * @return whether the payment was pending
	 */
	public boolean answer(boolean accepted, @Nullable String message) {
		this.lock.lock();
		try {
			if (status() != Status.PENDING) {
				return false;
			}
			Status accepting = this.failing ? Status.FAILED : Status.PAID;
			complete(accepted ? accepting : Status.REJECTED, message);
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	private void complete(Status status, @Nullable String message) {
		this.status = status;
		this.errorMessage = message;
		this.change.signalAll();
		this.listener.accept(this);
	}

	/**
	 * The status of a payment.
	 */
	public enum Status {

		/** The bot has not answered yet. */
		PENDING,

		/** The bot accepted the payment. */
		PAID,

		/** The bot did not answer in time, or the wallet failed. */
		FAILED,

		/** The bot rejected the payment. */
		REJECTED

	}

	/**
	 * Where a user pays.
	 *
	 * @param chatId identifier of the chat
	 * @param messageId identifier of the invoice message, or {@code null} for a link
	 */
	record Place(long chatId, @Nullable Long messageId) {
	}

	/**
	 * A payment.
	 *
	 * @param id the identifier
	 * @param payer the user who pays
	 * @param place where the user pays
	 * @param bill the invoice
	 * @param failing whether it fails after the bot has accepted it
	 * @param startedAt when it was started
	 * @param status the status
	 * @param errorMessage the error message, or {@code null}
	 */
	record State(String id, User payer, Place place, Bill bill, boolean failing, Instant startedAt, Status status,
			@Nullable String errorMessage) {
	}

}
