package io.github.balethon.model;

/**
 * The mini app behind a button: Bale's {@code WebAppInfo}.
 *
 * @param url HTTPS address of the mini app
 * @since 0.1.0
 */
public record WebAppInfo(String url) {

}
