package io.github.balethon.model;

import org.springframework.util.Assert;

/**
 * One entry of the menu of commands: {@code BotCommand}, which Bale does not document.
 *
 * @param command command without the slash
 * @param description what it is for
 * @since 0.1.0
 */
public record BotCommand(String command, String description) {

	/**
	 * An entry of the menu.
	 * @param command the command, with or without the slash in front
	 * @param description what it is for
	 * @return the entry
	 * @throws IllegalArgumentException if a text is empty
	 */
	public static BotCommand of(String command, String description) {
		String name = command.startsWith("/") ? command.substring(1) : command;
		Assert.hasText(name, "'command' must not be empty");
		Assert.hasText(description, "'description' of a command must not be empty");
		return new BotCommand(name, description);
	}

}
