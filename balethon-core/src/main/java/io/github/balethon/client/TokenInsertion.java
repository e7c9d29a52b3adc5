package io.github.balethon.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Inserts the token into the URL of a request when it is written to the connection.
 * Whatever is above, {@code WebClient} and Reactor Netty with their logs, exceptions,
 * metrics and observations, only sees {@value #PLACEHOLDER}.
 */
@Sharable
final class TokenInsertion extends ChannelOutboundHandlerAdapter {

	// Letters only, as other characters would be percent-encoded.
	static final String PLACEHOLDER = "REDACTED";

	private static final String MASKED = "/bot" + PLACEHOLDER + "/";

	private final BaleConnection connection;

	// One entry per method of the Bot API.
	private final Map<String, String> paths = new ConcurrentHashMap<>();

	TokenInsertion(BaleConnection connection) {
		this.connection = connection;
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		super.write(context, (message instanceof HttpRequest request) ? withToken(request) : message, promise);
	}

	// A copy, as Reactor Netty describes the request in its logs until the response is
	// complete.
	private HttpRequest withToken(HttpRequest request) {
		// There are too many URLs of files to cache them.
		String path = request.uri().contains("/file/bot") ? withToken(request.uri())
				: this.paths.computeIfAbsent(request.uri(), this::withToken);
		if (request instanceof FullHttpRequest full) {
			return new DefaultFullHttpRequest(full.protocolVersion(), full.method(), path, full.content(),
					full.headers(), full.trailingHeaders());
		}
		return new DefaultHttpRequest(request.protocolVersion(), request.method(), path, request.headers());
	}

	private String withToken(String masked) {
		return masked.replace(MASKED, "/bot" + this.connection.token().pathSegment() + "/");
	}

}
