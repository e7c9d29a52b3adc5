package io.github.balethon.dispatch;

import java.util.List;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.inbox.InboxEntry;

/**
 * Updates that are handled together. To lanes and retries they are one entry, with the
 * update of the first of them; the inbox gets the outcome of all of them at once.
 */
final class EntryGroup implements InboxEntry.Acknowledgment {

	private final List<InboxEntry> members;

	private EntryGroup(List<InboxEntry> members) {
		this.members = List.copyOf(members);
	}

	/**
	 * Returns one entry for updates of the same inbox.
	 * @param members the updates in their order, at least one
	 * @return the entry
	 */
	static InboxEntry of(List<InboxEntry> members) {
		InboxEntry first = members.get(0);
		if (members.size() == 1) {
			return first;
		}
		boolean redelivered = members.stream().anyMatch(InboxEntry::redelivered);
		int attempts = members.stream().mapToInt(InboxEntry::attempts).max().orElse(0);
		return new InboxEntry(first.position(), first.update(), first.payload(), first.route(), redelivered, attempts,
				first.receivedNanos(), new EntryGroup(members));
	}

	/**
	 * Returns the updates of an entry.
	 * @param entry the entry
	 * @return the updates, or only the entry if it is not a group
	 */
	static List<InboxEntry> members(InboxEntry entry) {
		return (entry.acknowledgment() instanceof EntryGroup group) ? group.withAttempts(entry.attempts())
				: List.of(entry);
	}

	/**
	 * Returns the number of updates of an entry.
	 * @param entry the entry
	 * @return the number
	 */
	static int size(InboxEntry entry) {
		return (entry.acknowledgment() instanceof EntryGroup group) ? group.members.size() : 1;
	}

	private List<InboxEntry> withAttempts(int attempts) {
		return this.members.stream().map((member) -> member.withAttempts(attempts)).toList();
	}

	private InboxEntry.Acknowledgment inbox() {
		return this.members.get(0).acknowledgment();
	}

	@Override
	public void begin(InboxEntry entry) {
		this.members.forEach(InboxEntry::begin);
	}

	@Override
	public void acknowledge(InboxEntry entry) {
		inbox().acknowledgeTogether(withAttempts(entry.attempts()), null);
	}

	@Override
	public void acknowledge(InboxEntry entry, ConversationChange change) {
		inbox().acknowledgeTogether(withAttempts(entry.attempts()), change);
	}

	@Override
	public void countFailedAttempt(InboxEntry entry) {
		inbox().countFailedAttemptTogether(withAttempts(entry.attempts()));
	}

	@Override
	public void reject(InboxEntry entry, String reason) {
		inbox().rejectTogether(withAttempts(entry.attempts()),
				"%s on %d messages together".formatted(reason, this.members.size()));
	}

}
