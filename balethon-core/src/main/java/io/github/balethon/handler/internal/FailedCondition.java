package io.github.balethon.handler.internal;

/**
 * A part of the condition of a handler that an update did not match.
 */
interface FailedCondition {

	/** The arguments of the command, which could not be converted. */
	FailedCondition COMMAND_ARGUMENTS = () -> "arguments of the command";

	/**
	 * Describes the part as the condition of the handler describes it.
	 * @return a phrase such as {@code content photo}, without content of the update
	 */
	String describe();

}
