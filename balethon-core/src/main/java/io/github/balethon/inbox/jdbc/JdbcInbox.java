package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.StoredUpdate;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;
import org.springframework.util.Assert;

/**
 * Inbox in a database. An update is committed before its offset is confirmed to Bale, and
 * its row is open until the update is handled, so a crash loses nothing. Open rows are
 * handed over on receipt, or when there is room in memory; after a start, rows that an
 * earlier run left open come first.
 * <p>
 * One instance of the application polls. The others stand by until it has shut down or
 * its heartbeat is overdue. They may store updates for the owner all the time, which
 * discovers them within moments. Acknowledgments are persisted in batches by a thread of
 * the inbox. All transactions are its own.
 *
 * @since 0.1.0
 */
public final class JdbcInbox implements Inbox {

	private static final int MAX_PAGE = 100;

	// Guards the sequence of the rows and the lease: updates are appended and replayed,
	// and the lease changes its owner, one at a time. Held during transactions, and taken
	// before the locks of HandOver.
	private final ReentrantLock intake = new ReentrantLock();

	private final InboxTables tables;

	private final InboxStore store;

	private final InboxDatabase database;

	private final Marks marks = new Marks();

	private final Availability availability = new Availability();

	private final HandOver handOver;

	private final InboxLease lease;

	private final JdbcDeadLetters deadLetters;

	private final BatchSize pages = new BatchSize(MAX_PAGE);

	private final AtomicLong duplicates = new AtomicLong();

	private final AtomicLong undecodable = new AtomicLong();

	/**
	 * Creates an inbox. Does not use the database yet.
	 * @param dataSource the database
	 * @param database the kind of the database
	 * @param botId supplies the identifier of the bot when it is needed
	 * @param settings the settings
	 */
	public JdbcInbox(DataSource dataSource, InboxDatabase database, LongSupplier botId, JdbcInboxSettings settings) {
		InboxDialect dialect = database.dialect();
		Assert.notNull(dialect, () -> "Database " + database.product() + " is not supported");
		this.database = database;
		this.tables = new InboxTables(dataSource, dialect, botId, settings.takeoverAfter());
		this.store = new InboxStore(this.tables);
		this.handOver = new HandOver(this.store, this.marks, this.availability, settings.maxInFlight());
		this.lease = new InboxLease(this.store, this.handOver, this.marks, this.availability, settings, this::discover);
		this.deadLetters = new JdbcDeadLetters(this.store, this::replay);
	}

	/**
	 * Verifies the tables.
	 * @throws InboxTableMissingException if a table is missing
	 * @throws InboxTableVersionException if a table is the one of another version
	 */
	@Override
	public void prepare() {
		this.tables.verify();
	}

	@Override
	public void open(InboxReceiver receiver) {
		this.handOver.open(receiver);
	}

	@Override
	public boolean claim() {
		if (this.lease.isHeld() && !this.availability.isImpaired()) {
			return true;
		}
		this.intake.lock();
		try {
			boolean claimed = this.lease.claim();
			this.availability.restored();
			return claimed;
		}
		catch (NestedRuntimeException ex) {
			throw this.availability.failed(ex);
		}
		finally {
			this.intake.unlock();
		}
	}

	@Override
	public int awaitRoom() {
		return this.pages.get();
	}

	@Override
	public void append(List<ReceivedUpdate> page) {
		this.intake.lock();
		try {
			if (!this.lease.isHeld()) {
				throw new InboxUnavailableException("This instance of the application does not own the inbox", null);
			}
			if (!appendAsOwner(page)) {
				throw new InboxUnavailableException("Another instance of the application took over", null);
			}
		}
		finally {
			this.intake.unlock();
		}
	}

	@Override
	public int offer(List<ReceivedUpdate> updates, Duration timeout) {
		List<ReceivedUpdate> page = updates.subList(0, Math.min(updates.size(), this.pages.get()));
		this.intake.lock();
		try {
			if (!this.lease.isHeld() || !appendAsOwner(page)) {
				store(page, InboxRole.CONTRIBUTOR);
			}
		}
		finally {
			this.intake.unlock();
		}
		return page.size();
	}

	private boolean appendAsOwner(List<ReceivedUpdate> page) {
		InboxStore.Stored stored = store(page, InboxRole.OWNER);
		if (stored == null) {
			this.lease.lose();
			return false;
		}
		discovered(stored.others());
		this.handOver.append(stored.readable(), false);
		return true;
	}

	private InboxStore.@Nullable Stored store(List<ReceivedUpdate> page, InboxRole role) {
		long begun = System.nanoTime();
		try {
			InboxStore.Stored stored = this.store.append(page, role);
			this.pages.succeeded(page.size(), Duration.ofNanos(System.nanoTime() - begun));
			if (stored != null) {
				this.duplicates.addAndGet(stored.duplicates().size());
				this.handOver.duplicates(stored.duplicates());
				this.undecodable.addAndGet(stored.unreadable());
			}
			return stored;
		}
		catch (NestedRuntimeException ex) {
			// The page may be committed if only the response was lost. The next claim
			// loads what is there before anything is appended.
			this.lease.lose();
			this.pages.failed(page.size());
			throw this.availability.failed(ex);
		}
	}

	/**
	 * Finds updates that other instances have stored for this one.
	 */
	private void discover() {
		// The thread that has the lock finds them as well.
		if (!this.intake.tryLock()) {
			return;
		}
		try {
			if (this.lease.isHeld()) {
				discovered(this.store.discover());
			}
		}
		finally {
			this.intake.unlock();
		}
	}

	private void discovered(@Nullable OtherRows others) {
		if (others != null) {
			this.handOver.discovered(others);
			this.marks.wake();
		}
	}

	private boolean replay(long id) {
		this.intake.lock();
		try {
			if (!this.lease.renew()) {
				this.lease.lose();
				throw new IllegalStateException("This instance of the application does not own the inbox and cannot "
						+ "replay a dead letter: replay it on the instance that polls");
			}
			InboxStore.Revived revived = this.store.revive(id);
			if (revived == null) {
				return false;
			}
			discovered(revived.others());
			this.handOver.append(List.of(revived.arrival()), true);
			return true;
		}
		finally {
			this.intake.unlock();
		}
	}

	@Override
	public int erase(long userId) {
		this.intake.lock();
		try {
			if (!this.lease.renew()) {
				this.lease.lose();
				throw new IllegalStateException("This instance of the application does not own the inbox and cannot "
						+ "erase a user: invoke it on the instance that polls");
			}
			int erased = this.tables
				.inTransaction((tables) -> tables.users().eraseFinishedUpdates(userId, tables.updates().lastPosition())
						+ (this.tables.hasConversations() ? tables.users().deleteConversations(userId) : 0));
			this.handOver.conversations().clearPersisted(userId);
			return erased;
		}
		finally {
			this.intake.unlock();
		}
	}

	@Override
	public void suspend() {
		this.lease.lose();
	}

	@Override
	public void release(Duration timeout) {
		this.intake.lock();
		try {
			this.lease.shutdown();
		}
		finally {
			this.intake.unlock();
		}
		this.lease.awaitTermination(timeout);
	}

	@Override
	public @Nullable String trouble() {
		return this.availability.trouble();
	}

	@Override
	public ConversationStore conversations(int maxInMemory) {
		this.handOver.conversations().maxEntries(maxInMemory);
		return new JdbcConversationStore(this.tables, this.handOver.conversations(), this.marks, this.availability);
	}

	@Override
	public CallbackDataStore callbackData(Duration timeToLive) {
		return new JdbcCallbackDataStore(this.tables, this.availability, timeToLive, InstantSource.system());
	}

	@Override
	public boolean isActive() {
		return this.handOver.isActive();
	}

	@Override
	public @Nullable StoredUpdate find(long updateId) {
		return this.store.find(updateId);
	}

	@Override
	public DeadLetters deadLetters() {
		return this.deadLetters;
	}

	@Override
	public String promise() {
		String loss = this.database.inMemory() ? "all updates"
				: this.database.writeDelayed() ? "the updates of the last half second" : "nothing";
		return "inbox in the database (" + this.database.product() + "): a crash loses " + loss;
	}

	@Override
	public long unfinished() {
		return this.handOver.unfinished();
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
	 * Number of marks that are not persisted.
	 * @return the current number
	 */
	int unpersisted() {
		return this.marks.size();
	}

}
