package io.github.balethon.benchmarks.bale;

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

import org.springframework.util.StringUtils;

/**
 * Answers the requests of one connection.
 */
final class MockBaleHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

	private final Load load;

	private final Polls polls;

	private final Duration delay;

	MockBaleHandler(Load load, Polls polls, Duration delay) {
		this.load = load;
		this.polls = polls;
		this.delay = delay;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		String body = request.content().toString(StandardCharsets.UTF_8);
		if (calls(request, "/sendMessage")) {
			int update = Messages.echoed(body);
			this.load.echoed(update);
			answerLater(context, Messages.sent(update));
		}
		else if (calls(request, "/editMessageText")) {
			int update = Parameters.number(body, "message_id", 0);
			this.load.edited(update);
			answerLater(context, Messages.sent(update));
		}
		else if (calls(request, "/getUpdates")) {
			this.polls.poll(context, body);
		}
		else {
			answer(context, "{\"ok\":true,\"result\":true}");
		}
	}

	// Like the Bot API, without regard to case.
	private static boolean calls(FullHttpRequest request, String method) {
		return StringUtils.endsWithIgnoreCase(request.uri(), method);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		// A contestant that has answered everything is ended, connections and all.
		context.close();
	}

	private void answerLater(ChannelHandlerContext context, String json) {
		if (this.delay.isZero()) {
			answer(context, json);
		}
		else {
			context.executor().schedule(() -> answer(context, json), this.delay.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	static void answer(ChannelHandlerContext context, String json) {
		ByteBuf content = Unpooled.wrappedBuffer(json.getBytes(StandardCharsets.UTF_8));
		DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
				content);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
			.setInt(HttpHeaderNames.CONTENT_LENGTH, content.readableBytes());
		context.writeAndFlush(response);
	}

}
