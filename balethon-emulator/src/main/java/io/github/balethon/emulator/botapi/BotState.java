package io.github.balethon.emulator.botapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * State that a bot has set with its calls.
 */
interface BotState {

	/**
	 * Adds the state to an object.
	 * @param json receives the fields
	 */
	void save(ObjectNode json);

	/**
	 * Replaces the state.
	 * @param json an object that {@link #save} has filled; an empty one for the initial
	 * state
	 */
	void restore(JsonNode json);

}
