package io.github.balethon.emulator.http;

import java.util.Locale;
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

	/** Address of the script of mini apps. */
	public static final String MINI_APP_SCRIPT = "/miniapp.js";

	private static final String PORT = "(?::(\\d{1,5}))?";

	private static final String LOOPBACK = "localhost|127\\.0\\.0\\.1|\\[::1]";

	/**
	 * Names that no web page of another site can have: addresses, names without a dot as
	 * in container networks, and the reserved domain internal.
	 */
	private static final String NETWORK = "[\\d.]+|\\[[\\da-f:.]+]|[\\w-]+|[\\w.-]+\\.internal";

	/** What programs, the emulator's own pages and the address bar send. */
	private static final Set<String> OWN_SITES = Set.of("", "same-origin", "none");

	private final Pattern host;

	private final Pattern origin;

	private final String hosts;

	private LocalGuard(String names, String hosts) {
		this.host = Pattern.compile("(?i:(" + names + "))" + PORT);
		this.origin = Pattern.compile("http://(?i:(" + names + "))" + PORT);
		this.hosts = hosts;
	}

	/**
	 * Creates a guard for an emulator on the loopback address.
	 * @return accepts the names of this machine
	 */
	public static LocalGuard ofLoopback() {
		return new LocalGuard(LOOPBACK, "localhost, 127.0.0.1 or [::1]");
	}

	/**
	 * Creates a guard for an emulator that other machines can reach.
	 * @return accepts IP addresses and names of private networks
	 */
	public static LocalGuard ofNetwork() {
		return new LocalGuard(NETWORK, "an IP address, a name without a dot or a name under .internal");
	}

	/**
	 * Checks the origin of a request.
	 * @param uri the URI, with its query string
	 * @param headers the headers of the request
	 * @return the reason for rejecting it, or {@code null} if it is accepted
	 */
	public @Nullable String refusal(String uri, HttpHeaders headers) {
		Matcher host = this.host.matcher(headers.get(HttpHeaderNames.HOST, ""));
		if (!host.matches()) {
			return "The emulator answers only requests whose Host header is " + this.hosts + ".";
		}
		if (!OWN_SITES.contains(headers.get("Sec-Fetch-Site", "")) && !isLinkToThePage(uri, headers)
				&& !isScriptOfMiniApps(uri)) {
			return "The emulator answers only its own pages; the Sec-Fetch-Site header of this request says that "
					+ "another page has sent it.";
		}
		String origin = headers.get(HttpHeaderNames.ORIGIN);
		if (origin == null) {
			return null;
		}
		Matcher local = this.origin.matcher(origin);
		if (!local.matches() || !isSameHost(local.group(1), host.group(1)) || !port(local).equals(port(host))) {
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

	/**
	 * Whether the request is for the script that pages of mini apps load from any origin.
	 * It is constant, so that the pages learn nothing.
	 * @param uri the URI
	 * @return whether the script is requested
	 */
	private boolean isScriptOfMiniApps(String uri) {
		return uri.equals(MINI_APP_SCRIPT) || uri.startsWith(MINI_APP_SCRIPT + "?");
	}

	private boolean isSameHost(String origin, String host) {
		return origin.equalsIgnoreCase(host) || (isLoopback(origin) && isLoopback(host));
	}

	private boolean isLoopback(String name) {
		return name.toLowerCase(Locale.ROOT).matches(LOOPBACK);
	}

	private String port(Matcher address) {
		String port = address.group(2);
		return (port != null) ? port : "80";
	}

}
