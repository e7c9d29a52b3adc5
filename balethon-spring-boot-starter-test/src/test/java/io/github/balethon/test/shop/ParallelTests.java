package io.github.balethon.test.shop;

import io.github.balethon.test.AutoConfigureBaleEmulator;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests in parallel, in one application context.
 */
@SpringBootTest
@AutoConfigureBaleEmulator
@Execution(ExecutionMode.CONCURRENT)
@Timeout(60)
class ParallelTests {

	@Autowired
	private BaleTester bale;

	@RepeatedTest(20)
	void usersOfTheSameNameAreDifferent() {
		this.bale.user("Sara")
			.sends("/signup")
			.expectsReply("نام شما؟")
			.sends("سارا")
			.expectsReply("سن شما؟")
			.sends("30")
			.expectsReply("سارا، 30 ساله، ثبت شد")
			.expectsNothing();
		assertThat(this.bale.transcript()).contains("سارا، 30 ساله، ثبت شد");
	}

}
