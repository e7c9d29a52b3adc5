package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for a missing or malformed token.
 */
final class InvalidBaleTokenFailureAnalyzer extends AbstractFailureAnalyzer<InvalidBaleTokenException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidBaleTokenException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
	}

}
