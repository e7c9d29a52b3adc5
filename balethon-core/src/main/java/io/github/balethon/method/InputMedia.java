package io.github.balethon.method;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One item of an album: Bale's {@code InputMedia}.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder({ "type", "media" })
public sealed interface InputMedia
		permits InputMediaAnimation, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo {

	/**
	 * The kind of the item.
	 * @return the text on the wire, such as {@code photo}
	 */
	@JsonProperty
	String type();

	/**
	 * The file.
	 * @return the file
	 */
	InputFile media();

	/**
	 * The text below the file.
	 * @return the text, or {@code null} for none
	 */
	@Nullable String caption();

	/**
	 * The files of the item.
	 * @return the file, and its small picture if there is one
	 */
	List<InputFile> files();

}
