package io.github.balethon.benchmarks.contestant;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * The HTTP client of the optimized references: one event loop, and a pool that has a
 * connection for each worker and each poll.
 */
final class OneEventLoop {

	private OneEventLoop() {
	}

	static HttpClient client(int workers) {
		return HttpClient
			.create(ConnectionProvider.builder("loop").maxConnections(workers + 2).pendingAcquireMaxCount(-1).build())
			.runOn(LoopResources.create("loop", 1, true), false);
	}

}
