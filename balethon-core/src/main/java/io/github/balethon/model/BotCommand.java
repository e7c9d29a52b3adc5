package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One entry of the menu of commands: {@code BotCommand}, which Bale does not document.
 *
 * @param command command without the slash
 * @param description what it is for
 * @param unknownFields what Bale sent and this version does not know
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
	 * @param description what it is for
	 */
	public BotCommand(String command, String description) {
		this(command, description, Map.of());
	}

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

	/**
	 * Leaves the unknown fields out: what they hold may be about a person.
	 */
	@Override
	public String toString() {
		return "BotCommand[command=" + this.command + ", description=" + this.description + "]";
	}

}
