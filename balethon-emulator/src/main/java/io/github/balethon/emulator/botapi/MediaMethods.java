package io.github.balethon.emulator.botapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.StoredFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods that send something other than a text.
 */
final class MediaMethods implements MethodGroup {

	private static final int LONGEST_CAPTION_IN_ALBUM = 1024;

	private static final int MOST_IN_ALBUM = 10;

	private static final double LARGEST_INACCURACY = 1500;

	/** Not documented by Bale, but sent by libraries. */
	private static final List<String> NUMBERS = List.of("duration", "width", "height");

	private final Posting posting;

	private final FileParameter files;

	private final MediaJson media;

	private final Conversation conversation;

	private final Quirks quirks;

	MediaMethods(Posting posting, FileParameter files, MediaJson media, Conversation conversation, Quirks quirks) {
		this.posting = posting;
		this.files = files;
		this.media = media;
		this.conversation = conversation;
		this.quirks = quirks;
	}

	@Override
	public void addTo(BotMethods methods) {
		addSending(methods, "sendPhoto", FileKind.PHOTO);
		addSending(methods, "sendAudio", FileKind.AUDIO);
		addSending(methods, "sendDocument", FileKind.DOCUMENT);
		addSending(methods, "sendVideo", FileKind.VIDEO);
		addSending(methods, "sendVoice", FileKind.VOICE);
		methods.add("sendAnimation", this::sendAnimation, "chat_id", "animation", "reply_to_message_id",
				"reply_markup");
		methods.add("sendSticker", this::sendSticker, "chat_id", "sticker");
		methods.add("sendMediaGroup", this::sendMediaGroup, "chat_id", "media", "reply_to_message_id");
		methods.add("sendLocation", this::sendLocation, "chat_id", "latitude", "longitude", "horizontal_accuracy",
				"reply_to_message_id", "reply_markup");
		methods.add("sendContact", this::sendContact, "chat_id", "phone_number", "first_name", "last_name",
				"reply_to_message_id", "reply_markup");
	}

	private void addSending(BotMethods methods, String name, FileKind kind) {
		methods.add(name, (parameters) -> send(parameters, kind), "chat_id", kind.field(), "caption",
				"reply_to_message_id", "reply_markup");
	}

	private JsonNode send(Parameters parameters, FileKind kind) {
		// First, so that no file is stored for a refused call.
		this.posting.target(parameters);
		String caption = parameters.optionalText("caption", MessageContent.LONGEST_TEXT);
		StoredFile file = this.files.required(parameters, kind.field(), kind, details(parameters, kind));
		return this.posting.post(parameters, withCaption(this.media.content(file), caption));
	}

	/**
	 * Sends an animation. Bale fails if the request is JSON, be it with an identifier or
	 * a URL.
	 * @param parameters chat_id, animation, reply_to_message_id, reply_markup
	 * @return the message
	 */
	private JsonNode sendAnimation(Parameters parameters) {
		if (parameters.isJson() && !this.quirks.has(BaleQuirk.ANIMATION_IN_JSON)) {
			throw new Refusal(500, "Internal Server Error")
				.because("sendAnimation accepts a form or multipart, not JSON")
				.allowedBy(BaleQuirk.ANIMATION_IN_JSON, true);
		}
		return send(parameters, FileKind.ANIMATION);
	}

	private JsonNode sendSticker(Parameters parameters) {
		if (parameters.isJson() && !this.quirks.has(BaleQuirk.STICKER_IN_JSON)) {
			throw Refusal.invalid("sticker")
				.because("sendSticker accepts a form or multipart, not JSON")
				.allowedBy(BaleQuirk.STICKER_IN_JSON, true);
		}
		this.posting.target(parameters);
		StoredFile file = this.files.required(parameters, "sticker", FileKind.STICKER, Json.object());
		return this.posting.post(parameters, this.media.content(file));
	}

	private JsonNode sendMediaGroup(Parameters parameters) {
		Chat chat = this.posting.target(parameters);
		ArrayNode items = parameters.array("media");
		if (items == null) {
			throw Refusal.blank("media");
		}
		if (items.size() < 2 || items.size() > MOST_IN_ALBUM) {
			throw new Refusal(400, "media: the length must be between 2 and " + MOST_IN_ALBUM);
		}
		requireOneSort(items);
		List<ObjectNode> contents = new ArrayList<>();
		String album = this.conversation.newAlbumId();
		for (JsonNode item : items) {
			contents.add(content(parameters, item).put("media_group_id", album));
		}
		ArrayNode sent = Json.array();
		for (ObjectNode content : contents) {
			sent.add(this.posting.wire(chat, this.posting.post(chat, parameters, content, null)));
		}
		return sent;
	}

	/**
	 * Checks the kinds of an album: photos and videos can be mixed, documents and audio
	 * files cannot.
	 * @param items the items of the album
	 */
	private void requireOneSort(ArrayNode items) {
		Set<FileKind> kinds = new HashSet<>();
		items.forEach((item) -> kinds.add(kind(item)));
		if (kinds.size() > 1 && !kinds.equals(Set.of(FileKind.PHOTO, FileKind.VIDEO))) {
			throw new Refusal(400, "media: only photos and videos can be mixed");
		}
	}

	private ObjectNode content(Parameters parameters, JsonNode item) {
		Parameters fields = new Parameters((ObjectNode) item);
		String caption = fields.optionalText("caption", LONGEST_CAPTION_IN_ALBUM);
		FileKind kind = kind(item);
		String reference = fields.text("media", "");
		if (reference.isBlank()) {
			throw Refusal.blank("media");
		}
		StoredFile file = this.files.referred(parameters, reference, "media", kind, details(fields, kind));
		return withCaption(this.media.content(file), caption);
	}

	private FileKind kind(JsonNode item) {
		return switch (item.path("type").stringValue("")) {
			case "photo" -> FileKind.PHOTO;
			case "video" -> FileKind.VIDEO;
			case "audio" -> FileKind.AUDIO;
			case "document" -> FileKind.DOCUMENT;
			default -> throw new Refusal(400, "media: type must be photo, video, audio or document");
		};
	}

	private JsonNode sendLocation(Parameters parameters) {
		ObjectNode location = Json.object()
			.put("longitude", degrees(parameters, "longitude", 180))
			.put("latitude", degrees(parameters, "latitude", 90));
		Double accuracy = parameters.decimal("horizontal_accuracy");
		if (accuracy != null && (accuracy < 0 || accuracy > LARGEST_INACCURACY)) {
			throw new Refusal(400, "horizontal_accuracy: must be between 0 and 1500");
		}
		if (accuracy != null) {
			location.put("horizontal_accuracy", accuracy);
		}
		return this.posting.post(parameters, Json.object().set("location", location));
	}

	private double degrees(Parameters parameters, String name, int most) {
		Double value = parameters.decimal(name);
		if (value == null) {
			throw Refusal.blank(name);
		}
		if (Math.abs(value) > most) {
			throw Refusal.invalid(name);
		}
		return value;
	}

	private JsonNode sendContact(Parameters parameters) {
		ObjectNode contact = Json.object()
			.put("phone_number", parameters.requiredText("phone_number", MessageContent.LONGEST_TEXT))
			.put("first_name", parameters.requiredText("first_name", MessageContent.LONGEST_TEXT));
		String lastName = parameters.optionalText("last_name", MessageContent.LONGEST_TEXT);
		if (!lastName.isEmpty()) {
			contact.put("last_name", lastName);
		}
		return this.posting.post(parameters, Json.object().set("contact", contact));
	}

	private ObjectNode details(Parameters parameters, FileKind kind) {
		ObjectNode details = Json.object();
		if (kind == FileKind.PHOTO || kind == FileKind.DOCUMENT) {
			return details;
		}
		for (String name : NUMBERS) {
			Long value = parameters.integer(name);
			if (value != null) {
				details.put(name, value);
			}
		}
		String title = parameters.text("title");
		return (title != null && kind == FileKind.AUDIO) ? details.put("title", title) : details;
	}

	private ObjectNode withCaption(ObjectNode content, String caption) {
		return caption.isEmpty() ? content : content.put("caption", caption);
	}

}
