package io.github.balethon.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * URLs of the Bot API.
 */
final class BotUrls {

	private BotUrls() {
	}

	/**
	 * Returns the URL of a method.
	 * @param base the URL of Bale
	 * @param token the token, or the text in place of it
	 * @param methodName the method of the Bot API
	 * @return the URL
	 */
	static URI method(URI base, String token, String methodName) {
		return URI.create(withoutSlash(base) + "/bot" + token + "/" + methodName);
	}

	/**
	 * Returns the URL of a file.
	 * @param base the URL of Bale
	 * @param token the token, or the text in place of it
	 * @param path the path of the file
	 * @return the URL
	 */
	static URI file(URI base, String token, String path) {
		return URI
			.create(withoutSlash(base) + "/file/bot" + token + "/" + UriUtils.encodePath(path, StandardCharsets.UTF_8));
	}

	private static String withoutSlash(URI base) {
		// An exception of the HTTP client would contain the token.
		Assert.isTrue(base.isAbsolute(),
				() -> "The URL of Bale must be absolute, such as 'https://tapi.bale.ai', unlike '" + base + "'");
		String text = base.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

}
