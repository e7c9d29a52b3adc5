package io.github.balethon.emulator.botapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.FileStore;
import io.github.balethon.emulator.world.MessageContent;
import io.github.balethon.emulator.world.StoredFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods for sticker sets.
 */
final class StickerMethods implements MethodGroup, BotState {

	private static final Pattern NAME = Pattern.compile("[A-Za-z](?:_?[A-Za-z0-9])*_by_.+");

	private static final int LONGEST = 64;

	private static final int MOST_AT_FIRST = 50;

	private static final int MOST_REGULAR = 120;

	private static final int MOST_VIDEOS = 50;

	private static final String VIDEO = "video/webm";

	private static final Set<String> EXTENSIONS = Set.of("webp", "png", "tgs", "webm");

	private final ChatParameter chats;

	private final BotAccount account;

	private final FileParameter files;

	private final FileStore store;

	private final MediaJson media;

	private final Map<String, StickerSet> sets = new LinkedHashMap<>();

	StickerMethods(ChatParameter chats, BotAccount account, FileParameter files, FileStore store, MediaJson media) {
		this.chats = chats;
		this.account = account;
		this.files = files;
		this.store = store;
		this.media = media;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("uploadStickerFile", this::upload, "user_id", "sticker");
		methods.add("createNewStickerSet", this::create, "user_id", "name", "title", "sticker");
		methods.add("addStickerToSet", this::addTo, "user_id", "name", "sticker");
		methods.add("getStickerSet", this::get, "name");
		methods.add("deleteStickerToSet", this::delete, "sticker");
		methods.add("deleteStickerFromSet", this::delete, "sticker");
	}

	@Override
	public synchronized void save(ObjectNode json) {
		ArrayNode sets = json.putArray("sticker_sets");
		for (StickerSet set : this.sets.values()) {
			ArrayNode files = sets.addObject().put("name", set.name()).put("title", set.title()).putArray("files");
			set.files().forEach(files::add);
		}
	}

	@Override
	public synchronized void restore(JsonNode json) {
		this.sets.clear();
		for (JsonNode set : json.path("sticker_sets")) {
			List<String> files = new ArrayList<>();
			set.path("files").forEach((file) -> files.add(file.asString()));
			String name = set.path("name").asString();
			this.sets.put(name, new StickerSet(name, set.path("title").asString(), files));
		}
	}

	private JsonNode upload(Parameters parameters) {
		this.chats.user(parameters);
		Upload upload = FileParameter.upload(parameters, "sticker");
		String name = (upload != null) ? upload.fileName() : "";
		if (upload != null && !EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))) {
			throw new Refusal(400, "sticker: must be a file of the type .webp, .png, .tgs or .webm");
		}
		StoredFile file = this.files.uploaded(parameters, "sticker", FileKind.STICKER);
		return this.media.file(file, file.id());
	}

	private synchronized JsonNode create(Parameters parameters) {
		this.chats.user(parameters);
		String name = parameters.requiredText("name", LONGEST);
		if (!NAME.matcher(name).matches() || !name.endsWith("_by_" + this.account.username())) {
			throw Refusal.invalid("name");
		}
		String title = parameters.requiredText("title", LONGEST);
		if (this.sets.containsKey(name)) {
			throw new Refusal(400, "Bad Request: sticker set name is already occupied");
		}
		// Sent as stickers by one library.
		ArrayNode items = parameters.array(parameters.asJson().has("sticker") ? "sticker" : "stickers");
		if (items == null || items.isEmpty()) {
			throw Refusal.blank("sticker");
		}
		if (items.size() > MOST_AT_FIRST) {
			throw new Refusal(400, "sticker: the length must be between 1 and " + MOST_AT_FIRST);
		}
		StickerSet set = new StickerSet(name, title, new ArrayList<>());
		items.forEach((item) -> add(parameters, set, item));
		this.sets.put(name, set);
		return BooleanNode.TRUE;
	}

	private synchronized JsonNode addTo(Parameters parameters) {
		this.chats.user(parameters);
		StickerSet set = set(parameters);
		ObjectNode item = parameters.object("sticker");
		if (item == null) {
			throw Refusal.blank("sticker");
		}
		if (set.files().size() >= limit(set)) {
			throw new Refusal(400, "Bad Request: the sticker set is full");
		}
		add(parameters, set, item);
		return BooleanNode.TRUE;
	}

	private synchronized JsonNode get(Parameters parameters) {
		StickerSet set = set(parameters);
		ObjectNode json = Json.object()
			.put("name", set.name())
			.put("title", set.title())
			.put("sticker_type", "regular")
			.put("contains_masks", false);
		ArrayNode stickers = json.putArray("stickers");
		for (String id : set.files()) {
			StoredFile file = this.store.find(id);
			if (file != null) {
				stickers.add(this.media.sticker(file));
			}
		}
		return json;
	}

	private synchronized JsonNode delete(Parameters parameters) {
		String id = parameters.requiredText("sticker", MessageContent.LONGEST_TEXT);
		boolean deleted = false;
		for (StickerSet set : this.sets.values()) {
			deleted |= set.files().remove(id);
		}
		if (!deleted) {
			throw Refusal.invalid("sticker");
		}
		return BooleanNode.TRUE;
	}

	/**
	 * Adds a sticker. Adding it again has no effect.
	 * @param parameters the parameters with the uploads
	 * @param set the set
	 * @param item the description of the sticker
	 */
	private void add(Parameters parameters, StickerSet set, JsonNode item) {
		String reference = item.path("sticker").stringValue("");
		if (reference.isBlank()) {
			throw Refusal.invalid("sticker");
		}
		StoredFile file = this.files.referred(parameters, reference, "sticker", FileKind.STICKER, Json.object());
		String emoji = item.path("emoji_list").path(0).stringValue(item.path("emoji").stringValue(""));
		this.store.replace(file.withDetails(Json.object().put("emoji", emoji).put("set_name", set.name())));
		if (!set.files().contains(file.id())) {
			set.files().add(file.id());
		}
	}

	/**
	 * Returns the limit of a set, whose kind is that of its first sticker.
	 * @param set the set
	 * @return maximum number of stickers
	 */
	private int limit(StickerSet set) {
		StoredFile first = set.files().isEmpty() ? null : this.store.find(set.files().get(0));
		return (first != null && first.mimeType().equals(VIDEO)) ? MOST_VIDEOS : MOST_REGULAR;
	}

	private StickerSet set(Parameters parameters) {
		StickerSet set = this.sets.get(parameters.requiredText("name", LONGEST));
		if (set == null) {
			throw new Refusal(400, "Bad Request: sticker set not found");
		}
		return set;
	}

	private record StickerSet(String name, String title, List<String> files) {
	}

}
