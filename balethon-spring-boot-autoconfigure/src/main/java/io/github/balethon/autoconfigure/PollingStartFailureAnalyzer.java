package io.github.balethon.autoconfigure;

import io.github.balethon.source.PollingStartException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for a failed first request with {@code bale.polling.fail-fast}.
 */
final class PollingStartFailureAnalyzer extends AbstractFailureAnalyzer<PollingStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PollingStartException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Check 'bale.token', 'bale.base-url' and the network. Or set 'bale.polling.fail-fast' to 'false' to "
						+ "start without Bale and retry.",
				cause);
	}

}
