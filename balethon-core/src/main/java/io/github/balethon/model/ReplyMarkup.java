package io.github.balethon.model;

/**
 * The keyboard of a message: an inline keyboard, a reply keyboard, or the removal of the
 * reply keyboard.
 *
 * @since 0.1.0
 */
public sealed interface ReplyMarkup permits InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove {

}
