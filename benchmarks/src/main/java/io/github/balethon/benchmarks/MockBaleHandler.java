package io.github.balethon.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Answers the requests of one connection.
 */
final class MockBaleHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

	private static final long EMPTY_POLL_MILLIS = 50;

	private final EchoLoad load;

	private final Duration delay;

	MockBaleHandler(EchoLoad load, Duration delay) {
		this.load = load;
		this.delay = delay;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		String body = request.content().toString(StandardCharsets.UTF_8);
		if (request.uri().endsWith("/sendMessage")) {
			if (this.delay.isZero()) {
				answer(context, this.load.echoed(body));
			}
			else {
				context.executor()
					.schedule(() -> answer(context, this.load.echoed(body)), this.delay.toNanos(),
							TimeUnit.NANOSECONDS);
			}
		}
		else if (request.uri().endsWith("/getUpdates")) {
			String page = this.load.page(body);
			if (page != null) {
				answer(context, page);
			}
			else {
				context.executor()
					.schedule(() -> answer(context, "{\"ok\":true,\"result\":[]}"), EMPTY_POLL_MILLIS,
							TimeUnit.MILLISECONDS);
			}
		}
		else {
			answer(context, "{\"ok\":true,\"result\":true}");
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		// A contestant that has answered everything is ended, connections and all.
		context.close();
	}

	private static void answer(ChannelHandlerContext context, String json) {
		ByteBuf content = Unpooled.wrappedBuffer(json.getBytes(StandardCharsets.UTF_8));
		DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
				content);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
			.setInt(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
		context.writeAndFlush(response);
	}

}
