package io.github.balethon.emulator.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.balethon.emulator.http.Upload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files in memory, of which the newest 256 MB are kept. File identifiers contain
 * colons as in Bale, so that a client that does not encode them fails in tests.
 *
 * @since 0.1.0
 */
public final class FileStore {

	private static final long MOST_BYTES = 256L * 1024 * 1024;

	private static final Duration PATH_IS_GOOD_FOR = Duration.ofHours(1);

	private static final Pattern MIME_TYPE = Pattern.compile("[\\w!#$&^.+-]{1,127}/[\\w!#$&^.+-]{1,127}( *;[ -~]*)?");

	/** Suffix of the identifier of a thumbnail. */
	private static final String SMALL = ":small";

	private final long botId;

	private final Clock clock;

	private final Quirks quirks;

	private final Map<String, StoredFile> files = new LinkedHashMap<>();

	private final Map<String, Path> paths = new LinkedHashMap<>();

	private long bytes;

	private int lastNumber;

	FileStore(long botId, Clock clock, Quirks quirks) {
		this.botId = botId;
		this.clock = clock;
		this.quirks = quirks;
	}

	static boolean isMimeType(String text) {
		return MIME_TYPE.matcher(text).matches();
	}

	public static String smallId(String id) {
		return id + SMALL;
	}

	/**
	 * Stores a file.
	 * @param kind the kind of file
	 * @param upload the file; a missing name or type is that of the kind
	 * @param details further fields of Bale's object
	 * @return the file with its identifier
	 */
	public synchronized StoredFile add(FileKind kind, Upload upload, ObjectNode details) {
		String id = this.botId + ":" + (++this.lastNumber) + ":1:" + kind.field().charAt(0);
		String name = upload.fileName().isBlank() ? kind.fileName() : upload.fileName();
		// Becomes a header of the download.
		String type = isMimeType(upload.contentType()) ? upload.contentType() : mimeType(name, kind);
		StoredFile file = new StoredFile(id, kind, name, type, details, upload.bytes());
		this.files.put(id, file);
		this.bytes += file.bytes().length;
		Iterator<StoredFile> oldest = this.files.values().iterator();
		while (this.bytes > MOST_BYTES && this.files.size() > 1) {
			this.bytes -= oldest.next().bytes().length;
			oldest.remove();
		}
		return file;
	}

	/**
	 * Returns a file by its identifier or that of its thumbnail.
	 * @param id the identifier
	 * @return the file, or {@code null}
	 */
	public synchronized @Nullable StoredFile find(String id) {
		return this.files.get(id.endsWith(SMALL) ? id.substring(0, id.length() - SMALL.length()) : id);
	}

	public synchronized void replace(StoredFile file) {
		this.files.replace(file.id(), file);
	}

	/**
	 * Returns all files.
	 * @return the files, oldest first; a copy
	 */
	public synchronized List<StoredFile> all() {
		return List.copyOf(this.files.values());
	}

	synchronized int lastNumber() {
		return this.lastNumber;
	}

	/**
	 * Replaces all files. A file without content is left out.
	 * @param state the files
	 * @param lastNumber the number of the last file
	 * @param content returns the content of a file, or {@code null}
	 */
	synchronized void restore(List<FileState> state, int lastNumber, Function<String, byte @Nullable []> content) {
		this.files.clear();
		this.paths.clear();
		this.bytes = 0;
		this.lastNumber = lastNumber;
		for (FileState file : state) {
			byte[] bytes = content.apply(file.id());
			if (bytes != null) {
				this.files.put(file.id(),
						new StoredFile(file.id(), file.kind(), file.name(), file.mimeType(), file.details(), bytes));
				this.bytes += bytes.length;
			}
		}
	}

	/**
	 * Returns a path for the download of a file.
	 * @param file the file
	 * @param id the requested identifier
	 * @return the relative path
	 */
	public synchronized String path(StoredFile file, String id) {
		if (!this.quirks.has(BaleQuirk.FILE_PATHS_DIFFER)) {
			return id;
		}
		String path = file.kind().field() + "s/" + file.uniqueId() + "/" + file.name();
		this.paths.put(path, new Path(file.id(), this.clock.instant().plus(PATH_IS_GOOD_FOR)));
		return path;
	}

	/**
	 * Returns the file at a path.
	 * @param path a file identifier or a path
	 * @return the file, or {@code null} if there is none or the path has expired
	 */
	public synchronized @Nullable StoredFile at(String path) {
		Path known = this.paths.get(path);
		if (known == null) {
			return find(path);
		}
		return this.clock.instant().isAfter(known.goodUntil()) ? null : find(known.fileId());
	}

	private static String mimeType(String name, FileKind kind) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return switch (extension) {
			case "jpg", "jpeg" -> "image/jpeg";
			case "png" -> "image/png";
			case "gif" -> "image/gif";
			case "webp" -> "image/webp";
			case "pdf" -> "application/pdf";
			case "zip" -> "application/zip";
			case "txt" -> "text/plain";
			case "mp3" -> "audio/mpeg";
			case "m4a" -> "audio/mp4";
			case "ogg" -> "audio/ogg";
			case "mp4" -> "video/mp4";
			case "webm" -> "video/webm";
			default -> kind.mimeType();
		};
	}

	private record Path(String fileId, Instant goodUntil) {
	}

	/**
	 * A file without its content.
	 *
	 * @param id the identifier
	 * @param kind the kind
	 * @param name the file name
	 * @param mimeType the MIME type
	 * @param details further fields
	 */
	record FileState(String id, FileKind kind, String name, String mimeType, ObjectNode details) {
	}

}
