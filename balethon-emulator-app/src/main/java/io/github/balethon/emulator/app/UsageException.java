package io.github.balethon.emulator.app;

/**
 * An option cannot be fulfilled. The message is for the user, without a stack trace.
 */
final class UsageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UsageException(String sentence) {
		super(sentence, null, false, false);
	}

}
