package io.github.balethon.model;

import java.nio.charset.StandardCharsets;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * The mini app behind a button: Bale's {@code WebAppInfo}.
 *
 * @param url HTTPS address of the mini app
 * @since 0.1.0
 */
public record WebAppInfo(String url) {

	/**
	 * A mini app.
	 * @param url its HTTPS address
	 * @return the mini app
	 * @throws IllegalArgumentException if the address is empty
	 */
	public static WebAppInfo of(String url) {
		Assert.hasText(url, "'url' of a mini app must not be empty");
		return new WebAppInfo(url);
	}

	WebAppInfo fill(Placeholders placeholders) {
		return new WebAppInfo(placeholders.fill(this.url, (value) -> UriUtils.encode(value, StandardCharsets.UTF_8)));
	}

}
