package io.github.balethon.emulator.world;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.balethon.emulator.http.AsyncCondition;
import org.jspecify.annotations.Nullable;

/**
 * The invoices in messages and behind links, and their payments.
 *
 * @since 0.1.0
 */
public final class Payments {

	/** Shortly after the time to answer. */
	private static final Duration UNTIL_EXPIRED = Transaction.TIME_TO_ANSWER.plusMillis(50);

	private final Clock clock;

	private final WorldListener listener;

	private final Map<Transaction.Place, Bill> bills = new LinkedHashMap<>();

	private final Map<String, Bill> links = new LinkedHashMap<>();

	private final Map<String, Transaction> payments = new LinkedHashMap<>();

	private final AsyncCondition listeners = new AsyncCondition();

	private int lastNumber;

	Payments(Clock clock, WorldListener listener) {
		this.clock = clock;
		this.listener = listener;
	}

	public synchronized void add(Message invoice, Bill bill) {
		this.bills.put(new Transaction.Place(invoice.chatId(), invoice.messageId()), bill);
	}

	/**
	 * Registers a forwarded or copied invoice.
	 * @param original the message with the invoice
	 * @param copy the copy
	 */
	public synchronized void copy(Message original, Message copy) {
		Bill bill = bill(original.chatId(), original.messageId());
		if (bill != null) {
			add(copy, bill);
		}
	}

	public synchronized String addLink(Bill bill) {
		String link = "inv-" + Integer.toString(0x10_0000 + (++this.lastNumber), 36);
		this.links.put(link, bill);
		return link;
	}

	synchronized @Nullable Bill bill(long chatId, long messageId) {
		return this.bills.get(new Transaction.Place(chatId, messageId));
	}

	/**
	 * Returns the invoice of a link.
	 * @param link the result of {@code createInvoiceLink}
	 * @return the invoice, or {@code null}
	 */
	public synchronized @Nullable Bill bill(String link) {
		return this.links.get(link);
	}

	Transaction start(User payer, Transaction.Place place, Bill bill, boolean failing) {
		Transaction payment = add(payer, place, bill, failing);
		changed(payment);
		// Publishes the expiry.
		CompletableFuture.delayedExecutor(UNTIL_EXPIRED.toMillis(), TimeUnit.MILLISECONDS).execute(payment::status);
		return payment;
	}

	/**
	 * Returns the payments of the invoices in a chat.
	 * @param chatId identifier of the chat
	 * @return the newest payment of each message
	 */
	public synchronized List<Transaction> in(long chatId) {
		Map<Long, Transaction> newest = new LinkedHashMap<>();
		for (Transaction payment : this.payments.values()) {
			Long messageId = payment.messageId();
			if (messageId != null && payment.chatId() == chatId) {
				newest.put(messageId, payment);
			}
		}
		return List.copyOf(newest.values());
	}

	/**
	 * Returns the requests that wait for the end of a payment.
	 * @return the waiting requests
	 */
	public AsyncCondition listeners() {
		return this.listeners;
	}

	public synchronized List<Transaction> all() {
		return List.copyOf(this.payments.values());
	}

	public synchronized @Nullable Transaction find(String id) {
		return this.payments.get(id);
	}

	synchronized State state() {
		List<PlacedBill> placed = new ArrayList<>();
		this.bills.forEach((place, bill) -> placed.add(new PlacedBill(place, bill)));
		List<LinkedBill> linked = new ArrayList<>();
		this.links.forEach((link, bill) -> linked.add(new LinkedBill(link, bill)));
		return new State(placed, linked, this.payments.values().stream().map(Transaction::state).toList(),
				this.lastNumber);
	}

	synchronized void restore(State state) {
		this.bills.clear();
		this.links.clear();
		this.payments.clear();
		state.bills().forEach((placed) -> this.bills.put(placed.place(), placed.bill()));
		state.links().forEach((linked) -> this.links.put(linked.link(), linked.bill()));
		state.payments()
			.forEach((payment) -> this.payments.put(payment.id(), new Transaction(payment, this.clock, this::changed)));
		this.lastNumber = state.lastNumber();
	}

	private synchronized Transaction add(User payer, Transaction.Place place, Bill bill, boolean failing) {
		String id = "txn-" + Integer.toString(0x10_0000 + (++this.lastNumber), 36);
		Transaction payment = new Transaction(id, payer, place, bill, failing, this.clock, this::changed);
		this.payments.put(id, payment);
		return payment;
	}

	private void changed(Transaction payment) {
		this.listener.on(new WorldEvent.PaymentChanged(payment));
		this.listeners.signalAll();
	}

	/**
	 * The invoices and their payments.
	 *
	 * @param bills the invoices in messages
	 * @param links the invoices behind links
	 * @param payments the payments
	 * @param lastNumber the last assigned number
	 */
	record State(List<PlacedBill> bills, List<LinkedBill> links, List<Transaction.State> payments, int lastNumber) {
	}

	/**
	 * An invoice in a message.
	 *
	 * @param place the message
	 * @param bill the invoice
	 */
	record PlacedBill(Transaction.Place place, Bill bill) {
	}

	/**
	 * An invoice behind a link.
	 *
	 * @param link the link
	 * @param bill the invoice
	 */
	record LinkedBill(String link, Bill bill) {
	}

}
