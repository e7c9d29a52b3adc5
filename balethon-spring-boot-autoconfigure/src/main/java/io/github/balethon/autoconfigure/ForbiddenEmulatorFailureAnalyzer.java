package io.github.balethon.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for a profile in which the application must not run on the emulator.
 */
final class ForbiddenEmulatorFailureAnalyzer extends AbstractFailureAnalyzer<ForbiddenEmulatorException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ForbiddenEmulatorException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Set the token that BotFather issued, for example in the environment variable BALE_TOKEN. Declare the "
						+ "dependency 'balethon-emulator' as optional, so that the packaged application does not "
						+ "contain it. To run on the emulator in this profile all the same, change "
						+ "'bale.emulator.forbidden-profiles'.",
				cause);
	}

}
