package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.WorldEvent;
import io.github.balethon.emulator.world.WorldListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods of the bot account. Bale documents only {@code getMe}; the behaviour of the
 * others is not known.
 */
final class AccountMethods implements MethodGroup, BotState {

	private final BotAccount account;

	private final WorldListener listener;

	private volatile ArrayNode commands = Json.array();

	AccountMethods(BotAccount account, WorldListener listener) {
		this.account = account;
		this.listener = listener;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("getMe", (parameters) -> this.account.toJson());
		methods.add("logout", (parameters) -> BooleanNode.TRUE);
		methods.add("close", (parameters) -> BooleanNode.TRUE);
		methods.add("setMyCommands", this::setCommands, "commands");
		methods.add("getMyCommands", (parameters) -> commands());
		methods.add("deleteMyCommands", (parameters) -> deleteCommands());
	}

	ArrayNode commands() {
		return this.commands.deepCopy();
	}

	@Override
	public void save(ObjectNode json) {
		json.set("commands", this.commands);
	}

	@Override
	public void restore(JsonNode json) {
		this.commands = (json.path("commands") instanceof ArrayNode saved) ? saved : Json.array();
	}

	private JsonNode setCommands(Parameters parameters) {
		ArrayNode commands = parameters.array("commands");
		if (commands == null) {
			throw Refusal.blank("commands");
		}
		for (JsonNode command : commands) {
			if (!command.path("command").isString() || !command.path("description").isString()) {
				throw Refusal.invalid("commands");
			}
		}
		change(commands.deepCopy());
		return BooleanNode.TRUE;
	}

	private JsonNode deleteCommands() {
		change(Json.array());
		return BooleanNode.TRUE;
	}

	private void change(ArrayNode commands) {
		this.commands = commands;
		this.listener.on(new WorldEvent.CommandsChanged(commands));
	}

}
