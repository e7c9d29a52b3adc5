package io.github.balethon.autoconfigure;

import io.github.balethon.source.PollingStartException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says why an application that wants to start with Bale only did not.
 */
final class PollingStartFailureAnalyzer extends AbstractFailureAnalyzer<PollingStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PollingStartException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Check 'bale.token', 'bale.base-url' and the network. Or set 'bale.polling.fail-fast' to 'false', and "
						+ "the bot starts and asks again until Bale answers.",
				cause);
	}

}
