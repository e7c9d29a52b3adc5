package io.github.balethon.emulator;

import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;

/**
 * A user in a group or channel.
 */
final class GroupParticipant extends Participant {

	private final GroupChat group;

	GroupParticipant(User user, World world, GroupChat group) {
		super(user, world);
		this.group = group;
	}

	@Override
	Chat chatAsMember() {
		return this.group.chatOf(user());
	}

	@Override
	Chat chatFor(String kind) {
		return this.group.chatFor(user(), kind);
	}

	@Override
	public String toString() {
		return user().name() + " in " + this.group.title();
	}

}
