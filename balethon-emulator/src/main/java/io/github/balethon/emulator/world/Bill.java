package io.github.balethon.emulator.world;

/**
 * An invoice of the bot.
 *
 * @param payload the payload, which the bot receives with the payment
 * @param amount the amount in rials
 * @since 0.1.0
 */
public record Bill(String payload, long amount) {
}
