package io.github.balethon.callback;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What every store of callback data promises.
 */
public abstract class AbstractCallbackDataStoreTests {

	protected static final long BOT = 1620384001L;

	private static final Duration LONG = Duration.ofSeconds(20);

	/**
	 * Returns a store with the same content as the other stores of a test.
	 * @param timeToLive the time after which data expires
	 * @return the store
	 */
	protected abstract CallbackDataStore store(Duration timeToLive);

	private CallbackDataStore store() {
		return store(Duration.ofHours(1));
	}

	@Test
	void returnsWhatWasStored() {
		CallbackDataStore store = store();
		store.put("AAAAAAAAAAAAAAA_", "~note:1:یادداشت\u0000:\uD83C\uDF39");
		store.put("aaaaaaaaaaaaaaa_", "other");
		assertThat(store.get("AAAAAAAAAAAAAAA_")).isEqualTo("~note:1:یادداشت\u0000:\uD83C\uDF39");
		assertThat(store.get("aaaaaaaaaaaaaaa_")).isEqualTo("other");
		assertThat(store.trouble()).isNull();
	}

	@Test
	void longDataIsStored() {
		String data = "گل".repeat(50_000);
		CallbackDataStore store = store();
		store.put("long", data);
		assertThat(store.get("long")).isEqualTo(data);
	}

	@Test
	void unknownAndForgedKeysHaveNoData() {
		CallbackDataStore store = store();
		store.put("known", "data");
		for (String key : List.of("unknown", "KNOWN", "know%", "known' OR '1'='1", "*", "a".repeat(4000), "کلید", "")) {
			assertThat(store.get(key)).isNull();
		}
	}

	@Test
	void dataThatIsStoredAgainIsStoredOnce() {
		CallbackDataStore store = store();
		store.put("menu", "data");
		store.put("menu", "data");
		assertThat(store.get("menu")).isEqualTo("data");
	}

	@Test
	void expiredDataIsNotReturnedAndCanBeStoredAgain() {
		CallbackDataStore expiring = store(Duration.ofMillis(50));
		expiring.put("menu", "data");
		Awaitility.await().atMost(LONG).until(() -> expiring.get("menu") == null);
		CallbackDataStore store = store();
		store.put("menu", "data");
		assertThat(store.get("menu")).isEqualTo("data");
	}

	@Test
	void dataThatIsStoredByManyThreadsIsStored() throws Exception {
		CallbackDataStore store = store();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<String>> tasks = IntStream.range(0, 200).<Callable<String>>mapToObj((i) -> () -> {
				String key = "key" + i / 4;
				store.put(key, "data of " + key);
				return store.get(key);
			}).toList();
			List<Future<String>> stored = threads.invokeAll(tasks);
			for (int i = 0; i < stored.size(); i++) {
				assertThat(stored.get(i).get()).isEqualTo("data of key" + i / 4);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void timeToLiveIsPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> store(Duration.ZERO))
			.withMessage("'timeToLive' must be positive");
	}

}
