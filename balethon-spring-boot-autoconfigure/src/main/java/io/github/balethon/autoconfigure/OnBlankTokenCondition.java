package io.github.balethon.autoconfigure;

import io.github.balethon.client.BotToken;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Matches when there is no token: a bot that has one must never talk to the emulator.
 */
final class OnBlankTokenCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Bale token");
		boolean set = BotToken.isPresent(context.getEnvironment().getProperty("bale.token"));
		return set ? ConditionOutcome.noMatch(message.because("bale.token is set"))
				: ConditionOutcome.match(message.because("bale.token is not set"));
	}

}
