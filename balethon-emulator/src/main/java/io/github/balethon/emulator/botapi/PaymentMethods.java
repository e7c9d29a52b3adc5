package io.github.balethon.emulator.botapi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Bill;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.Payments;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.Transaction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Methods for payments. Amounts are in rials.
 */
final class PaymentMethods implements MethodGroup {

	private static final String TEST_WALLET = "WALLET-TEST-1111111111111111";

	private static final int LONGEST_TITLE = 32;

	private static final int LONGEST_DESCRIPTION = 255;

	private static final int MOST_PAYLOAD_BYTES = 128;

	private final Posting posting;

	private final Payments payments;

	private final Conversation conversation;

	private final WireJson wire;

	private final Quirks quirks;

	PaymentMethods(Posting posting, Payments payments, Conversation conversation, WireJson wire, Quirks quirks) {
		this.posting = posting;
		this.payments = payments;
		this.conversation = conversation;
		this.wire = wire;
		this.quirks = quirks;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("sendInvoice", this::sendInvoice, "chat_id", "title", "description", "payload", "provider_token",
				"prices", "photo_url", "reply_to_message_id");
		methods.add("createInvoiceLink", this::createInvoiceLink, "title", "description", "payload", "provider_token",
				"prices");
		methods.add("answerPreCheckoutQuery", this::answer, "pre_checkout_query_id", "ok", "error_message");
		methods.add("inquireTransaction", this::inquire, "transaction_id");
	}

	private JsonNode sendInvoice(Parameters parameters) {
		Chat chat = this.posting.target(parameters);
		String title = parameters.requiredText("title", LONGEST_TITLE);
		String description = parameters.requiredText("description", LONGEST_DESCRIPTION);
		Bill bill = bill(parameters);
		ObjectNode content = Json.object();
		content.putObject("invoice")
			.put("title", title)
			.put("description", description)
			.put("start_parameter", "")
			.put("currency", "IRR")
			.put("total_amount", bill.amount());
		// A user who sees the invoice can pay it at once.
		synchronized (this.conversation) {
			Message message = this.posting.post(chat, parameters, content, null);
			this.payments.add(message, bill);
			return this.posting.wire(chat, message);
		}
	}

	private JsonNode createInvoiceLink(Parameters parameters) {
		parameters.requiredText("title", LONGEST_TITLE);
		parameters.requiredText("description", LONGEST_DESCRIPTION);
		return StringNode.valueOf(this.payments.addLink(bill(parameters)));
	}

	/**
	 * Answers a pre-checkout query. Accepts any identifier, as a test may have enqueued
	 * the query itself.
	 * @param parameters pre_checkout_query_id, ok, error_message
	 * @return {@code true}
	 */
	private JsonNode answer(Parameters parameters) {
		String id = parameters.requiredText("pre_checkout_query_id", MessageContent.LONGEST_TEXT);
		Boolean agreed = parameters.flag("ok");
		if (agreed == null) {
			throw Refusal.blank("ok");
		}
		String message = parameters.text("error_message");
		if (!agreed && (message == null || message.isBlank())) {
			throw Refusal.blank("error_message");
		}
		Transaction payment = this.payments.find(id);
		if (payment == null) {
			return BooleanNode.TRUE;
		}
		if (!payment.answer(agreed, agreed ? null : message)) {
			throw new Refusal(400, "Bad Request: the query is too old or was answered before");
		}
		if (payment.status() == Transaction.Status.PAID) {
			this.conversation.paid(payment);
		}
		return BooleanNode.TRUE;
	}

	private JsonNode inquire(Parameters parameters) {
		Transaction payment = this.payments
			.find(parameters.requiredText("transaction_id", MessageContent.LONGEST_TEXT));
		if (payment == null) {
			throw new Refusal(404, "Not Found: transaction");
		}
		return this.wire.transaction(payment);
	}

	private Bill bill(Parameters parameters) {
		String payload = parameters.requiredText("payload", MessageContent.LONGEST_TEXT);
		if (payload.getBytes(StandardCharsets.UTF_8).length > MOST_PAYLOAD_BYTES) {
			throw new Refusal(400, "payload: the length must be between 1 and " + MOST_PAYLOAD_BYTES + " bytes");
		}
		String wallet = parameters.requiredText("provider_token", MessageContent.LONGEST_TEXT);
		if (!wallet.equals(TEST_WALLET) && !this.quirks.has(BaleQuirk.ANY_WALLET_TOKEN)) {
			throw Refusal.invalid("provider_token")
				.because("the only wallet token is the test token, " + TEST_WALLET)
				.allowedBy(BaleQuirk.ANY_WALLET_TOKEN, true);
		}
		return new Bill(payload, amount(parameters));
	}

	private long amount(Parameters parameters) {
		ArrayNode prices = parameters.array("prices");
		if (prices == null || prices.isEmpty()) {
			throw Refusal.blank("prices");
		}
		// A part may be a discount, so that only the sum has to be positive.
		BigInteger amount = BigInteger.ZERO;
		for (JsonNode price : prices) {
			JsonNode part = price.path("amount");
			if (!price.path("label").isString() || !part.isIntegralNumber() || !part.canConvertToLong()) {
				throw Refusal.invalid("prices");
			}
			amount = amount.add(part.bigIntegerValue());
		}
		if (amount.signum() <= 0 || amount.bitLength() >= Long.SIZE) {
			throw Refusal.invalid("prices");
		}
		return amount.longValue();
	}

}
