package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what to do about a port that the emulator cannot have.
 */
final class EmulatorPortFailureAnalyzer extends AbstractFailureAnalyzer<EmulatorPortException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmulatorPortException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Stop the program that listens on port " + cause.getPort()
						+ ", perhaps another bot without a token, or set 'bale.emulator.port' to another port; 0 "
						+ "selects a free one.",
				cause);
	}

}
