package io.github.balethon.model;

/**
 * What can stand below a message: an inline keyboard, a reply keyboard, or the order to
 * take the reply keyboard away.
 *
 * @since 0.1.0
 */
public sealed interface ReplyMarkup permits InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove {

}
