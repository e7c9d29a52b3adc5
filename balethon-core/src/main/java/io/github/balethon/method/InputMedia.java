package io.github.balethon.method;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An item of an album.
 *
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code InputMedia}</a>
 */
@JsonPropertyOrder({ "type", "media" })
public sealed interface InputMedia
		permits InputMediaAnimation, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo {

	/**
	 * Returns the type of the item.
	 * @return the type on the wire, such as {@code photo}
	 */
	@JsonProperty
	String type();

	/**
	 * Returns the file.
	 * @return the file
	 */
	InputFile media();

	/**
	 * Returns the caption of the file.
	 * @return the caption, or {@code null} for none
	 */
	@Nullable String caption();

	/**
	 * Returns the files of the item.
	 * @return the file, and its thumbnail if there is one
	 */
	List<InputFile> files();

}
