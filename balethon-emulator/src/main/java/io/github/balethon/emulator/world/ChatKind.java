package io.github.balethon.emulator.world;

/**
 * The types of chats, named as in Bale's chat object.
 *
 * @since 0.1.0
 */
public enum ChatKind {

	/** The chat of a user with the bot. */
	PRIVATE("private"),

	/** A group. */
	GROUP("group"),

	/** A channel. */
	CHANNEL("channel");

	private final String wireName;

	ChatKind(String wireName) {
		this.wireName = wireName;
	}

	public String wireName() {
		return this.wireName;
	}

}
