package io.github.balethon.emulator.world;

import java.util.List;

import io.github.balethon.emulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and changes the content of a message: its fields in Bale's object except
 * identifier, sender, chat and date.
 *
 * @since 0.1.0
 */
public final class MessageContent {

	/** Maximum length of texts, and of captions except in albums. */
	public static final int LONGEST_TEXT = 4096;

	/** In order of precedence, for messages with several of them. */
	private static final List<String> KINDS = List.of("text", "photo", "voice", "audio", "video", "animation",
			"contact", "location", "sticker", "document", "invoice", "successful_payment", "web_app_data",
			"new_chat_members", "left_chat_member", "pinned_message");

	private static final List<String> FILES = List.of("voice", "audio", "video", "animation", "sticker", "document");

	/** Service messages and receipts cannot be copied. */
	private static final List<String> UNCOPIED = List.of("successful_payment", "new_chat_members", "left_chat_member",
			"pinned_message");

	/** Fields that belong to a message rather than to its content. */
	private static final List<String> CIRCUMSTANCES = List.of("media_group_id", "forward_from", "forward_from_chat",
			"forward_from_message_id", "forward_date", "forward_origin", "sender_chat");

	private MessageContent() {
	}

	public static ObjectNode text(String text) {
		return Json.object().put("text", text);
	}

	/**
	 * Returns the text or the caption.
	 * @param content the content
	 * @return the text; empty if there is none
	 */
	static String words(JsonNode content) {
		return content.path("text").stringValue(content.path("caption").stringValue(""));
	}

	public static String kind(JsonNode content) {
		return KINDS.stream().filter(content::has).findFirst().orElse("unknown");
	}

	public static @Nullable String fileId(JsonNode content) {
		JsonNode photo = content.path("photo");
		if (photo.isArray() && !photo.isEmpty()) {
			return photo.get(photo.size() - 1).path("file_id").stringValue(null);
		}
		return FILES.stream()
			.filter(content::has)
			.findFirst()
			.map((kind) -> content.path(kind).path("file_id").stringValue(null))
			.orElse(null);
	}

	public static boolean hasMedia(JsonNode content) {
		return fileId(content) != null && !content.has("sticker");
	}

	public static boolean canBeCopied(JsonNode content) {
		return UNCOPIED.stream().noneMatch(content::has);
	}

	public static boolean isForwarded(JsonNode content) {
		return content.has("forward_date");
	}

	/**
	 * Returns the name of the original sender.
	 * @param content the content of a forwarded message
	 * @return the name of the user or chat; empty if hidden
	 */
	public static String forwardedFrom(JsonNode content) {
		JsonNode user = content.path("forward_from").path("first_name");
		return user.stringValue(content.path("forward_from_chat").path("title").stringValue(""));
	}

	/**
	 * Returns the content for sending it again.
	 * @param content the content
	 * @param circumstances whether to keep the fields about the origin
	 * @return a copy
	 */
	public static ObjectNode copy(JsonNode content, boolean circumstances) {
		ObjectNode copy = ((ObjectNode) content).deepCopy();
		copy.remove(circumstances ? List.of("media_group_id", "sender_chat") : CIRCUMSTANCES);
		return copy;
	}

	public static ObjectNode withText(JsonNode content, String text) {
		return ((ObjectNode) content).deepCopy().put("text", text);
	}

	public static ObjectNode withCaption(JsonNode content, String caption) {
		return ((ObjectNode) content).deepCopy().put("caption", caption);
	}

}
