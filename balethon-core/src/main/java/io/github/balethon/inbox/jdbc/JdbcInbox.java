package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.Acknowledgment;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.jdbc.Admission.Read;
import io.github.balethon.inbox.jdbc.InboxTable.Row;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedRuntimeException;
import org.springframework.util.Assert;

/**
 * Inbox in a database. An update is committed before its offset is confirmed to Bale, and
 * its row is open until the update is handled, so a crash loses nothing. Open rows are
 * handed over on receipt, or when there is room in memory; after a start, rows that an
 * earlier run left open come first.
 * <p>
 * One instance of the application polls. The others stand by until it has stopped or its
 * heartbeat is overdue. Acknowledgments are persisted in batches by a thread of the
 * inbox. All transactions are its own.
 *
 * @since 0.1.0
 */
public final class JdbcInbox implements Inbox {

	private static final Logger logger = LoggerFactory.getLogger(JdbcInbox.class);

	private static final int PAGE = 100;

	private static final int TIDY_PAGE = 1000;

	// What the column holds.
	private static final int LONGEST_REASON = 500;

	private final InboxStore store;

	private final InboxDatabase database;

	private final JdbcInboxSettings settings;

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final Admission admission;

	private final Suspects suspects = new Suspects();

	private final Marks marks = new Marks();

	private final JdbcDeadLetters deadLetters;

	private final Acknowledgment acknowledgment = new JdbcAcknowledgment();

	private final CrashCounter crashes;

	private final BatchSize pages = new BatchSize(PAGE);

	private final AtomicLong duplicates = new AtomicLong();

	private final AtomicLong undecodable = new AtomicLong();

	// Rows of an earlier start, which are counted before they are begun.
	private final Set<Long> replayed = ConcurrentHashMap.newKeySet();

	// One at a time takes updates in, and changes who owns the inbox.
	private final Object intake = new Object();

	// What is written down of an update is forgotten at once: who looks at the rows must
	// not see the one without the other.
	private final Object ledger = new Object();

	// What is handed over is handed over in order. Nobody waits for the database in here.
	private final Object order = new Object();

	private volatile @Nullable InboxReceiver receiver;

	private volatile boolean owned;

	private volatile @Nullable String trouble;

	private @Nullable InboxKeeper keeper;

	// One that could not end in time, and has not yet.
	private @Nullable InboxKeeper lateKeeper;

	// Under the lock of the intake.
	private long lastPosition;

	// Under the lock of the order: the newest row that was there at the start.
	private long lastOfOld;

	/**
	 * Creates an inbox. Nothing is asked of the database yet.
	 * @param dataSource the database
	 * @param database what kind of database it is
	 * @param botId the number of the bot, asked for when it is needed
	 * @param settings how the inbox is kept
	 */
	public JdbcInbox(DataSource dataSource, InboxDatabase database, LongSupplier botId, JdbcInboxSettings settings) {
		InboxDialect dialect = database.dialect();
		Assert.notNull(dialect, () -> "No inbox can be kept in a database of " + database.product());
		this.settings = settings;
		this.database = database;
		this.store = new InboxStore(dataSource, dialect, botId, settings.takeoverAfter());
		this.crashes = new CrashCounter(this.store::countCrash);
		this.admission = new Admission(settings.maxInFlight());
		this.deadLetters = new JdbcDeadLetters(this.store, this::replay);
	}

	/**
	 * Looks for the tables.
	 * @throws InboxTableMissingException if there are none
	 * @throws InboxTableVersionException if they are those of another version
	 */
	@Override
	public void prepare() {
		this.store.verify();
	}

	@Override
	public void open(InboxReceiver receiver) {
		this.receiver = receiver;
	}

	private InboxReceiver receiver() {
		InboxReceiver current = this.receiver;
		Assert.state(current != null, "The inbox is not open: nobody handles updates");
		return current;
	}

	@Override
	public boolean claim() {
		if (this.owned && this.trouble == null) {
			return true;
		}
		synchronized (this.intake) {
			try {
				boolean claimed = (this.owned && this.store.keepLock()) || takeOver();
				this.trouble = null;
				return claimed;
			}
			catch (NestedRuntimeException ex) {
				throw unavailable(ex);
			}
		}
	}

	private boolean takeOver() {
		InboxReceiver current = receiver();
		disown();
		if (this.lateKeeper != null && this.lateKeeper.isAlive()) {
			throw new InboxUnavailableException("What was finished before the last stop is still being written down",
					null);
		}
		if (!this.store.claimLock()) {
			return false;
		}
		InboxStore.State state;
		synchronized (this.ledger) {
			state = this.store.load(this.settings.maxCrashes(), PAGE, this.admission::isKnown);
			synchronized (this.order) {
				this.lastPosition = state.lastPosition();
				this.lastOfOld = state.lastPosition();
				this.admission.begin(state.lastPosition(), state.open());
				state.suspects().forEach((row) -> suspect(row, current));
				this.owned = true;
			}
		}
		if (state.buried() > 0) {
			logger.error("Updates in progress at {} crashes became dead letters: {}", this.settings.maxCrashes(),
					state.buried());
		}
		if (state.open() > 0) {
			logger.info("Unfinished updates of the last run are handled: {}", state.open());
		}
		if (this.keeper == null) {
			this.keeper = new InboxKeeper(this.marks, new Keeping(), this.settings.takeoverAfter().dividedBy(5));
			this.keeper.start();
		}
		this.marks.wake();
		return true;
	}

	private void suspect(Row row, InboxReceiver current) {
		InboxEntry entry = entry(row, current);
		if (entry != null) {
			this.admission.hold(row.position(), entry.lane());
			this.replayed.add(row.position());
			this.suspects.add(entry);
		}
	}

	private @Nullable InboxEntry entry(Row row, InboxReceiver current) {
		Update update = this.decoder.decode(row.payload()).update();
		if (update == null) {
			this.marks
				.add(new Mark(Mark.Kind.DEAD, row.position(), row.attempts(), RowInserter.UNREADABLE, Instant.now()));
			return null;
		}
		boolean redelivered = row.position() <= this.lastOfOld || row.attempts() > 0 || row.failure() != null;
		long age = Duration.between(row.receivedAt(), Instant.now()).toNanos();
		return new InboxEntry(row.position(), update, row.payload(), current.lane(update), redelivered, row.attempts(),
				System.nanoTime() - age, this.acknowledgment);
	}

	@Override
	public int awaitRoom() {
		return this.pages.get();
	}

	@Override
	public void append(List<ReceivedUpdate> page) {
		InboxReceiver current = receiver();
		synchronized (this.intake) {
			if (!this.owned) {
				throw new InboxUnavailableException("This instance of the application does not take updates", null);
			}
			InboxStore.Stored stored;
			long begun = System.nanoTime();
			try {
				stored = this.store.append(page, this.lastPosition);
			}
			catch (NestedRuntimeException ex) {
				// The page may be there all the same, if only the answer was lost. What
				// is there is looked at anew before anything is added.
				disown();
				this.pages.failed(page.size());
				throw unavailable(ex);
			}
			this.pages.succeeded(page.size(), Duration.ofNanos(System.nanoTime() - begun));
			if (stored == null) {
				disown();
				throw new InboxUnavailableException("Another instance of the application has begun to take updates",
						null);
			}
			this.lastPosition = stored.lastPosition();
			this.duplicates.addAndGet(stored.duplicates());
			this.undecodable.addAndGet(stored.unreadable());
			admit(stored.readable(), current, false);
		}
	}

	private void admit(List<InboxStore.Arrival> arrivals, InboxReceiver current, boolean redelivered) {
		List<InboxEntry> entries = new ArrayList<>(arrivals.size());
		long now = System.nanoTime();
		synchronized (this.order) {
			if (!this.owned) {
				return;
			}
			for (InboxStore.Arrival arrival : arrivals) {
				InboxEntry entry = new InboxEntry(arrival.position(), arrival.update(), arrival.payload(),
						current.lane(arrival.update()), redelivered, 0, now, this.acknowledgment);
				if (this.admission.appended(entry.position(), entry.lane(), current.isUrgent(entry.update()))) {
					entries.add(entry);
				}
			}
			current.accept(entries);
		}
	}

	private boolean replay(long id) {
		synchronized (this.intake) {
			if (this.owned && !this.store.keepLock()) {
				disown();
			}
			Assert.state(this.owned, "This instance of the application does not handle updates now, so it cannot "
					+ "replay one: ask the instance that does");
			InboxStore.Arrival arrival = this.store.revive(id, this.lastPosition + 1);
			if (arrival == null) {
				return false;
			}
			this.lastPosition = arrival.position();
			admit(List.of(arrival), receiver(), true);
			return true;
		}
	}

	@Override
	public void suspend() {
		disown();
	}

	/**
	 * Takes back what is handed over and not begun. It is in the database, so whoever
	 * takes updates next will find it.
	 */
	private void disown() {
		synchronized (this.order) {
			if (!this.owned) {
				return;
			}
			this.owned = false;
			for (InboxEntry entry : receiver().recall()) {
				this.admission.recalled(entry.position(), entry.lane());
			}
			this.suspects.clear().forEach((entry) -> this.admission.forget(entry.position()));
			this.replayed.clear();
		}
	}

	@Override
	public void release(Duration timeout) {
		InboxKeeper current;
		synchronized (this.intake) {
			disown();
			current = this.keeper;
			this.keeper = null;
		}
		if (current == null) {
			return;
		}
		boolean ended = current.stop(timeout);
		synchronized (this.intake) {
			this.lateKeeper = ended ? null : current;
		}
		if (!ended || this.marks.size() > 0) {
			logger.warn(
					"{} finished updates could not be acknowledged before the shutdown timeout and will be handled again",
					this.marks.size());
		}
	}

	private InboxUnavailableException unavailable(NestedRuntimeException error) {
		InboxUnavailableException unavailable = InboxStore.unavailable(error);
		troubled(unavailable);
		return unavailable;
	}

	private void troubled(InboxUnavailableException error) {
		logger.debug("Database of the inbox failed", LogText.escape(error));
		this.trouble = LogText.escape(String.valueOf(error.getMessage()));
	}

	@Override
	public @Nullable String trouble() {
		return this.trouble;
	}

	@Override
	public DeadLetters deadLetters() {
		return this.deadLetters;
	}

	@Override
	public String promise() {
		String loss = this.database.inMemory() ? "all of it"
				: this.database.writeDelayed() ? "what came in the last half second" : "nothing";
		return "inbox in the database (" + this.database.product() + "): a crash loses " + loss;
	}

	@Override
	public long unfinished() {
		return this.admission.unfinished();
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
	 * How many marks wait to be written down.
	 * @return the number at this moment
	 */
	int unwritten() {
		return this.marks.size();
	}

	/**
	 * The work of the keeper, on its own thread.
	 */
	private final class Keeping implements InboxKeeper.Upkeep {

		private final JdbcInbox inbox = JdbcInbox.this;

		@Override
		public void write(List<Mark> batch) {
			synchronized (this.inbox.ledger) {
				this.inbox.store.mark(batch);
				batch.stream()
					.filter((mark) -> mark.kind() != Mark.Kind.RETRIED)
					.forEach((mark) -> this.inbox.admission.forget(mark.position()));
			}
		}

		@Override
		public boolean handOver() {
			if (!this.inbox.owned) {
				return false;
			}
			InboxReceiver current = receiver();
			handOverSuspect(current);
			Read read = this.inbox.admission.next();
			if (read == null) {
				return false;
			}
			List<Row> rows = this.inbox.store.open(read);
			synchronized (this.inbox.order) {
				if (!this.inbox.owned) {
					return false;
				}
				current.accept(admitted(read, rows, current));
				this.inbox.admission.ended(read, rows.size() < read.limit());
			}
			return true;
		}

		private void handOverSuspect(InboxReceiver current) {
			synchronized (this.inbox.order) {
				InboxEntry suspect = this.inbox.owned ? this.inbox.suspects.next() : null;
				if (suspect != null) {
					this.inbox.admission.release(suspect.position(), suspect.lane());
					current.accept(List.of(suspect));
				}
			}
		}

		private List<InboxEntry> admitted(Read read, List<Row> rows, InboxReceiver current) {
			List<InboxEntry> entries = new ArrayList<>(rows.size());
			for (Row row : rows) {
				InboxEntry entry = entry(row, current);
				if (entry != null && this.inbox.admission.read(read, row.position(), entry.lane())) {
					if (row.position() <= this.inbox.lastOfOld) {
						this.inbox.replayed.add(row.position());
					}
					entries.add(entry);
				}
			}
			return entries;
		}

		@Override
		public void giveSignOfLife() {
			if (!this.inbox.owned) {
				return;
			}
			if (this.inbox.store.keepLock()) {
				this.inbox.trouble = null;
				return;
			}
			logger
				.warn("Another instance of the application took over, because the heartbeat of this one was " + "late");
			disown();
		}

		@Override
		public boolean tidy() {
			return this.inbox.owned && this.inbox.store.purge(this.inbox.settings.retention(), TIDY_PAGE) > 0;
		}

		@Override
		public void failed(Throwable error) {
			troubled((error instanceof NestedRuntimeException problem) ? InboxStore.unavailable(problem)
					: new InboxUnavailableException("The inbox cannot do its work (" + error.getClass().getName() + ")",
							error));
		}

		@Override
		public void end() {
			this.inbox.store.releaseLock();
		}

	}

	/**
	 * Marks what becomes of updates; marks are persisted by the keeper.
	 */
	private final class JdbcAcknowledgment implements Acknowledgment {

		private final JdbcInbox inbox = JdbcInbox.this;

		@Override
		public void begin(InboxEntry entry) {
			if (!this.inbox.replayed.remove(entry.position()) || this.inbox.trouble != null) {
				return;
			}
			try {
				this.inbox.crashes.count(entry.position());
			}
			catch (NestedRuntimeException ex) {
				// The update is handled all the same.
				troubled(InboxStore.unavailable(ex));
			}
		}

		@Override
		public void acknowledge(InboxEntry entry) {
			finish(entry, new Mark(Mark.Kind.DONE, entry.position(), entry.attempts(), null, Instant.now()));
		}

		@Override
		public void countFailedAttempt(InboxEntry entry) {
			this.inbox.marks
				.add(new Mark(Mark.Kind.RETRIED, entry.position(), entry.attempts() + 1, null, Instant.now()));
		}

		@Override
		public void reject(InboxEntry entry, String reason) {
			finish(entry,
					new Mark(Mark.Kind.DEAD, entry.position(), entry.attempts() + 1, storable(reason), Instant.now()));
		}

		// PostgreSQL refuses U+0000, and one refused mark would keep back all others.
		private String storable(String reason) {
			String escaped = LogText.escape(reason);
			if (escaped.length() <= LONGEST_REASON) {
				return escaped;
			}
			boolean split = Character.isHighSurrogate(escaped.charAt(LONGEST_REASON - 1));
			return escaped.substring(0, split ? LONGEST_REASON - 1 : LONGEST_REASON);
		}

		private void finish(InboxEntry entry, Mark mark) {
			this.inbox.marks.add(mark);
			this.inbox.admission.finished(entry.lane());
			this.inbox.suspects.finished(entry);
		}

	}

}
