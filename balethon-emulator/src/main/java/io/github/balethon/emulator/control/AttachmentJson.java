package io.github.balethon.emulator.control;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.world.AttachmentDraft;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.User;

/**
 * Reads attachments from requests to the control API.
 */
final class AttachmentJson {

	private static final String BYTES = "bytes";

	private static final String FILE_NAME = "file_name";

	private static final String MIME_TYPE = "mime_type";

	private static final String CAPTION = "caption";

	private static final String SECONDS = "seconds";

	private AttachmentJson() {
	}

	/**
	 * Reads an attachment.
	 * @param parameters kind; for files: bytes (Base64), file_name, mime_type, caption,
	 * seconds, emoji; otherwise the fields of Bale's object
	 * @param user the sender
	 * @return the attachment
	 */
	static AttachmentDraft read(Parameters parameters, User user) {
		String kind = parameters.text("kind", "").toLowerCase(Locale.ROOT);
		AttachmentDraft attachment = switch (kind) {
			case "photo" -> file(FileKind.PHOTO, parameters);
			case "voice" -> file(FileKind.VOICE, parameters, MIME_TYPE);
			case "video" -> file(FileKind.VIDEO, parameters, FILE_NAME, MIME_TYPE);
			case "animation" -> file(FileKind.ANIMATION, parameters, FILE_NAME, MIME_TYPE);
			case "audio" -> file(FileKind.AUDIO, parameters, FILE_NAME, MIME_TYPE);
			case "document" -> file(FileKind.DOCUMENT, parameters, FILE_NAME, MIME_TYPE);
			case "sticker" -> {
				requireOnly(parameters, BYTES, "emoji");
				yield AttachmentDraft.sticker(parameters.text("emoji", ""), bytes(parameters));
			}
			case "contact" -> contact(parameters, user);
			case "location" -> {
				requireOnly(parameters, "latitude", "longitude");
				yield AttachmentDraft.location(degrees(parameters, "latitude"), degrees(parameters, "longitude"));
			}
			case "web_app_data" -> {
				requireOnly(parameters, "data");
				yield AttachmentDraft.webAppData(required(parameters, "data"));
			}
			default -> throw new BadParameter("kind",
					"photo, voice, video, animation, audio, document, sticker, contact, location or web_app_data");
		};
		String caption = parameters.text(CAPTION);
		if (caption != null) {
			attachment = attachment.caption(caption);
		}
		Long seconds = parameters.integer(SECONDS);
		if (seconds != null && (seconds < 0 || seconds > Integer.MAX_VALUE)) {
			throw new BadParameter(SECONDS, "a number from 0 to " + Integer.MAX_VALUE);
		}
		return (seconds != null) ? attachment.seconds(seconds.intValue()) : attachment;
	}

	private static AttachmentDraft file(FileKind kind, Parameters parameters, String... fields) {
		List<String> known = new ArrayList<>(List.of(fields));
		known.add(BYTES);
		requireOnly(parameters, known.toArray(String[]::new));
		return AttachmentDraft.file(kind, parameters.text(FILE_NAME, ""), parameters.text(MIME_TYPE, ""),
				bytes(parameters));
	}

	/**
	 * Reads a contact: that of the sender, unless a name is set.
	 * @param parameters phone_number, first_name, last_name, user_id
	 * @param user the sender
	 * @return the contact
	 */
	private static AttachmentDraft contact(Parameters parameters, User user) {
		requireOnly(parameters, "phone_number", "first_name", "last_name", "user_id");
		String name = parameters.text("first_name");
		Long userId = parameters.integer("user_id");
		if (name == null && (userId == null || userId == user.id())) {
			name = user.name();
			userId = user.id();
		}
		if (name == null || name.isBlank()) {
			throw new BadParameter("first_name", "the name of the contact");
		}
		String phoneNumber = required(parameters, "phone_number");
		if (userId != null && userId <= 0) {
			throw new BadParameter("user_id", "a positive number");
		}
		return AttachmentDraft.contact(phoneNumber, name, parameters.text("last_name"), userId);
	}

	private static String required(Parameters parameters, String name) {
		String text = parameters.text(name);
		if (text == null || text.isBlank()) {
			throw new BadParameter(name, "a text that is not blank");
		}
		return text;
	}

	/**
	 * Rejects fields that do not belong to the kind. Kinds without caption or duration
	 * are checked by the attachment.
	 * @param parameters the attachment
	 * @param fields names of the supported fields
	 */
	private static void requireOnly(Parameters parameters, String... fields) {
		List<String> known = new ArrayList<>(List.of("kind"));
		known.addAll(List.of(fields));
		known.addAll(List.of(CAPTION, SECONDS));
		KnownFields.require(parameters, known.toArray(String[]::new));
	}

	private static double degrees(Parameters parameters, String name) {
		Double value = parameters.decimal(name);
		if (value == null) {
			throw new BadParameter(name, "a number");
		}
		return value;
	}

	private static byte[] bytes(Parameters parameters) {
		try {
			return Base64.getDecoder().decode(parameters.text(BYTES, ""));
		}
		catch (IllegalArgumentException ex) {
			throw new BadParameter(BYTES, "Base64");
		}
	}

}
