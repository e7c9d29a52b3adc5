package io.github.balethon.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;

/**
 * Read timeout of one connection: it is closed if no part of the response arrives for
 * that time after the request or the previous part. A request that cannot be written is
 * included. Netty's own handler would be added, scheduled and removed for each request;
 * this one schedules at most one task per timeout.
 */
final class ResponseTimeout extends ChannelDuplexHandler {

	private final long timeout;

	// These are confined to the event loop.
	private boolean pending;

	private boolean scheduled;

	private long lastActivity;

	ResponseTimeout(Duration timeout) {
		this.timeout = timeout.toNanos();
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
		this.pending = true;
		this.lastActivity = now(context);
		if (!this.scheduled) {
			schedule(context, this.timeout);
		}
		super.write(context, message, promise);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
		this.pending = !(message instanceof LastHttpContent);
		this.lastActivity = now(context);
		super.channelRead(context, message);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) throws Exception {
		this.pending = false;
		super.channelInactive(context);
	}

	private static long now(ChannelHandlerContext context) {
		return context.executor().ticker().nanoTime();
	}

	private void schedule(ChannelHandlerContext context, long delay) {
		this.scheduled = true;
		context.executor().schedule(() -> check(context), delay, TimeUnit.NANOSECONDS);
	}

	private void check(ChannelHandlerContext context) {
		this.scheduled = false;
		if (!this.pending) {
			return;
		}
		long remaining = this.timeout - (now(context) - this.lastActivity);
		if (remaining > 0) {
			schedule(context, remaining);
			return;
		}
		this.pending = false;
		context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
		context.close();
	}

}
