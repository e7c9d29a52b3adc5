package io.github.balethon.benchmarks.bale;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code getUpdates}: at once if messages have arrived, otherwise when one
 * arrives or the time-out of the request has elapsed. Used by the only thread of the
 * server.
 */
final class Polls {

	private static final int MAX_PAGE = 100;

	private static final String EMPTY = "{\"ok\":true,\"result\":[]}";

	private final Load load;

	private final List<Poll> open = new ArrayList<>();

	Polls(Load load) {
		this.load = load;
	}

	void poll(ChannelHandlerContext context, String request) {
		this.load.polled();
		int offset = Math.max(1, Parameters.number(request, "offset", 1));
		int limit = Math.max(1, Math.min(MAX_PAGE, Parameters.number(request, "limit", MAX_PAGE)));
		String page = page(offset, limit);
		if (page != null) {
			MockBaleHandler.answer(context, page);
		}
		else {
			long timeout = TimeUnit.SECONDS.toNanos(Parameters.number(request, "timeout", 0));
			this.open.add(new Poll(context, offset, limit, System.nanoTime() + timeout));
		}
	}

	void tick() {
		long now = System.nanoTime();
		// Also without an open poll: a load may record when its messages have arrived.
		int arrived = this.load.arrived();
		this.open.removeIf((poll) -> {
			String page = (poll.offset <= arrived) ? page(poll.offset, poll.limit) : null;
			if (page == null && poll.deadline - now <= 0) {
				page = EMPTY;
			}
			if (page != null) {
				MockBaleHandler.answer(poll.context, page);
			}
			return page != null || !poll.context.channel().isActive();
		});
	}

	private @Nullable String page(int first, int limit) {
		int last = Math.min(this.load.arrived(), first + limit - 1);
		if (first > last) {
			return null;
		}
		StringBuilder json = new StringBuilder(limit * 700).append("{\"ok\":true,\"result\":[");
		for (int update = first; update <= last; update++) {
			Messages.appendUpdate(json, update);
			json.append(',');
		}
		json.setLength(json.length() - 1);
		return json.append("]}").toString();
	}

	private record Poll(ChannelHandlerContext context, int offset, int limit, long deadline) {

	}

}
