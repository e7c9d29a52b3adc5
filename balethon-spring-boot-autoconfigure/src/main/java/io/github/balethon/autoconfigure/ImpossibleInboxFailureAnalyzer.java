package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about an inbox that cannot be where it should.
 */
final class ImpossibleInboxFailureAnalyzer extends AbstractFailureAnalyzer<ImpossibleInboxException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ImpossibleInboxException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
	}

}
