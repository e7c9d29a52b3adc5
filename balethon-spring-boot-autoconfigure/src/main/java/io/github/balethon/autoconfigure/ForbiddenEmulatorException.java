package io.github.balethon.autoconfigure;

/**
 * Exception thrown if the application would run on the emulator in a profile that forbids
 * it.
 */
final class ForbiddenEmulatorException extends RuntimeException {

	ForbiddenEmulatorException(String profile) {
		super("'bale.token' is not set, and the profile '" + profile
				+ "' is active, in which the application must not run on the emulator "
				+ "('bale.emulator.forbidden-profiles').");
	}

}
