package io.github.balethon.test;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Resets the emulator before a test method. Registered in {@code spring.factories}.
 */
final class EmulatorTestExecutionListener implements TestExecutionListener, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void beforeTestMethod(TestContext testContext) {
		BotUnderTest bot = bot(testContext);
		if (bot != null) {
			bot.beginTest();
		}
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		BotUnderTest bot = bot(testContext);
		if (bot != null) {
			bot.endTest();
		}
	}

	private static @Nullable BotUnderTest bot(TestContext testContext) {
		return testContext.hasApplicationContext()
				? testContext.getApplicationContext().getBeanProvider(BotUnderTest.class).getIfAvailable() : null;
	}

}
