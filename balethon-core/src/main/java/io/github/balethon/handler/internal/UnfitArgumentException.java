package io.github.balethon.handler.internal;

import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.InvalidCommandArgumentsException.Reason;

/**
 * Thrown for an invalid argument. The caller, which knows the command, translates it.
 */
final class UnfitArgumentException extends RuntimeException {

	private final Reason reason;

	private final String argument;

	UnfitArgumentException(Reason reason, String argument) {
		super(null, null, false, false);
		this.reason = reason;
		this.argument = argument;
	}

	InvalidCommandArgumentsException of(String usage) {
		return new InvalidCommandArgumentsException(this.reason, usage, this.argument);
	}

}
