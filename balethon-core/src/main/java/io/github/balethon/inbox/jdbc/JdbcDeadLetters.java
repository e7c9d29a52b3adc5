package io.github.balethon.inbox.jdbc;

import java.util.List;
import java.util.function.LongPredicate;

import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.jdbc.InboxTable.Row;

/**
 * Dead letters of an inbox in a database.
 */
final class JdbcDeadLetters implements DeadLetters {

	private final InboxStore store;

	private final LongPredicate replay;

	JdbcDeadLetters(InboxStore store, LongPredicate replay) {
		this.store = store;
		this.replay = replay;
	}

	@Override
	public long count() {
		return this.store.countDead();
	}

	@Override
	public List<DeadLetter> list(long after, int limit) {
		return this.store.dead(after, limit).stream().map(this::letter).toList();
	}

	private DeadLetter letter(Row row) {
		return new DeadLetter(row.position(), RowInserter.updateId(row.updateId()), row.payload(),
				(row.failure() != null) ? row.failure() : "", row.attempts(), row.receivedAt(), row.finishedAt());
	}

	@Override
	public boolean replay(long id) {
		return this.replay.test(id);
	}

	@Override
	public boolean delete(long id) {
		return this.store.deleteDead(id);
	}

}
