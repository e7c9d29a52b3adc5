package io.github.balethon.method;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Checks of the limits that Bale documents, with messages that name the parameter. A
 * number, a file or a keyboard that is {@code null} passes, because it is not sent.
 */
final class Parameters {

	static final int MAX_TEXT = 4096;

	static final int MAX_ALBUM_CAPTION = 1024;

	private static final int MAX_STICKER_SET = 64;

	private static final Pattern STICKER_SET = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*_by_[A-Za-z0-9_]+");

	private Parameters() {
	}

	static void length(String name, @Nullable String value, int min, int max) {
		int length = (value != null) ? value.codePointCount(0, value.length()) : 0;
		Assert.isTrue(length >= min && length <= max,
				() -> "'" + name + "' must have " + min + " to " + max + " characters, but has " + length);
	}

	static void bytes(String name, String value, int min, int max) {
		int bytes = value.getBytes(StandardCharsets.UTF_8).length;
		Assert.isTrue(bytes >= min && bytes <= max,
				() -> "'" + name + "' must have " + min + " to " + max + " bytes, but has " + bytes);
	}

	static void text(String name, @Nullable String value) {
		Assert.isTrue(StringUtils.hasText(value), () -> "'" + name + "' must not be empty");
	}

	static void range(String name, @Nullable Number value, int min, int max) {
		Assert.isTrue(value == null || (value.doubleValue() >= min && value.doubleValue() <= max),
				() -> "'" + name + "' must be " + min + " to " + max + ", but is " + value);
	}

	static void notNegative(String name, @Nullable Number value) {
		Assert.isTrue(value == null || value.longValue() >= 0,
				() -> "'" + name + "' must not be negative, but is " + value);
	}

	static <T> List<T> size(String name, List<? extends T> list, int min, int max) {
		int size = list.size();
		Assert.isTrue(size >= min && size <= max, () -> "'" + name + "' must hold "
				+ ((max < Integer.MAX_VALUE) ? min + " to " + max : "at least " + min) + ", but holds " + size);
		return List.copyOf(list);
	}

	static void offset(@Nullable Long offset) {
		Assert.isTrue(offset == null || offset >= 0, () -> "'offset' must not be negative, but is " + offset
				+ ": Bale forgets unread updates when it receives a negative offset");
	}

	static void stickerSet(String name) {
		length("name", name, 1, MAX_STICKER_SET);
		Assert.isTrue(STICKER_SET.matcher(name).matches(),
				() -> "'name' of a sticker set must begin with an English letter, have only English letters, digits and "
						+ "single underscores, and end with '_by_' and the username of the bot, but is '" + name + "'");
	}

	static void upload(String name, @Nullable InputFile file) {
		Assert.isTrue(file == null || file.isUpload(), () -> "'" + name + "' must be an upload, but is " + file);
	}

	static ChatId chatOf(Message message) {
		Chat chat = message.chat();
		Assert.notNull(chat,
				() -> message + " has no chat. Use the factory method that takes the identifier of the chat");
		return ChatId.of(chat.id());
	}

	static void messageId(long messageId) {
		Assert.isTrue(messageId > 0, () -> "'message_id' must be positive, but is " + messageId
				+ ". Use the identifier of the message that was sent: the result of an edit has none");
	}

	static void replyToMessageId(@Nullable Long messageId) {
		Assert.isTrue(messageId == null || messageId > 0, () -> "'reply_to_message_id' must be positive, but is "
				+ messageId + ". Use the identifier of the message that was sent: the result of an edit has none");
	}

	static void userId(long userId) {
		Assert.isTrue(userId > 0, () -> "'user_id' must be positive, but is " + userId);
	}

	static void markup(@Nullable ReplyMarkup markup) {
		if (markup instanceof InlineKeyboardMarkup inline) {
			inline.inlineKeyboard().forEach((row) -> row.forEach(Parameters::button));
		}
	}

	private static void button(InlineKeyboardButton button) {
		long actions = Stream.of(button.url(), button.callbackData(), button.webApp(), button.copyText())
			.filter(Objects::nonNull)
			.count();
		Assert.isTrue(actions == 1, () -> "A button of 'reply_markup' must have exactly one of 'url', 'callback_data', "
				+ "'web_app' and 'copy_text', but has " + actions);
	}

}
