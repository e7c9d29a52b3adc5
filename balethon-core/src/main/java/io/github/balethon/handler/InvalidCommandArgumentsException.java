package io.github.balethon.handler;

/**
 * What stands behind a command does not fit its handler. By default the person is told
 * the usage; a
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * for this type answers in another way.
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
		// Without what the person wrote, which does not belong into logs.
		super("The arguments of " + usage + " do not fit: " + reason.description.formatted(argument));
		this.reason = reason;
		this.usage = usage;
		this.argument = argument;
	}

	/**
	 * How the command is meant to be written.
	 * @return the command and its arguments, each in angle or, if it may be missing,
	 * square brackets
	 */
	public String getUsage() {
		return this.usage;
	}

	/**
	 * What is wrong.
	 * @return the reason
	 */
	public Reason getReason() {
		return this.reason;
	}

	/**
	 * The name of the argument that is missing or wrong.
	 * @return the name; empty if there were too many
	 */
	public String getArgument() {
		return this.argument;
	}

	/**
	 * What can be wrong with arguments.
	 */
	public enum Reason {

		/** An argument is missing. */
		MISSING("'%s' is missing"),
		/** There are more words than arguments. */
		TOO_MANY("there are too many%s"),
		/** A word cannot be converted to the type of its argument. */
		NOT_CONVERTIBLE("'%s' cannot be understood");

		private final String description;

		Reason(String description) {
			this.description = description;
		}

	}

}
