package io.github.balethon.emulator.botapi;

import java.util.Map;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.world.FileStore;
import io.github.balethon.emulator.world.StoredFile;
import tools.jackson.databind.JsonNode;

/**
 * Methods for files, and downloads.
 *
 * @since 0.1.0
 */
public final class FileMethods implements MethodGroup {

	private static final int LARGEST_DOWNLOAD = 20 * 1024 * 1024;

	/** An uploaded file must not act as a page of the emulator. */
	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy", "default-src 'none'; sandbox");

	private final FileStore files;

	private final MediaJson media;

	FileMethods(FileStore files, MediaJson media) {
		this.files = files;
		this.media = media;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("getFile", this::getFile, "file_id");
	}

	private JsonNode getFile(Parameters parameters) {
		String id = parameters.requiredText("file_id", Integer.MAX_VALUE);
		StoredFile file = this.files.find(id);
		if (file == null) {
			throw new Refusal(400, "Bad Request: wrong file_id");
		}
		if (file.bytes().length > LARGEST_DOWNLOAD) {
			throw new Refusal(400, "Bad Request: file is too big");
		}
		return this.media.file(file, id).put("file_path", this.files.path(file, id));
	}

	/**
	 * Returns the content of a file.
	 * @param path the path from getFile, or the file identifier
	 * @return the response
	 * @throws Refusal if there is no such file, or if it is too large
	 */
	public Answer download(String path) {
		StoredFile file = this.files.at(path);
		if (file == null) {
			throw Refusal.notFound()
				.because("there is no file with this path or ID, or the path is older than an hour");
		}
		if (file.bytes().length > LARGEST_DOWNLOAD) {
			throw Refusal.notFound().because("files above 20 MB cannot be downloaded");
		}
		return new Answer(200, file.mimeType(), file.bytes(), HEADERS, null);
	}

}
