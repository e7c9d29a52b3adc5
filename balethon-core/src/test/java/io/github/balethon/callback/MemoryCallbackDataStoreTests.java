package io.github.balethon.callback;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MemoryCallbackDataStoreTests extends AbstractCallbackDataStoreTests {

	private final AtomicLong now = new AtomicLong();

	@Override
	protected CallbackDataStore store(Duration timeToLive) {
		return new MemoryCallbackDataStore(1000, timeToLive);
	}

	@Test
	void dataExpires() {
		MemoryCallbackDataStore store = new MemoryCallbackDataStore(10, Duration.ofMinutes(1), this.now::get);
		store.put("a", "first");
		pass(Duration.ofSeconds(59));
		assertThat(store.get("a")).isEqualTo("first");
		pass(Duration.ofSeconds(1));
		assertThat(store.get("a")).isNull();
		assertThat(store.get("never")).isNull();
	}

	@Test
	void expiredDataIsRemovedWhenDataIsStored() {
		MemoryCallbackDataStore store = new MemoryCallbackDataStore(10, Duration.ofMinutes(1), this.now::get);
		store.put("a", "1");
		store.put("b", "2");
		pass(Duration.ofMinutes(1));
		store.put("c", "3");
		assertThat(store.size()).isOne();
	}

	@Test
	void oldestDataIsDiscardedWhenTheStoreIsFull() {
		MemoryCallbackDataStore store = new MemoryCallbackDataStore(2, Duration.ofMinutes(1), this.now::get);
		store.put("a", "1");
		store.put("b", "2");
		store.put("c", "3");
		assertThat(store.size()).isEqualTo(2);
		assertThat(store.get("a")).isNull();
		assertThat(store.get("c")).isEqualTo("3");
	}

	@Test
	void maximumIsPositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new MemoryCallbackDataStore(0, Duration.ofMinutes(1)));
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

}
