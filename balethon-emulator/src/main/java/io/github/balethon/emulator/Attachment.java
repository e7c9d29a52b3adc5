package io.github.balethon.emulator;

import java.util.Arrays;
import java.util.List;

import io.github.balethon.emulator.world.AttachmentDraft;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.User;

/**
 * What people send beside texts. It cannot be changed; what reads as a change makes
 * another one. <pre class="code">
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
	 * A photo.
	 * @param bytes the picture; its content does not matter to the emulator
	 * @return the attachment
	 */
	public static Attachment photo(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.PHOTO, "", "", bytes));
	}

	/**
	 * A voice message. As at Bale it may have no duration; see {@link #seconds(int)}.
	 * @param bytes the sound
	 * @return the attachment
	 */
	public static Attachment voice(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.VOICE, "", "", bytes));
	}

	/**
	 * A piece of music. At Bale many of them come as a document with the type
	 * {@code audio/mpeg}; use {@link #document} for these.
	 * @param fileName its name
	 * @param bytes the sound
	 * @return the attachment
	 */
	public static Attachment audio(String fileName, byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.AUDIO, fileName, "", bytes));
	}

	/**
	 * A video.
	 * @param bytes the video
	 * @return the attachment
	 */
	public static Attachment video(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.VIDEO, "", "", bytes));
	}

	/**
	 * A silent video or a GIF. It comes as a document too.
	 * @param bytes the animation
	 * @return the attachment
	 */
	public static Attachment animation(byte[] bytes) {
		return new Attachment(AttachmentDraft.file(FileKind.ANIMATION, "", "", bytes));
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
		return new Attachment(AttachmentDraft.file(FileKind.DOCUMENT, fileName, mimeType, bytes));
	}

	/**
	 * A sticker.
	 * @param emoji the emoji that belongs to it
	 * @param bytes the picture
	 * @return the attachment
	 */
	public static Attachment sticker(String emoji, byte[] bytes) {
		return new Attachment(AttachmentDraft.sticker(emoji, bytes));
	}

	/**
	 * The contact of somebody who need not be at Bale.
	 * @param phoneNumber the number in any form
	 * @param firstName the name
	 * @return the attachment
	 * @see Person#shareContact(String)
	 */
	public static Attachment contact(String phoneNumber, String firstName) {
		return new Attachment(AttachmentDraft.contact(phoneNumber, firstName, null, null));
	}

	/**
	 * A place.
	 * @param latitude degrees to the north, from -90 to 90
	 * @param longitude degrees to the east, from -180 to 180
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
	 * The same with a caption.
	 * @param caption the caption, at most 4096 characters
	 * @return the attachment
	 */
	public Attachment caption(String caption) {
		return new Attachment(this.draft.caption(caption));
	}

	/**
	 * The same with a duration.
	 * @param seconds how long it is
	 * @return the attachment
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
