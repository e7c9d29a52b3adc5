package io.github.balethon.handler;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Thrown when the text of a message cannot be converted to the type of a parameter, and
 * no other handler matches.
 *
 * @since 0.1.0
 * @see io.github.balethon.annotation.TextValue
 */
public final class InvalidTextException extends UpdateRefusedException {

	private final Class<?> type;

	/**
	 * Creates an exception.
	 * @param type the type of the parameter
	 * @param code the code of the text for the sender
	 */
	public InvalidTextException(Class<?> type, String code) {
		super("The text is not a valid " + type.getSimpleName(), new DefaultMessageSourceResolvable(code));
		this.type = type;
	}

	/**
	 * Returns the type of the parameter.
	 * @return the type, such as {@code MobileNumber}
	 */
	public Class<?> getType() {
		return this.type;
	}

}
