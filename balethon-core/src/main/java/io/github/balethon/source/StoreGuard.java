package io.github.balethon.source;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.InboxAppender;
import io.github.balethon.inbox.InboxUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Pauses the receipt of updates while a store that updates require is not available, such
 * as that of conversations. Updates that are received already are retried until it is,
 * and determine when it is available again.
 *
 * @since 0.1.0
 */
public final class StoreGuard implements InboxAppender {

	private final InboxAppender inbox;

	private final List<Supplier<@Nullable String>> troubles;

	/**
	 * Creates a guard.
	 * @param inbox the inbox
	 * @param troubles for each store, supplies the reason why it is not available, or
	 * {@code null}
	 */
	public StoreGuard(InboxAppender inbox, List<Supplier<@Nullable String>> troubles) {
		this.inbox = inbox;
		this.troubles = List.copyOf(troubles);
	}

	@Override
	public boolean claim() {
		boolean claimed = this.inbox.claim();
		// After the claim, which hands over updates whose retries notice a recovery.
		if (claimed) {
			requireStores();
		}
		return claimed;
	}

	private void requireStores() {
		this.troubles.stream().map(Supplier::get).filter(Objects::nonNull).findFirst().ifPresent((trouble) -> {
			throw new InboxUnavailableException(trouble, null);
		});
	}

	@Override
	public int awaitRoom() throws InterruptedException {
		return this.inbox.awaitRoom();
	}

	@Override
	public void append(List<ReceivedUpdate> page) {
		this.inbox.append(page);
	}

	@Override
	public int offer(List<ReceivedUpdate> updates, Duration timeout) throws InterruptedException {
		requireStores();
		return this.inbox.offer(updates, timeout);
	}

}
