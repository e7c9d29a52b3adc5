package io.github.balethon.emulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out. Listening on the loopback address alone does not: a browser on
 * this machine carries requests of foreign pages (Origin) and of host names that were
 * made to point here (Host).
 */
final class LocalGuard {

	private static final String LOCAL = "(?i:localhost|127\\.0\\.0\\.1|\\[::1])(?::(\\d{1,5}))?";

	private static final Pattern HOST = Pattern.compile(LOCAL);

	private static final Pattern ORIGIN = Pattern.compile("http://" + LOCAL);

	/**
	 * Looks at where a request claims to come from.
	 * @param headers the headers of the request
	 * @return why it is refused, or null if it is welcome
	 */
	@Nullable String refusal(HttpHeaders headers) {
		Matcher host = HOST.matcher(headers.get(HttpHeaderNames.HOST, ""));
		if (!host.matches()) {
			return "The emulator answers only requests whose Host header is localhost, 127.0.0.1 or [::1].";
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

	private String port(Matcher address) {
		String port = address.group(1);
		return (port != null) ? port : "80";
	}

}
