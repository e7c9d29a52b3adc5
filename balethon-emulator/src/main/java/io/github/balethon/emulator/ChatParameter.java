package io.github.balethon.emulator;

/**
 * Finds the chat that a bot names. Only channels have user names at Bale, and the
 * emulator has no channels, so that a text with a leading @ names nobody.
 */
final class ChatParameter {

	private static final String NAME = "chat_id";

	private final Chats chats;

	ChatParameter(Chats chats) {
		this.chats = chats;
	}

	Chat required(Parameters parameters) {
		String text = parameters.text(NAME);
		if (text != null && text.length() > 1 && text.startsWith("@")) {
			throw unknown();
		}
		Long id = parameters.integer(NAME);
		if (id == null) {
			throw new BadParameter(NAME, "the id of a chat");
		}
		Chat chat = this.chats.chat(id);
		if (chat == null) {
			throw unknown();
		}
		return chat;
	}

	private Refusal unknown() {
		return new Refusal(404, "no such group or user");
	}

}
