package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for a port on which the emulator cannot listen.
 */
final class EmulatorPortFailureAnalyzer extends AbstractFailureAnalyzer<EmulatorPortException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, EmulatorPortException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Stop the process that listens on port " + cause.getPort()
						+ ", possibly another bot without a token, or set 'bale.emulator.port' to another port. Set "
						+ "it to 0 to use a free port.",
				cause);
	}

}
