package io.github.balethon.emulator.world;

import java.time.Clock;
import java.util.function.Function;

import io.github.balethon.emulator.world.WorldState.Counters;
import org.jspecify.annotations.Nullable;

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
		updates.listener(listener);
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
	 * Returns the state for saving, as it is between two actions of users.
	 * @return the state
	 */
	public WorldState state() {
		return this.conversation.pausing(() -> new WorldState(this.chats.users(), this.chats.hiddenUsers(),
				this.chats.privateChats(), this.chats.groupStates(),
				this.files.all()
					.stream()
					.map((file) -> new FileStore.FileState(file.id(), file.kind(), file.name(), file.mimeType(),
							file.details()))
					.toList(),
				this.payments.state(), this.updates.state(), new Counters(this.chats.numbers(), this.files.lastNumber(),
						this.conversation.lastCallback(), this.conversation.lastAlbum())));
	}

	/**
	 * Replaces the state.
	 * @param state the state
	 * @param content returns the content of a file by its identifier, or {@code null}
	 */
	public void restore(WorldState state, Function<String, byte @Nullable []> content) {
		this.conversation.pausing(() -> {
			Counters counters = state.counters();
			this.chats.restore(state.users(), state.hiddenUsers(), state.chats(), state.groups(), counters.chats());
			this.files.restore(state.files(), counters.lastFile(), content);
			this.payments.restore(state.payments());
			this.presses.clear();
			this.updates.restore(state.updates());
			this.conversation.restore(counters.lastCallback(), counters.lastAlbum());
			return state;
		});
	}

	/**
	 * Removes all users, chats, files, payments and updates. Identifiers continue, so
	 * that the bot does not mistake a new user or update for an earlier one.
	 */
	public void reset() {
		this.conversation.pausing(() -> {
			restore(state().emptied(), (id) -> null);
			return this;
		});
		this.listener.on(new WorldEvent.Reset());
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
