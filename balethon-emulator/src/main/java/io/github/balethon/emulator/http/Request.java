package io.github.balethon.emulator.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.EventExecutor;
import reactor.netty.http.server.HttpServerRequest;

/**
 * HTTP request with its complete body.
 *
 * @param verb the HTTP method, in capitals
 * @param path the decoded path
 * @param query the decoded query string
 * @param contentType the content type with its parameters; empty if none
 * @param accept the value of the Accept header; empty if none
 * @param host the value of the Host header, with a prefix of the path that selects a bot
 * @param body the body; empty if none
 * @param timer schedules tasks without blocking a thread
 * @since 0.1.0
 */
public record Request(String verb, String path, Map<String, List<String>> query, String contentType, String accept,
		String host, byte[] body, EventExecutor timer) {

	/**
	 * Creates a request from one of Reactor Netty.
	 * @param request the request
	 * @param prefix the beginning of its path, which is left out and counted to the host
	 * @param body its body
	 * @param timer the event loop
	 * @return the request
	 * @throws IllegalArgumentException if its URI is malformed
	 */
	public static Request of(HttpServerRequest request, String prefix, byte[] body, EventExecutor timer) {
		String uri = request.uri().substring(prefix.length());
		int query = uri.indexOf('?');
		String host = request.requestHeaders().get(HttpHeaderNames.HOST, "") + prefix;
		return new Request(request.method().name(), new QueryStringDecoder(uri).path(),
				Form.decode((query < 0) ? "" : uri.substring(query + 1)),
				request.requestHeaders().get(HttpHeaderNames.CONTENT_TYPE, ""),
				request.requestHeaders().get(HttpHeaderNames.ACCEPT, ""), host, body, timer);
	}

	/**
	 * Returns the content type in lower case without its parameters.
	 * @return the media type; empty if none
	 */
	public String mediaType() {
		int end = this.contentType.indexOf(';');
		return ((end < 0) ? this.contentType : this.contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
	}

	public boolean isGet() {
		return this.verb.equals("GET");
	}

	/**
	 * Whether the client accepts HTML, as a browser's address bar does.
	 * @return whether to return a page rather than plain text
	 */
	public boolean wantsPage() {
		return this.accept.toLowerCase(Locale.ROOT).contains("text/html");
	}

	public boolean isPost() {
		return this.verb.equals("POST");
	}

}
