package io.github.balethon.inbox.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.UpdateIdentity;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;

/**
 * Inbox in memory. A crash loses the updates in progress. Updates are requested only if
 * there is room, so memory is bounded and Bale keeps the rest.
 *
 * @since 0.1.0
 */
public final class MemoryInbox implements Inbox {

	private static final Logger logger = LoggerFactory.getLogger(MemoryInbox.class);

	private static final int MAX_PAGE = 100;

	// Twice the number that Bale keeps for a bot, so that every duplicate is detected.
	private static final int MAX_RECENT = 4000;

	private final int maxInFlight;

	// More room than for a single update, so that fewer and larger pages are requested.
	private final int enoughRoom;

	// Guards the number of updates in flight, and notifies of room.
	private final Object room = new Object();

	private int inFlight;

	// Threads that wait for room for a single update.
	private int offering;

	private boolean suspended;

	// Guarded by itself: a custom source may append from several threads.
	private final Set<UpdateIdentity> recent = new LinkedHashSet<>();

	private final InboxEntry.Acknowledgment acknowledgment = new MemoryAcknowledgment();

	private final AtomicLong positions = new AtomicLong();

	private final MemoryDeadLetters deadLetters = new MemoryDeadLetters(this::replay);

	private final AtomicLong duplicates = new AtomicLong();

	private final AtomicLong undecodable = new AtomicLong();

	private volatile @Nullable InboxReceiver receiver;

	/**
	 * Creates an inbox.
	 * @param maxInFlight maximum number of updates in memory, from receipt to
	 * acknowledgement
	 */
	public MemoryInbox(int maxInFlight) {
		Assert.isTrue(maxInFlight > 0, "'maxInFlight' must be at least 1");
		this.maxInFlight = maxInFlight;
		this.enoughRoom = Math.max(1, Math.min(MAX_PAGE, maxInFlight / 10));
	}

	@Override
	public void open(InboxReceiver receiver) {
		this.receiver = receiver;
	}

	private InboxReceiver receiver() {
		InboxReceiver current = this.receiver;
		Assert.state(current != null, "The inbox is not open: call open(InboxReceiver) first");
		return current;
	}

	@Override
	public boolean claim() {
		synchronized (this.room) {
			this.suspended = false;
		}
		return true;
	}

	/**
	 * Rejects further {@linkplain #offer offered} updates, which a later start could not
	 * hand over.
	 */
	@Override
	public void suspend() {
		synchronized (this.room) {
			this.suspended = true;
			this.room.notifyAll();
		}
	}

	@Override
	public int awaitRoom() throws InterruptedException {
		synchronized (this.room) {
			while (this.maxInFlight - this.inFlight < this.enoughRoom) {
				this.room.wait();
			}
			return Math.min(MAX_PAGE, this.maxInFlight - this.inFlight);
		}
	}

	@Override
	public void append(List<ReceivedUpdate> page) {
		handOver(entries(page), receiver());
	}

	@Override
	public int offer(List<ReceivedUpdate> updates, Duration timeout) throws InterruptedException {
		InboxReceiver current = receiver();
		int accepted = reserve(updates.size(), timeout);
		if (accepted > 0) {
			List<InboxEntry> entries = entries(updates.subList(0, accepted));
			release(accepted - entries.size());
			current.accept(entries);
		}
		return accepted;
	}

	private int reserve(int max, Duration timeout) throws InterruptedException {
		long end = System.nanoTime() + timeout.toNanos();
		synchronized (this.room) {
			this.offering++;
			try {
				while (!this.suspended && this.inFlight >= this.maxInFlight) {
					long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
					if (left <= 0) {
						return 0;
					}
					this.room.wait(left);
				}
				int reserved = this.suspended ? 0 : Math.min(max, this.maxInFlight - this.inFlight);
				this.inFlight += reserved;
				return reserved;
			}
			finally {
				this.offering--;
			}
		}
	}

	private void release(int count) {
		synchronized (this.room) {
			boolean enough = this.maxInFlight - this.inFlight >= this.enoughRoom;
			this.inFlight -= count;
			boolean now = this.maxInFlight - this.inFlight >= this.enoughRoom;
			if ((now && !enough) || this.offering > 0) {
				this.room.notifyAll();
			}
		}
	}

	private List<InboxEntry> entries(List<ReceivedUpdate> page) {
		InboxReceiver current = receiver();
		List<InboxEntry> entries = new ArrayList<>(page.size());
		long now = System.nanoTime();
		synchronized (this.recent) {
			for (ReceivedUpdate received : page) {
				Update update = received.update();
				if (!remember(received)) {
					this.duplicates.incrementAndGet();
					duplicate(received, current);
				}
				else if (update == null) {
					keepUndecodable(received);
				}
				else {
					entries.add(new InboxEntry(this.positions.incrementAndGet(), update, received.payload(),
							current.route(update), false, 0, now, this.acknowledgment));
				}
			}
		}
		return entries;
	}

	private static void duplicate(ReceivedUpdate received, InboxReceiver current) {
		if (received.updateId() != null) {
			current.duplicate(received.updateId());
		}
	}

	private void handOver(List<InboxEntry> entries, InboxReceiver current) {
		synchronized (this.room) {
			this.inFlight += entries.size();
		}
		current.accept(entries);
	}

	private boolean remember(ReceivedUpdate received) {
		if (!this.recent.add(UpdateIdentity.of(received))) {
			return false;
		}
		if (this.recent.size() > MAX_RECENT) {
			this.recent.remove(this.recent.iterator().next());
		}
		return true;
	}

	private void keepUndecodable(ReceivedUpdate received) {
		this.undecodable.incrementAndGet();
		this.deadLetters.add(this.positions.incrementAndGet(), received);
		logger.warn("Update {} cannot be parsed and becomes a dead letter of {} bytes", received.updateId(),
				received.payload().length);
	}

	private void replay(InboxEntry entry) {
		handOver(List.of(entry), receiver());
	}

	@Override
	public int erase(long userId) {
		return this.deadLetters.erase(userId);
	}

	@Override
	public DeadLetters deadLetters() {
		return this.deadLetters;
	}

	@Override
	public String promise() {
		return "inbox in memory: a crash loses up to " + this.maxInFlight + " updates";
	}

	@Override
	public long unfinished() {
		synchronized (this.room) {
			return this.inFlight;
		}
	}

	@Override
	public long duplicates() {
		return this.duplicates.get();
	}

	@Override
	public long undecodable() {
		return this.undecodable.get();
	}

	/**
	 * Makes room for further updates.
	 */
	private final class MemoryAcknowledgment implements InboxEntry.Acknowledgment {

		private final MemoryInbox inbox = MemoryInbox.this;

		@Override
		public void acknowledge(InboxEntry entry) {
			this.inbox.release(1);
		}

		@Override
		public void reject(InboxEntry entry, String reason) {
			this.inbox.deadLetters.add(entry, reason);
			acknowledge(entry);
		}

	}

}
