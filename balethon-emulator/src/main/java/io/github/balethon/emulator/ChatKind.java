package io.github.balethon.emulator;

/**
 * The types of chats, named as in Bale's chat object.
 */
enum ChatKind {

	PRIVATE("private"), GROUP("group"), CHANNEL("channel");

	private final String wireName;

	ChatKind(String wireName) {
		this.wireName = wireName;
	}

	String wireName() {
		return this.wireName;
	}

}
