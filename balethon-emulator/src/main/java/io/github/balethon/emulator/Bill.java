package io.github.balethon.emulator;

/**
 * An invoice of the bot.
 *
 * @param payload the payload, which the bot receives with the payment
 * @param amount the amount in rials
 */
record Bill(String payload, long amount) {
}
