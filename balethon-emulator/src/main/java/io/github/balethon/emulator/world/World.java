package io.github.balethon.emulator.world;

import java.time.Clock;

/**
 * The emulated messenger: its users, chats, files and payments, and the updates for the
 * bot.
 *
 * @since 0.1.0
 */
public final class World {

	private final UpdateQueue updates;

	private final Quirks quirks;

	private final WorldListener listener;

	private final FileStore files;

	private final Presses presses = new Presses();

	private final Payments payments;

	private final Chats chats;

	private final Conversation conversation;

	/**
	 * Creates a messenger without users.
	 * @param botId user identifier of the bot
	 * @param clock the clock
	 * @param updates the updates for the bot
	 * @param quirks the enabled quirks
	 * @param bale renders messages and updates
	 * @param listener receives the events
	 */
	public World(long botId, Clock clock, UpdateQueue updates, Quirks quirks, BaleFormat bale, WorldListener listener) {
		this.updates = updates;
		this.quirks = quirks;
		this.listener = listener;
		this.files = new FileStore(botId, clock, quirks);
		this.payments = new Payments(clock, listener);
		this.chats = new Chats(listener, botId);
		this.conversation = new Conversation(bale.updates(), bale.messages(), clock, this.chats, this.presses,
				this.files, this.payments, quirks);
	}

	public UpdateQueue updates() {
		return this.updates;
	}

	public Quirks quirks() {
		return this.quirks;
	}

	public WorldListener listener() {
		return this.listener;
	}

	public FileStore files() {
		return this.files;
	}

	public Presses presses() {
		return this.presses;
	}

	public Payments payments() {
		return this.payments;
	}

	public Chats chats() {
		return this.chats;
	}

	public Conversation conversation() {
		return this.conversation;
	}

	/**
	 * How Bale sends what happens in the world to the bot.
	 *
	 * @param updates renders updates
	 * @param messages renders messages
	 */
	public record BaleFormat(UpdatePublisher updates, MessageRenderer messages) {
	}

}
