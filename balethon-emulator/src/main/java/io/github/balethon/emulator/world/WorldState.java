package io.github.balethon.emulator.world;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The state of the messenger, for saving it as JSON and for starting again. Content of
 * files is stored separately; presses that the bot has not answered are not saved.
 *
 * @param users the users
 * @param hiddenUsers the users who are hidden in forwarded messages
 * @param chats the private chats
 * @param groups the groups and channels
 * @param files the files without their content
 * @param payments the payments
 * @param updates the updates for the bot
 * @param counters the last assigned identifiers
 * @since 0.1.0
 */
public record WorldState(List<User> users, List<Long> hiddenUsers, List<Chat.State> chats, List<GroupChat.State> groups,
		List<FileStore.FileState> files, Payments.State payments, UpdateQueue.State updates, Counters counters) {

	/**
	 * Returns the state without users, messages and updates. Identifiers are not assigned
	 * again, as the bot may remember them.
	 * @return the empty state
	 */
	WorldState emptied() {
		return new WorldState(List.of(), List.of(), List.of(), List.of(), List.of(),
				new Payments.State(List.of(), List.of(), List.of(), this.payments.lastNumber()),
				new UpdateQueue.State(this.updates.nextId(), this.updates.begunAnew(), List.of()), this.counters);
	}

	/**
	 * The last assigned identifiers.
	 *
	 * @param chats the next identifiers of users and groups
	 * @param lastFile the number of the last file
	 * @param lastCallback the number of the last callback query
	 * @param lastAlbum the number of the last album
	 */
	record Counters(Chats.Numbers chats, int lastFile, long lastCallback, long lastAlbum) {
	}

	/**
	 * A saved state with that of the Bot API.
	 *
	 * @param format version of the format
	 * @param world the state of the messenger
	 * @param bot the state of the Bot API
	 */
	public record Saved(int format, WorldState world, JsonNode bot) {
	}

}
