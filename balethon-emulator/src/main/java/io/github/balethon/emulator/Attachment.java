package io.github.balethon.emulator;

import java.util.Arrays;
import java.util.List;

import io.github.balethon.emulator.world.AttachmentDraft;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.User;

/**
 * A photo, file, contact or location that a user sends. Immutable: methods that change it
 * return a copy. <pre class="code">
 * sara.send(Attachment.photo(bytes).caption("The garden"));
 * sara.in(group).send(Attachment.voice(bytes).seconds(4));
 * </pre>
 *
 * @since 0.1.0
 * @see Participant#send(Attachment)
 */
public final class Attachment {

	private final AttachmentDraft draft;

	private Attachment(AttachmentDraft draft) {
		this.draft = draft;
	}

	/**
	 * Creates a photo.
	 * @param bytes the image; any content is accepted
	 * @return the attachment
	 */
	public static Attachment photo(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.PHOTO, "", "", bytes));
	}

	/**
	 * Creates a voice message. Its duration is optional as in Bale, see
	 * {@link #seconds(int)}.
	 * @param bytes the audio
	 * @return the attachment
	 */
	public static Attachment voice(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.VOICE, "", "", bytes));
	}

	/**
	 * Creates an audio file. Bale sends many audio files as a document of the type
	 * {@code audio/mpeg}; use {@link #document} for these.
	 * @param fileName the file name
	 * @param bytes the audio
	 * @return the attachment
	 */
	public static Attachment audio(String fileName, byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.AUDIO, fileName, "", bytes));
	}

	/**
	 * Creates a video.
	 * @param bytes the video
	 * @return the attachment
	 */
	public static Attachment video(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.VIDEO, "", "", bytes));
	}

	/**
	 * Creates an animation: a GIF or a video without sound. The message has a document,
	 * too.
	 * @param bytes the animation
	 * @return the attachment
	 */
	public static Attachment animation(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.ANIMATION, "", "", bytes));
	}

	/**
	 * Creates a file of any type.
	 * @param fileName the file name
	 * @param mimeType the MIME type, for example {@code application/pdf}; empty to derive
	 * it from the file name
	 * @param bytes the content
	 * @return the attachment
	 */
	public static Attachment document(String fileName, String mimeType, byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.DOCUMENT, fileName, mimeType, bytes));
	}

	/**
	 * Creates a sticker.
	 * @param emoji the emoji of the sticker
	 * @param bytes the image
	 * @return the attachment
	 */
	public static Attachment sticker(String emoji, byte[] bytes) {
		return new Attachment(AttachmentDraft.sticker(emoji, bytes));
	}

	/**
	 * Creates a contact, who need not be a user.
	 * @param phoneNumber the phone number in any format
	 * @param firstName the first name
	 * @return the attachment
	 * @see Participant#shareContact(String)
	 */
	public static Attachment contact(String phoneNumber, String firstName) {
		return new Attachment(AttachmentDraft.contact(phoneNumber, firstName, null, null));
	}

	/**
	 * Creates a location.
	 * @param latitude latitude in degrees, from -90 to 90
	 * @param longitude longitude in degrees, from -180 to 180
	 * @return the attachment
	 */
	public static Attachment location(double latitude, double longitude) {
		return new Attachment(AttachmentDraft.location(latitude, longitude));
	}

	static Attachment ownContact(String phoneNumber, User user) {
		return new Attachment(AttachmentDraft.contact(phoneNumber, user.name(), null, user.id()));
	}

	static Attachment webAppData(String data) {
		return new Attachment(AttachmentDraft.webAppData(data));
	}

	static List<AttachmentDraft> drafts(Attachment... attachments) {
		return Arrays.stream(attachments).map(Attachment::draft).toList();
	}

	/**
	 * Returns a copy with a caption.
	 * @param caption the caption, at most 4096 characters
	 * @return the copy
	 */
	public Attachment caption(String caption) {
		return new Attachment(this.draft.caption(caption));
	}

	/**
	 * Returns a copy with a duration.
	 * @param seconds the duration in seconds
	 * @return the copy
	 */
	public Attachment seconds(int seconds) {
		return new Attachment(this.draft.seconds(seconds));
	}

	AttachmentDraft draft() {
		return this.draft;
	}

	String field() {
		return this.draft.field();
	}

}
