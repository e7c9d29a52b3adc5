package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for a store of the inbox that is not available.
 */
final class ImpossibleInboxFailureAnalyzer extends AbstractFailureAnalyzer<ImpossibleInboxException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ImpossibleInboxException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
	}

}
