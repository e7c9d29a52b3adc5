package io.github.balethon.emulator.botapi;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.FileStore;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.StoredFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders files as in Bale's messages.
 *
 * @since 0.1.0
 */
public final class MediaJson {

	private static final int SMALL_WIDTH = 90;

	private static final int SMALL_HEIGHT = 60;

	private static final int WIDTH = 1280;

	private static final int HEIGHT = 853;

	private static final int STICKER_SIDE = 512;

	private final Quirks quirks;

	public MediaJson(Quirks quirks) {
		this.quirks = quirks;
	}

	/**
	 * Returns the content of a message with a file.
	 * @param file the file
	 * @return its field, for an animation also the document
	 */
	ObjectNode content(StoredFile file) {
		ObjectNode content = Json.object();
		switch (file.kind()) {
			case PHOTO -> content.putArray("photo")
				.add(size(file, FileStore.smallId(file.id()), "s", SMALL_WIDTH, SMALL_HEIGHT))
				.add(size(file, file.id(), "", WIDTH, HEIGHT));
			case AUDIO -> content.set("audio", withDuration(named(file)).setAll(file.details()));
			case DOCUMENT -> content.set("document", withThumbnail(named(file), file));
			case VIDEO -> content.set("video", moving(file));
			case ANIMATION -> {
				content.set("animation", moving(file));
				content.set("document", withThumbnail(named(file), file));
			}
			// The duration is optional in Bale.
			case VOICE -> content.set("voice", voice(file));
			case STICKER -> content.set("sticker", sticker(file));
		}
		return content;
	}

	/**
	 * Returns a sticker as in messages and in sets.
	 * @param file the file
	 * @return the sticker
	 */
	ObjectNode sticker(StoredFile file) {
		ObjectNode json = identity(file, file.id(), "").put("type", "regular")
			.put("width", STICKER_SIDE)
			.put("height", STICKER_SIDE)
			.put("is_animated", file.name().endsWith(".tgs"))
			.put("is_video", file.name().endsWith(".webm"));
		return withThumbnail(json, file).setAll(file.details());
	}

	/**
	 * Returns the result of getFile and uploadStickerFile.
	 * @param file the file
	 * @param id the requested identifier
	 * @return the file without its path
	 */
	ObjectNode file(StoredFile file, String id) {
		return identity(file, id, id.equals(file.id()) ? "" : "s");
	}

	/**
	 * Returns the photo of a chat.
	 * @param file the image
	 * @return the identifiers of both sizes
	 */
	ObjectNode chatPhoto(StoredFile file) {
		return Json.object()
			.put("small_file_id", FileStore.smallId(file.id()))
			.put("small_file_unique_id", file.uniqueId() + "s")
			.put("big_file_id", file.id())
			.put("big_file_unique_id", file.uniqueId());
	}

	private ObjectNode moving(StoredFile file) {
		ObjectNode json = withDuration(named(file)).put("width", WIDTH).put("height", HEIGHT);
		return withThumbnail(json, file).setAll(file.details());
	}

	private ObjectNode voice(StoredFile file) {
		ObjectNode json = identity(file, file.id(), "").put("mime_type", file.mimeType());
		return (this.quirks.has(BaleQuirk.VOICE_DURATIONS) ? withDuration(json) : json).setAll(file.details());
	}

	private ObjectNode withDuration(ObjectNode json) {
		return json.put("duration", 0);
	}

	private ObjectNode withThumbnail(ObjectNode json, StoredFile file) {
		boolean picture = file.kind() != FileKind.DOCUMENT || file.mimeType().startsWith("image/");
		JsonNode thumbnail = picture ? size(file, FileStore.smallId(file.id()), "s", SMALL_WIDTH, SMALL_HEIGHT)
				: NullNode.getInstance();
		boolean onlyThumb = this.quirks.has(BaleQuirk.ONLY_THUMB);
		if (onlyThumb || !this.quirks.has(BaleQuirk.ONLY_THUMBNAIL)) {
			json.set("thumb", thumbnail);
		}
		if (!onlyThumb) {
			json.set("thumbnail", thumbnail);
		}
		return json;
	}

	private ObjectNode named(StoredFile file) {
		return identity(file, file.id(), "").put("file_name", file.name()).put("mime_type", file.mimeType());
	}

	private ObjectNode size(StoredFile file, String id, String suffix, int width, int height) {
		return identity(file, id, suffix).put("width", width).put("height", height);
	}

	private ObjectNode identity(StoredFile file, String id, String suffix) {
		return Json.object()
			.put("file_id", id)
			.put("file_unique_id", file.uniqueId() + suffix)
			.put("file_size", file.bytes().length);
	}

}
