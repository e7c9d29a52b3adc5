package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PaymentTests {

	private static final String BILL = "\"title\":\"Book\",\"description\":\"A book\",\"payload\":\"order-311\","
			+ "\"provider_token\":\"WALLET-TEST-1111111111111111\","
			+ "\"prices\":[{\"label\":\"Book\",\"amount\":3000000000},{\"label\":\"Post\",\"amount\":500000}]";

	private final TestClock clock = new TestClock();

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(this.clock).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void invoiceIsPaid() {
		JsonNode message = invoice().result();
		assertThat(message.path("invoice")).isEqualTo(Json
			.read("""
					{"title":"Book","description":"A book","start_parameter":"","currency":"IRR","total_amount":3000500000}"""));
		assertThat(this.sara.awaitReply(TestBot.LONG).kind()).isEqualTo("invoice");
		Payment payment = this.sara.pay(1);
		assertThat(payment.status()).isEqualTo(Payment.Status.PENDING);
		JsonNode query = this.bot.nextUpdate().path("pre_checkout_query");
		assertThat(query).isEqualTo(Json.read("""
				{"currency":"IRR","total_amount":3000500000,"invoice_payload":"order-311","id":"%s",
				"from":{"id":1001,"is_bot":false,"first_name":"Sara","last_name":""}}""".formatted(payment.id())));
		assertThat(inquire(payment).path("status").stringValue()).isEqualTo("pending");
		CompletableFuture<Payment.Status> end = CompletableFuture.supplyAsync(() -> payment.awaitEnd(TestBot.LONG));
		assertThat(answer(payment, "\"ok\":true").result().booleanValue()).isTrue();
		assertThat(end.join()).isEqualTo(Payment.Status.PAID);
		JsonNode receipt = this.bot.nextUpdate().path("message").path("successful_payment");
		assertThat(receipt.path("telegram_payment_charge_id").stringValue()).isEqualTo(payment.id());
		assertThat(receipt.path("provider_payment_charge_id").stringValue()).containsOnlyDigits();
		assertThat(receipt.path("total_amount").longValue()).isEqualTo(3_000_500_000L);
		assertThat(inquire(payment)).isEqualTo(Json.read("""
				{"id":"%s","status":"paid","userID":1001,"amount":3000500000,"createdAt":1767225600}"""
			.formatted(payment.id())));
		assertThat(answer(payment, "\"ok\":true").status()).isEqualTo(400);
		assertThat(this.bot.call("copyMessage", "{\"chat_id\":1001,\"from_chat_id\":1001,\"message_id\":2}").status())
			.isEqualTo(400);
	}

	@Test
	void receiptArrivesAlsoFromAUserWhoHasBlockedTheBot() {
		invoice();
		Payment payment = this.sara.pay(1);
		this.bot.nextUpdate();
		this.sara.block(true);
		assertThat(answer(payment, "\"ok\":true").status()).isEqualTo(200);
		assertThat(this.bot.nextUpdate().path("message").has("successful_payment")).isTrue();
	}

	@Test
	void botRejectsThePayment() {
		invoice();
		Payment payment = this.sara.pay(1);
		assertThat(answer(payment, "\"ok\":false").description()).contains("error_message");
		answer(payment, "\"ok\":false,\"error_message\":\"Sold out\"");
		assertThat(payment.awaitEnd(Duration.ZERO)).isEqualTo(Payment.Status.REJECTED);
		assertThat(payment.errorMessage()).isEqualTo("Sold out");
		assertThat(inquire(payment).path("status").stringValue()).isEqualTo("rejected");
		assertThat(this.emulator.updates().pending()).isOne();
	}

	@Test
	void lateAnswerIsRefused() {
		invoice();
		Payment payment = this.sara.pay(1);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> payment.awaitEnd(Duration.ZERO))
			.withMessageContaining("Sara");
		this.clock.advance(Duration.ofSeconds(11));
		assertThat(payment.status()).isEqualTo(Payment.Status.FAILED);
		assertThat(answer(payment, "\"ok\":true").status()).isEqualTo(400);
		assertThat(inquire(payment).path("status").stringValue()).isEqualTo("failed");
	}

	@Test
	void expiredPaymentFails() {
		try (BaleEmulator inRealTime = BaleEmulator.builder().build()) {
			inRealTime.start();
			Person mina = inRealTime.person(1003, "Mina");
			new TestBot(inRealTime).call("sendInvoice", "{\"chat_id\":1003," + BILL + "}");
			Payment payment = mina.pay(1);
			long begun = System.nanoTime();
			assertThat(payment.awaitEnd(Duration.ofMinutes(5))).isEqualTo(Payment.Status.FAILED);
			assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(5));
		}
	}

	@Test
	void invoicesAreForwardedToGroupsAndPaidThere() {
		invoice();
		Group group = this.emulator.group("Family", this.sara);
		this.bot.call("forwardMessage", "{\"chat_id\":" + group.id() + ",\"from_chat_id\":1001,\"message_id\":1}");
		Payment payment = this.sara.in(group).pay(1);
		answer(payment, "\"ok\":\"true\"");
		assertThat(group.chat()).extracting(ChatMessage::kind).containsExactly("invoice", "successful_payment");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.pay(99))
			.withMessageContaining("is not an invoice");
	}

	@Test
	void invoiceLinkIsPaid() {
		String link = this.bot.call("createInvoiceLink", "{" + BILL + "}").result().stringValue();
		Payment payment = this.sara.payLink(link);
		assertThat(payment.amount()).isEqualTo(3_000_500_000L);
		answer(payment, "\"ok\":true");
		assertThat(this.sara.chat()).extracting(ChatMessage::kind).containsExactly("successful_payment");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.payLink("x"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"title":"Book"                                | "title":""                       | title
			"title":"Book"                                | "title":"123456789012345678901234567890123" | title
			"payload":"order-311"                         | "a":1                            | payload
			WALLET-TEST-1111111111111111                  | 6037991122334455                 | provider_token
			"amount":3000000000                           | "amount":"much"                  | prices
			"amount":3000000000                           | "amount":-3000500000             | prices
			"prices"                                      | "no_prices"                      | prices
			""")
	void invalidInvoicesAreRefused(String right, String wrong, String name) {
		Reply reply = this.bot.call("sendInvoice", "{\"chat_id\":1001," + BILL.replace(right, wrong) + "}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).startsWith(name + ":");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			9223372036854775807 | 9223372036854775807  | 100 | 400
			9223372036854775807 | 1                    | 0   | 400
			-9223372036854775808 | -9223372036854775808 | 100 | 400
			9223372036854775808 | 0                    | 0   | 400
			9223372036854775806 | 1                    | 0   | 200
			9223372036854775807 | 1                    | -1  | 200
			""")
	void sumOfPricesDoesNotOverflow(String first, String second, String third, int status) {
		String prices = "[{\"label\":\"a\",\"amount\":%s},{\"label\":\"b\",\"amount\":%s},{\"label\":\"c\",\"amount\":%s}]"
			.formatted(first, second, third);
		String bill = BILL.substring(0, BILL.indexOf("\"prices\"")) + "\"prices\":" + prices;
		for (String method : List.of("sendInvoice", "createInvoiceLink")) {
			Reply reply = this.bot.call(method, "{\"chat_id\":1001," + bill + "}");
			assertThat(reply.status()).isEqualTo(status);
			assertThat(reply.description()).isEqualTo((status == 200) ? "" : "prices: must be a valid value");
		}
		assertThat(this.sara.chat())
			.extracting((message) -> message.content().path("invoice").path("total_amount").longValue())
			.allMatch((amount) -> amount == Long.MAX_VALUE);
	}

	@Test
	void payloadIsLimitedInBytesAndWalletTokensMayBeAny() {
		assertThat(this.bot.call("sendInvoice", "{\"chat_id\":1001," + BILL.replace("order-311", "س".repeat(64)) + "}")
			.status()).isEqualTo(200);
		assertThat(this.bot
			.call("sendInvoice", "{\"chat_id\":1001," + BILL.replace("order-311", "س".repeat(64) + "x") + "}")
			.description()).contains("128 bytes");
		this.emulator.quirk(Quirk.ANY_WALLET_TOKEN, true);
		assertThat(this.bot.call("sendInvoice", "{\"chat_id\":1001," + BILL.replace("WALLET-TEST", "WALLET") + "}")
			.status()).isEqualTo(200);
	}

	@Test
	void enqueuedQueriesCanBeAnswered() {
		assertThat(this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"txn\",\"ok\":true}").status())
			.isEqualTo(200);
		assertThat(this.bot.call("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"txn\"}").description())
			.isEqualTo("ok: cannot be blank");
		assertThat(this.bot.call("inquireTransaction", "{\"transaction_id\":\"txn\"}").status()).isEqualTo(404);
	}

	private Reply invoice() {
		return this.bot.call("sendInvoice", "{\"chat_id\":1001," + BILL + "}");
	}

	private Reply answer(Payment payment, String rest) {
		return this.bot.call("answerPreCheckoutQuery",
				"{\"pre_checkout_query_id\":\"" + payment.id() + "\"," + rest + "}");
	}

	private JsonNode inquire(Payment payment) {
		return this.bot.call("inquireTransaction", "{\"transaction_id\":\"" + payment.id() + "\"}").result();
	}

}
