package io.github.balethon.emulator.http;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Rejects requests of foreign web pages. Listening on the loopback address alone does
 * not: a browser on this machine sends cross-origin requests (Origin, and Sec-Fetch-Site
 * where an image or a link sends no Origin) and requests after DNS rebinding (Host).
 * Pages of another port of this machine are same-site, and rejected as well.
 *
 * @since 0.1.0
 */
public final class LocalGuard {

	private static final String LOCAL = "(?i:localhost|127\\.0\\.0\\.1|\\[::1])(?::(\\d{1,5}))?";

	private static final Pattern HOST = Pattern.compile(LOCAL);

	private static final Pattern ORIGIN = Pattern.compile("http://" + LOCAL);

	/** What programs, the emulator's own pages and the address bar send. */
	private static final Set<String> OWN_SITES = Set.of("", "same-origin", "none");

	/**
	 * Checks the origin of a request.
	 * @param uri the URI, with its query string
	 * @param headers the headers of the request
	 * @return the reason for rejecting it, or {@code null} if it is accepted
	 */
	public @Nullable String refusal(String uri, HttpHeaders headers) {
		Matcher host = HOST.matcher(headers.get(HttpHeaderNames.HOST, ""));
		if (!host.matches()) {
			return "The emulator answers only requests whose Host header is localhost, 127.0.0.1 or [::1].";
		}
		if (!OWN_SITES.contains(headers.get("Sec-Fetch-Site", "")) && !isLinkToThePage(uri, headers)) {
			return "The emulator answers only its own pages; the Sec-Fetch-Site header of this request says that "
					+ "another page has sent it.";
		}
		String origin = headers.get(HttpHeaderNames.ORIGIN);
		if (origin == null) {
			return null;
		}
		Matcher local = ORIGIN.matcher(origin);
		if (!local.matches() || !port(local).equals(port(host))) {
			return "The emulator answers only its own pages; the Origin header of this request names another one.";
		}
		return null;
	}

	/**
	 * Whether the request is a navigation to the chat page, which has no side effects.
	 * @param uri the URI
	 * @param headers the headers of the request
	 * @return whether a top-level document is requested
	 */
	private boolean isLinkToThePage(String uri, HttpHeaders headers) {
		return (uri.equals("/") || uri.startsWith("/?")) && "navigate".equals(headers.get("Sec-Fetch-Mode"))
				&& "document".equals(headers.get("Sec-Fetch-Dest"));
	}

	private String port(Matcher address) {
		String port = address.group(1);
		return (port != null) ? port : "80";
	}

}
