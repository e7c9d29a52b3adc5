package io.github.balethon.method;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One sticker of a set: Bale's {@code InputSticker}, whose fields Bale does not document.
 *
 * @param sticker file of the sticker
 * @param emojiList emoji that it stands for; unverified
 * @param format format, such as {@code static}; unverified
 * @param keywords words to find it by; unverified
 * @since 0.1.0
 */
public record InputSticker(InputFile sticker, @Nullable List<String> emojiList, @Nullable String format,
		@Nullable List<String> keywords) {

	/**
	 * A sticker with what it stands for.
	 * @param sticker the file of the sticker
	 * @param emoji the emoji that it stands for
	 * @return the sticker
	 * @throws IllegalArgumentException if there is no emoji
	 */
	public static InputSticker of(InputFile sticker, String... emoji) {
		Assert.notEmpty(emoji, "'emoji_list' of a sticker must not be empty");
		return new InputSticker(sticker, List.of(emoji), null, null);
	}

	/**
	 * This sticker, with its format.
	 * @param format the format, such as {@code static}
	 * @return a new sticker
	 */
	public InputSticker format(String format) {
		return new InputSticker(this.sticker, this.emojiList, format, this.keywords);
	}

	/**
	 * This sticker, with words to find it by.
	 * @param keywords the words
	 * @return a new sticker
	 */
	public InputSticker keywords(String... keywords) {
		return new InputSticker(this.sticker, this.emojiList, this.format, List.of(keywords));
	}

}
