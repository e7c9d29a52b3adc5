package io.github.balethon.model;

/**
 * The text that a button copies: Bale's {@code CopyTextButton}.
 *
 * @param text text to copy, 1 to 256 characters
 * @since 0.1.0
 */
public record CopyTextButton(String text) {

}
