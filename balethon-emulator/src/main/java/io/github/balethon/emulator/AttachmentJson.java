package io.github.balethon.emulator;

import java.util.Base64;
import java.util.Locale;

/**
 * Reads from the words of the control API what a person sends beside texts.
 */
final class AttachmentJson {

	private AttachmentJson() {
	}

	/**
	 * Reads an attachment.
	 * @param parameters kind; for files: bytes (Base64), file_name, mime_type, caption,
	 * seconds, emoji; else what Bale's object has
	 * @param person the sender
	 * @return the attachment
	 */
	static Attachment read(Parameters parameters, Person person) {
		String kind = parameters.text("kind", "").toLowerCase(Locale.ROOT);
		Attachment attachment = switch (kind) {
			case "photo" -> Attachment.photo(bytes(parameters));
			case "voice" -> Attachment.voice(bytes(parameters));
			case "video" -> Attachment.video(bytes(parameters));
			case "animation" -> Attachment.animation(bytes(parameters));
			case "audio" -> Attachment.audio(parameters.text("file_name", ""), bytes(parameters));
			case "document" -> Attachment.document(parameters.text("file_name", ""), parameters.text("mime_type", ""),
					bytes(parameters));
			case "sticker" -> Attachment.sticker(parameters.text("emoji", ""), bytes(parameters));
			case "contact" -> contact(parameters, person);
			case "location" -> Attachment.location(degrees(parameters, "latitude"), degrees(parameters, "longitude"));
			case "web_app_data" -> Attachment.content(kind, Json.object().put("data", parameters.text("data", "")));
			default -> throw new BadParameter("kind",
					"photo, voice, video, animation, audio, document, sticker, contact, location or web_app_data");
		};
		String caption = parameters.text("caption");
		if (caption != null) {
			attachment = attachment.caption(caption);
		}
		Long seconds = parameters.integer("seconds");
		return (seconds != null) ? attachment.seconds(seconds.intValue()) : attachment;
	}

	private static Attachment contact(Parameters parameters, Person person) {
		String phone = parameters.text("phone_number", "");
		String name = parameters.text("first_name");
		return (name != null) ? Attachment.contact(phone, name) : Attachment.ownContact(phone, person);
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
			return Base64.getDecoder().decode(parameters.text("bytes", ""));
		}
		catch (IllegalArgumentException ex) {
			throw new BadParameter("bytes", "Base64");
		}
	}

}
