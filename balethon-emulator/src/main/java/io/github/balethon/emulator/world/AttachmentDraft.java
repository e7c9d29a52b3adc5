package io.github.balethon.emulator.world;

import java.util.Objects;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something other than a text that a user is about to send. Immutable; files are stored
 * when the message is sent.
 *
 * @since 0.1.0
 */
public final class AttachmentDraft {

	private final String field;

	private final @Nullable FileKind kind;

	private final @Nullable Upload file;

	/** Details of the file, as in Bale's objects. */
	private final ObjectNode details;

	private final @Nullable MessageDraft content;

	private final @Nullable String caption;

	private AttachmentDraft(String field, @Nullable FileKind kind, @Nullable Upload file, ObjectNode details,
			@Nullable String caption, @Nullable MessageDraft content) {
		this.field = field;
		this.kind = kind;
		this.file = file;
		this.details = details;
		this.caption = caption;
		this.content = content;
	}

	/**
	 * Creates a file.
	 * @param kind the kind of file
	 * @param fileName the file name; empty for the default of the kind
	 * @param mimeType the MIME type; empty to derive it from the file name
	 * @param bytes the content
	 * @return the attachment
	 */
	public static AttachmentDraft file(FileKind kind, String fileName, String mimeType, byte[] bytes) {
		if (fileName.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("A file name must not contain line breaks or control characters.");
		}
		if (!mimeType.isEmpty() && !FileStore.isMimeType(mimeType)) {
			throw new IllegalArgumentException("The type of a file must be a MIME type, for example application/pdf.");
		}
		return file(kind, new Upload(fileName, mimeType, bytes.clone()), Json.object(), null);
	}

	public static AttachmentDraft sticker(String emoji, byte[] bytes) {
		return file(FileKind.STICKER, new Upload("", "", bytes.clone()), Json.object().put("emoji", emoji), null);
	}

	public static AttachmentDraft contact(String phoneNumber, String firstName, @Nullable String lastName,
			@Nullable Long userId) {
		return content("contact", new MessageDraft.Contact(phoneNumber, firstName, lastName, userId));
	}

	public static AttachmentDraft location(double latitude, double longitude) {
		requireDegrees("latitude", latitude, 90);
		requireDegrees("longitude", longitude, 180);
		return content("location", new MessageDraft.Location(latitude, longitude));
	}

	public static AttachmentDraft webAppData(String data) {
		return content("web_app_data", new MessageDraft.WebAppData(data));
	}

	private static AttachmentDraft content(String field, MessageDraft content) {
		return new AttachmentDraft(field, null, null, Json.object(), null, content);
	}

	private static AttachmentDraft file(FileKind kind, @Nullable Upload file, ObjectNode details,
			@Nullable String caption) {
		return new AttachmentDraft(kind.field(), kind, file, details, caption, null);
	}

	private static void requireDegrees(String name, double value, int limit) {
		// NaN fails the comparison, too.
		if (!(Math.abs(value) <= limit)) {
			throw new IllegalArgumentException(
					"The " + name + " must be between -" + limit + " and " + limit + ", but is " + value + ".");
		}
	}

	public AttachmentDraft caption(String caption) {
		if (this.kind == null || this.kind == FileKind.STICKER) {
			throw new IllegalArgumentException(
					"Only photos, voice messages, audio files, videos and documents have captions.");
		}
		int length = caption.codePointCount(0, caption.length());
		if (length > MessageContent.LONGEST_TEXT) {
			throw new IllegalArgumentException("A caption must have at most " + MessageContent.LONGEST_TEXT
					+ " characters, but has " + length + ".");
		}
		return file(this.kind, this.file, this.details, caption);
	}

	public AttachmentDraft seconds(int seconds) {
		if (this.kind == null || this.kind == FileKind.STICKER || this.kind == FileKind.PHOTO) {
			throw new IllegalArgumentException("Only voice messages, audio files and videos have a duration.");
		}
		if (seconds < 0) {
			throw new IllegalArgumentException("A duration must not be negative.");
		}
		return file(this.kind, this.file, this.details.deepCopy().put("duration", seconds), this.caption);
	}

	/**
	 * Returns the name of Bale's field for the content.
	 * @return for example {@code photo}
	 */
	public String field() {
		return this.field;
	}

	boolean isForAlbums() {
		return this.kind == FileKind.PHOTO || this.kind == FileKind.VIDEO || this.kind == FileKind.AUDIO
				|| this.kind == FileKind.DOCUMENT;
	}

	/**
	 * Returns the content of the message, and stores the file.
	 * @param store stores the file
	 * @param albumId identifier of the album, or {@code null}
	 * @return the content
	 */
	MessageDraft draft(FileStore store, @Nullable String albumId) {
		if (this.content != null) {
			return this.content;
		}
		return new MessageDraft.File(
				store.add(Objects.requireNonNull(this.kind), Objects.requireNonNull(this.file), this.details),
				this.caption, albumId);
	}

}
