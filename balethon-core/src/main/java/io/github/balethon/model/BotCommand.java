package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An entry of the menu of commands: {@code BotCommand}, which Bale does not document.
 *
 * @param command command without the slash
 * @param description description of the command
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record BotCommand(String command, String description,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public BotCommand {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a bot command without unknown fields.
	 * @param command command without the slash
	 * @param description description of the command
	 */
	public BotCommand(String command, String description) {
		this(command, description, Map.of());
	}

	/**
	 * Creates an entry of the menu of commands.
	 * @param command the command, with or without the slash in front
	 * @param description description of the command
	 * @return the entry
	 * @throws IllegalArgumentException if a text is empty
	 */
	public static BotCommand of(String command, String description) {
		String name = command.startsWith("/") ? command.substring(1) : command;
		Assert.hasText(name, "'command' must not be empty");
		Assert.hasText(description, "'description' of a command must not be empty");
		return new BotCommand(name, description);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "BotCommand[command=" + this.command + ", description=" + this.description + "]";
	}

}
