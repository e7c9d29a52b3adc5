package io.github.balethon.sample;

import io.github.balethon.emulator.Payment;
import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class PaymentBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void paidInvoiceLeadsToAReceipt() {
		this.bale.user("Sara")
			.sends("/pay")
			.pays()
			.expectsPayment(Payment.Status.PAID)
			.expectsReply((invoice) -> assertThat(invoice.kind()).isEqualTo("invoice"))
			.expectsReply((receipt) -> assertThat(receipt.text()).startsWith("رسید سفارش ").endsWith(": 250000 ریال"));
	}

	@Test
	void paymentThatIsDeliveredTwiceHasOneOrder() {
		TestUser sara = this.bale.user("Sara");
		deliverPayment(sara);
		String receipt = sara.expectsReply((reply) -> assertThat(reply.text()).startsWith("رسید")).reply().text();
		deliverPayment(sara);
		sara.expectsReply(receipt);
	}

	private void deliverPayment(TestUser user) {
		this.bale.emulator()
			.updates()
			.enqueue("""
					{"message":{"message_id":7,"date":1,"from":{"id":%1$d,"first_name":"Sara"},
					"chat":{"id":%1$d,"type":"private"},"successful_payment":{"currency":"IRR",
					"total_amount":250000,"invoice_payload":"book:1","telegram_payment_charge_id":"charge-1"}}}"""
				.formatted(user.person().id()));
	}

}
