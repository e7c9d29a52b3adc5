package io.github.balethon.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The open bills, in messages and behind links, and what was paid.
 */
final class Payments {

	/** Past the moment until which an answer is in time. */
	private static final Duration UNTIL_EXPIRED = Payment.TIME_TO_ANSWER.plusMillis(50);

	private final Clock clock;

	private final WorldListener listener;

	private final Map<Place, Payment.Bill> bills = new LinkedHashMap<>();

	private final Map<String, Payment.Bill> links = new LinkedHashMap<>();

	private final Map<String, Payment> payments = new LinkedHashMap<>();

	private int lastNumber;

	Payments(Clock clock, WorldListener listener) {
		this.clock = clock;
		this.listener = listener;
	}

	synchronized void add(ChatMessage invoice, Payment.Bill bill) {
		this.bills.put(new Place(invoice.chatId(), invoice.messageId()), bill);
	}

	/**
	 * An invoice that was forwarded or copied is the same bill.
	 * @param original the message with the bill
	 * @param copy the message that shows it too
	 */
	synchronized void copy(ChatMessage original, ChatMessage copy) {
		Payment.Bill bill = bill(original.chatId(), original.messageId());
		if (bill != null) {
			add(copy, bill);
		}
	}

	synchronized String addLink(Payment.Bill bill) {
		String link = "inv-" + Integer.toString(0x10_0000 + (++this.lastNumber), 36);
		this.links.put(link, bill);
		return link;
	}

	synchronized Payment.@Nullable Bill bill(long chatId, long messageId) {
		return this.bills.get(new Place(chatId, messageId));
	}

	synchronized Payment.@Nullable Bill bill(String link) {
		return this.links.get(link);
	}

	Payment begin(Person payer, Payment.Place place, Payment.Bill bill) {
		Payment payment = add(payer, place, bill);
		changed(payment);
		// So that whoever watches learns that it has expired, though nobody asks.
		CompletableFuture.delayedExecutor(UNTIL_EXPIRED.toMillis(), TimeUnit.MILLISECONDS).execute(payment::status);
		return payment;
	}

	/**
	 * The payments of invoices in a chat.
	 * @param chat the chat
	 * @return the newest payment of each message
	 */
	synchronized List<Payment> in(Chat chat) {
		Map<Long, Payment> newest = new LinkedHashMap<>();
		for (Payment payment : this.payments.values()) {
			Long messageId = payment.messageId();
			if (messageId != null && payment.chat() == chat) {
				newest.put(messageId, payment);
			}
		}
		return List.copyOf(newest.values());
	}

	synchronized @Nullable Payment find(String id) {
		return this.payments.get(id);
	}

	private synchronized Payment add(Person payer, Payment.Place place, Payment.Bill bill) {
		String id = "txn-" + Integer.toString(0x10_0000 + (++this.lastNumber), 36);
		Payment payment = new Payment(id, payer, place, bill, this.clock, this::changed);
		this.payments.put(id, payment);
		return payment;
	}

	private void changed(Payment payment) {
		this.listener.on(new WorldEvent.PaymentChanged(payment));
	}

	private record Place(long chatId, long messageId) {
	}

}
