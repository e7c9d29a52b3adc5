package io.github.balethon.handler;

/**
 * Thrown when the arguments of a command are missing, surplus or malformed. By default
 * the usage of the command is sent to the user. A
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * for this type replaces that reply.
 *
 * @since 0.1.0
 */
public final class InvalidCommandArgumentsException extends RuntimeException {

	private final String usage;

	private final Reason reason;

	private final String argument;

	/**
	 * Creates an exception.
	 * @param reason why the arguments are invalid
	 * @param usage how the command is written
	 * @param argument the name of the missing or invalid argument; empty if there are too
	 * many arguments
	 */
	public InvalidCommandArgumentsException(Reason reason, String usage, String argument) {
		// Without the input of the user, which must not appear in logs.
		super("Invalid arguments of command \"" + usage + "\": " + reason.description.formatted(argument));
		this.reason = reason;
		this.usage = usage;
		this.argument = argument;
	}

	/**
	 * Returns the usage of the command.
	 * @return the command and its arguments: required ones in angle brackets, optional
	 * ones in square brackets
	 */
	public String getUsage() {
		return this.usage;
	}

	/**
	 * Returns the reason.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * Returns the name of the missing or malformed argument.
	 * @return the name; empty if there are too many arguments
	 */
	public String getArgument() {
		return this.argument;
	}

	/**
	 * Reason why arguments are invalid.
	 */
	public enum Reason {

		/** A required argument is missing. */
		MISSING("'%s' is missing"),
		/** There are more words than the handler has arguments. */
		TOO_MANY("there are too many%s"),
		/** A word cannot be converted to the type of the argument. */
		NOT_CONVERTIBLE("'%s' is malformed");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

	}

}
