package io.github.balethon.method;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
 * Checks of the limits that Bale documents, with errors that name the parameter.
 */
final class Parameters {

	static final int MAX_TEXT = 4096;

	static final int MAX_ALBUM_CAPTION = 1024;

	private static final int MAX_STICKER_SET = 64;

	private static final Pattern STICKER_SET = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*_by_[A-Za-z0-9_]+");

	private Parameters() {
	}

	static String length(String name, @Nullable String value, int min, int max) {
		int length = (value != null) ? value.codePointCount(0, value.length()) : 0;
		Assert.isTrue(length >= min && length <= max,
				() -> "'" + name + "' must have " + min + " to " + max + " characters, but has " + length);
		return (value != null) ? value : "";
	}

	static String bytes(String name, String value, int min, int max) {
		int bytes = value.getBytes(StandardCharsets.UTF_8).length;
		Assert.isTrue(bytes >= min && bytes <= max,
				() -> "'" + name + "' must have " + min + " to " + max + " bytes, but has " + bytes);
		return value;
	}

	static String text(String name, String value) {
		Assert.isTrue(StringUtils.hasText(value), () -> "'" + name + "' must not be empty");
		return value;
	}

	static double range(String name, double value, double min, double max) {
		Assert.isTrue(value >= min && value <= max,
				() -> "'" + name + "' must be " + (long) min + " to " + (long) max + ", but is " + value);
		return value;
	}

	static <T> List<T> size(String name, List<? extends T> list, int min, int max) {
		int size = list.size();
		Assert.isTrue(size >= min && size <= max, () -> "'" + name + "' must hold "
				+ ((max < Integer.MAX_VALUE) ? min + " to " + max : "at least " + min) + ", but holds " + size);
		return List.copyOf(list);
	}

	static String stickerSet(String name) {
		length("name", name, 1, MAX_STICKER_SET);
		Assert.isTrue(STICKER_SET.matcher(name).matches(),
				() -> "'name' of a sticker set must begin with an English letter, have only English letters, digits and "
						+ "single underscores, and end with '_by_' and the user name of the bot, but is '" + name
						+ "'");
		return name;
	}

	static InputFile upload(String name, InputFile file) {
		Assert.isTrue(file.isUpload(), () -> "'" + name + "' must be an upload, but is " + file);
		return file;
	}

	static ChatId chatOf(Message message) {
		Chat chat = message.chat();
		Assert.notNull(chat, () -> message + " names no chat: use the factory that takes the number of the chat");
		return ChatId.of(chat.id());
	}

	static long messageId(long messageId) {
		Assert.isTrue(messageId > 0, () -> "'message_id' must be positive, but is " + messageId
				+ ": keep the message that was sent; the answer to an edit does not name it");
		return messageId;
	}

	static long userId(long userId) {
		Assert.isTrue(userId > 0, () -> "'user_id' must be positive, but is " + userId);
		return userId;
	}

	static <M extends ReplyMarkup> M markup(M markup) {
		if (markup instanceof InlineKeyboardMarkup inline) {
			inline.inlineKeyboard().forEach((row) -> row.forEach(Parameters::button));
		}
		return markup;
	}

	private static void button(InlineKeyboardButton button) {
		long actions = Stream.of(button.url(), button.callbackData(), button.webApp(), button.copyText())
			.filter((action) -> action != null)
			.count();
		Assert.isTrue(actions == 1, () -> "A button of 'reply_markup' must have exactly one of 'url', 'callback_data', "
				+ "'web_app' and 'copy_text', but has " + actions);
	}

}
