package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A sticker of a sticker set. Bale does not document the fields of this type.
 *
 * @param sticker the file of the sticker
 * @param emojiList the emoji of the sticker, at least one; unverified
 * @param format the format, such as {@code static}; unverified
 * @param keywords the keywords to search by; unverified
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code InputSticker}</a>
 */
public record InputSticker(InputFile sticker, List<String> emojiList, @Nullable String format,
		@Nullable List<String> keywords) {

	public InputSticker {
		Assert.notEmpty(emojiList, "'emoji_list' of a sticker must not be empty");
		emojiList = List.copyOf(emojiList);
		keywords = (keywords != null) ? List.copyOf(keywords) : null;
	}

	/**
	 * Creates a sticker.
	 * @param sticker the file of the sticker
	 * @param emoji the emoji of the sticker, at least one
	 * @return the sticker
	 * @throws IllegalArgumentException if there is no emoji
	 */
	public static InputSticker of(InputFile sticker, String... emoji) {
		return new InputSticker(sticker, List.of(emoji), null, null);
	}

	/**
	 * Sets the format.
	 * @param format the format, such as {@code static}
	 * @return a new sticker
	 */
	@CheckReturnValue
	public InputSticker format(String format) {
		return new InputSticker(this.sticker, this.emojiList, format, this.keywords);
	}

	/**
	 * Sets the keywords.
	 * @param keywords the keywords to search by
	 * @return a new sticker
	 */
	@CheckReturnValue
	public InputSticker keywords(String... keywords) {
		return new InputSticker(this.sticker, this.emojiList, this.format, List.of(keywords));
	}

}
