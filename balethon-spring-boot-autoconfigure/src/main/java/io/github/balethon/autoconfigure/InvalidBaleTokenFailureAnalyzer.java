package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a token that is missing or of a wrong shape.
 */
final class InvalidBaleTokenFailureAnalyzer extends AbstractFailureAnalyzer<InvalidBaleTokenException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidBaleTokenException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
	}

}
