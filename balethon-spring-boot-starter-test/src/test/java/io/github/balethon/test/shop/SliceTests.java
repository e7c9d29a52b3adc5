package io.github.balethon.test.shop;

import java.time.Duration;

import javax.sql.DataSource;

import io.github.balethon.client.BaleTransportException;
import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.Fault;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.test.BaleTest;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The slice of the context, and its transport.
 */
@BaleTest({ ShopBot.class, SignupBot.class })
@Import(Prices.class)
@Timeout(60)
class SliceTests {

	@Autowired
	private BaleTester bale;

	@Autowired
	private ApplicationContext context;

	@Test
	void contextHasTheBotsAndNoNetwork() {
		assertThat(this.context.getBeansOfType(ShopBot.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(Warehouse.class)).isEmpty();
		assertThat(this.context.getBeansOfType(DataSource.class)).isEmpty();
		assertThat(this.context.getBean(Inbox.class)).isInstanceOf(MemoryInbox.class);
		assertThat(this.bale.emulator().isRunning()).isFalse();
	}

	@Test
	void adviceIsIncluded() {
		this.bale.user("Sara").sends("/print").expectsReply("کاغذ تمام شد");
	}

	@Test
	void filesArePassed() {
		this.bale.user("Sara")
			.sends(Attachment.document("list.pdf", "", "a list".getBytes()))
			.expectsReply("list.pdf")
			.sends("/copy")
			.expectsReply((copy) -> {
				assertThat(copy.kind()).isEqualTo("document");
				assertThat(this.bale.emulator().file(copy.fileId())).asString().isEqualTo("a list");
			});
	}

	@Test
	void faultBreaksTheCall() {
		this.bale.emulator().faults().inject("sendMessage", Fault.reset().times(1));
		this.bale.user("Sara").sends("/start").expectsNothing();
		assertThat(this.bale.transcript()).contains("ShopBot#start failed: " + BaleTransportException.class.getName());
	}

	@Test
	void clockIsAdvanced() {
		this.bale.user("Sara").sends("/signup").expectsReply("نام شما؟");
		this.bale.advance(Duration.ofMinutes(31));
		this.bale.user("Sara").expectsReply("ثبت‌نام لغو شد");
	}

}
