package io.github.balethon.model;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The chat actions of Bale's {@code sendChatAction}, which are shown for up to 6 seconds.
 *
 * @since 0.1.0
 */
public enum ChatAction {

	/** Writing a text. */
	TYPING,
	/** Uploading a photo. */
	UPLOAD_PHOTO,
	/** Recording a video. */
	RECORD_VIDEO,
	/** Uploading a video. */
	UPLOAD_VIDEO,
	/** Recording a voice message. */
	RECORD_VOICE,
	/** Uploading a voice message. */
	UPLOAD_VOICE,
	/** Choosing a sticker. */
	CHOOSE_STICKER;

	private final String wireName = name().toLowerCase(Locale.ROOT);

	/**
	 * Returns the name of the action on the wire.
	 * @return the lower-case name
	 */
	@JsonValue
	public String wireName() {
		return this.wireName;
	}

}
