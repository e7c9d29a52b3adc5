package io.github.balethon.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * URLs of the Bot API, with {@value TokenInsertion#PLACEHOLDER} in place of the token.
 */
final class BotUrls {

	private BotUrls() {
	}

	/**
	 * Returns the URL of a method.
	 * @param base the URL of Bale
	 * @param methodName the method of the Bot API
	 * @return the URL
	 */
	static URI method(URI base, String methodName) {
		return URI.create(withoutSlash(base) + "/bot" + TokenInsertion.PLACEHOLDER + "/" + methodName);
	}

	/**
	 * Returns the URL of a file.
	 * @param base the URL of Bale
	 * @param path the path of the file
	 * @return the URL
	 */
	static URI file(URI base, String path) {
		return URI.create(withoutSlash(base) + "/file/bot" + TokenInsertion.PLACEHOLDER + "/"
				+ UriUtils.encodePath(path, StandardCharsets.UTF_8));
	}

	private static String withoutSlash(URI base) {
		Assert.isTrue(base.isAbsolute(),
				() -> "The URL of Bale must be absolute, such as 'https://tapi.bale.ai', unlike '" + base + "'");
		String text = base.toString();
		return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
	}

}
