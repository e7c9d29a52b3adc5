package io.github.balethon.benchmarks.contestant;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The HTTP client of other bots with limits that fit the workers. By default it allows
 * five calls per host.
 */
final class TunedOkHttp {

	private TunedOkHttp() {
	}

	static OkHttpClient client(int workers) {
		Dispatcher dispatcher = new Dispatcher();
		dispatcher.setMaxRequests(workers + 2);
		dispatcher.setMaxRequestsPerHost(workers + 2);
		return new OkHttpClient.Builder().dispatcher(dispatcher)
			.connectionPool(new ConnectionPool(workers + 2, 5, TimeUnit.MINUTES))
			.readTimeout(Duration.ofSeconds(60))
			.build();
	}

}
