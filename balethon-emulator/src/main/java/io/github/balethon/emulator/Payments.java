package io.github.balethon.emulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The open bills, in messages and behind links, and what was paid.
 */
final class Payments {

	private final Clock clock;

	private final Map<Place, Payment.Bill> bills = new LinkedHashMap<>();

	private final Map<String, Payment.Bill> links = new LinkedHashMap<>();

	private final Map<String, Payment> payments = new LinkedHashMap<>();

	private int lastNumber;

	Payments(Clock clock) {
		this.clock = clock;
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

	synchronized Payment begin(Person payer, Chat chat, Payment.Bill bill) {
		String id = "txn-" + Integer.toString(0x10_0000 + (++this.lastNumber), 36);
		Payment payment = new Payment(id, payer, chat, bill, this.clock);
		this.payments.put(id, payment);
		return payment;
	}

	synchronized @Nullable Payment find(String id) {
		return this.payments.get(id);
	}

	private record Place(long chatId, long messageId) {
	}

}
