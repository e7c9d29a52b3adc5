package io.github.balethon.emulator;

import java.util.Objects;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people send beside texts. It cannot be changed; what reads as a change makes
 * another one. <pre class="code">
 * sara.send(Attachment.photo(bytes).caption("The garden"));
 * sara.sendIn(group, Attachment.voice(bytes).seconds(4));
 * </pre>
 *
 * @since 0.1.0
 * @see Person#send(Attachment)
 */
public final class Attachment {

	private final String field;

	private final @Nullable FileKind kind;

	private final @Nullable Upload file;

	/** Details of the file, as in Bale's objects. */
	private final ObjectNode details;

	private final @Nullable MessageDraft content;

	private final @Nullable String caption;

	private Attachment(String field, @Nullable FileKind kind, @Nullable Upload file, ObjectNode details,
			@Nullable String caption, @Nullable MessageDraft content) {
		this.field = field;
		this.kind = kind;
		this.file = file;
		this.details = details;
		this.caption = caption;
		this.content = content;
	}

	/**
	 * A photo.
	 * @param bytes the picture; its content does not matter to the emulator
	 * @return the attachment
	 */
	public static Attachment photo(byte[] bytes) {
		return file(FileKind.PHOTO, "", "", bytes);
	}

	/**
	 * A voice message. As at Bale it may have no duration; see {@link #seconds(int)}.
	 * @param bytes the sound
	 * @return the attachment
	 */
	public static Attachment voice(byte[] bytes) {
		return file(FileKind.VOICE, "", "", bytes);
	}

	/**
	 * A piece of music. At Bale many of them come as a document with the type
	 * {@code audio/mpeg}; use {@link #document} for these.
	 * @param fileName its name
	 * @param bytes the sound
	 * @return the attachment
	 */
	public static Attachment audio(String fileName, byte[] bytes) {
		return file(FileKind.AUDIO, fileName, "", bytes);
	}

	/**
	 * A video.
	 * @param bytes the video
	 * @return the attachment
	 */
	public static Attachment video(byte[] bytes) {
		return file(FileKind.VIDEO, "", "", bytes);
	}

	/**
	 * A silent video or a GIF. It comes as a document too.
	 * @param bytes the animation
	 * @return the attachment
	 */
	public static Attachment animation(byte[] bytes) {
		return file(FileKind.ANIMATION, "", "", bytes);
	}

	/**
	 * Any file.
	 * @param fileName its name
	 * @param mimeType its type, for example {@code application/pdf}; empty for that which
	 * belongs to the name
	 * @param bytes its content
	 * @return the attachment
	 */
	public static Attachment document(String fileName, String mimeType, byte[] bytes) {
		return file(FileKind.DOCUMENT, fileName, mimeType, bytes);
	}

	/**
	 * A sticker.
	 * @param emoji the emoji that belongs to it
	 * @param bytes the picture
	 * @return the attachment
	 */
	public static Attachment sticker(String emoji, byte[] bytes) {
		return file(FileKind.STICKER, new Upload("", "", bytes), Json.object().put("emoji", emoji), null);
	}

	/**
	 * The contact of somebody who need not be at Bale.
	 * @param phoneNumber the number in any form
	 * @param firstName the name
	 * @return the attachment
	 * @see Person#shareContact(String)
	 */
	public static Attachment contact(String phoneNumber, String firstName) {
		return contact(phoneNumber, firstName, null, null);
	}

	/**
	 * A place.
	 * @param latitude degrees to the north, from -90 to 90
	 * @param longitude degrees to the east, from -180 to 180
	 * @return the attachment
	 */
	public static Attachment location(double latitude, double longitude) {
		requireDegrees("latitude", latitude, 90);
		requireDegrees("longitude", longitude, 180);
		return content("location", new MessageDraft.Location(latitude, longitude));
	}

	private static void requireDegrees(String name, double value, int most) {
		// Not the other way round, as NaN is neither.
		if (!(Math.abs(value) <= most)) {
			throw new IllegalArgumentException(
					"The " + name + " is a number from -" + most + " to " + most + ", not " + value + ".");
		}
	}

	static Attachment ownContact(String phoneNumber, Person person) {
		return contact(phoneNumber, person.name(), null, person.id());
	}

	static Attachment contact(String phoneNumber, String firstName, @Nullable String lastName, @Nullable Long userId) {
		return content("contact", new MessageDraft.Contact(phoneNumber, firstName, lastName, userId));
	}

	static Attachment webAppData(String data) {
		return content("web_app_data", new MessageDraft.WebAppData(data));
	}

	private static Attachment content(String field, MessageDraft content) {
		return new Attachment(field, null, null, Json.object(), null, content);
	}

	private static Attachment file(FileKind kind, @Nullable Upload file, ObjectNode details, @Nullable String caption) {
		return new Attachment(kind.field(), kind, file, details, caption, null);
	}

	static Attachment file(FileKind kind, String fileName, String mimeType, byte[] bytes) {
		if (fileName.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException("The name of a file has no line breaks and no control characters.");
		}
		if (!mimeType.isEmpty() && !FileStore.isMimeType(mimeType)) {
			throw new IllegalArgumentException("The type of a file is a MIME type, for example application/pdf.");
		}
		return file(kind, new Upload(fileName, mimeType, bytes.clone()), Json.object(), null);
	}

	/**
	 * The same with a caption.
	 * @param caption the caption, at most 4096 characters
	 * @return the attachment
	 */
	public Attachment caption(String caption) {
		if (this.kind == null || this.kind == FileKind.STICKER) {
			throw new IllegalArgumentException("Only photos, voices, music, videos and documents have captions.");
		}
		int length = caption.codePointCount(0, caption.length());
		if (length > Posting.LONGEST_TEXT) {
			throw new IllegalArgumentException(
					"A caption has at most " + Posting.LONGEST_TEXT + " characters, not " + length + ".");
		}
		return file(this.kind, this.file, this.details, caption);
	}

	/**
	 * The same with a duration.
	 * @param seconds how long it is
	 * @return the attachment
	 */
	public Attachment seconds(int seconds) {
		if (this.kind == null || this.kind == FileKind.STICKER || this.kind == FileKind.PHOTO) {
			throw new IllegalArgumentException("Only voices, music and videos have a duration.");
		}
		if (seconds < 0) {
			throw new IllegalArgumentException("A duration is not negative.");
		}
		return file(this.kind, this.file, this.details.deepCopy().put("duration", seconds), this.caption);
	}

	/**
	 * What it is, named as on the wire.
	 * @return for example {@code photo}
	 */
	String field() {
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
